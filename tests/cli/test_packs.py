"""`svod packs`."""

import json
from pathlib import Path

from svod.packs import available, load
from tests.cli.conftest import Svod


def test_it_works(run: Svod) -> None:
    result = run("packs")
    assert result.exit_code == 0
    for code in available():
        assert code in result.stdout
        assert all(load(code).names[language] in result.stdout for language in ("en", "ru", "kk"))


def test_one_that_cannot_be_used_is_named(run: Svod, abroad: Path) -> None:
    (abroad / "kinds.toml").write_text("[lesson]\nru = 'урок'\n", encoding="utf-8")
    result = run("packs")
    assert result.exit_code == 1
    assert "Error: water_week/kinds.toml: lesson.en: expected a text, found nothing" in result.stderr
    assert "sixteen_days" in result.stdout


def test_json(run: Svod) -> None:
    told = json.loads(run("packs", "--json").stdout)
    assert set(told) == set(available())
    assert told["sixteen_days"]["ru"] == load("sixteen_days").names["ru"]
