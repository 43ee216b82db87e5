"""`svod demo`."""

import json
from pathlib import Path

from svod import pipeline
from tests.cli.conftest import Svod


def test_it_works(run: Svod) -> None:
    """The broken samples are named; that is no failure of the demonstration."""
    result = run("demo")
    assert result.exit_code == 0
    assert f"The report: {Path('out/demo').resolve() / 'report.html'}" in result.stdout
    assert "Акмолинская область/Целиноградский район.docx" in result.stdout
    assert {path.name for path in Path("out/demo").iterdir()} == set(pipeline.OUTPUTS)


def test_json_and_another_folder(run: Svod) -> None:
    result = run("demo", "--json", "-o", "there")
    assert json.loads(result.stdout)["year"] == 2025
    assert Path("there/report.pdf").is_file()
