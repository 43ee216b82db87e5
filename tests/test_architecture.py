"""The arrows between packages, and the page that tells of them."""

from pathlib import Path

import pytest
from importlinter.cli import lint_imports

import svod

ROOT = Path(__file__).parents[1]
PARTS = sorted(path.parent.name for path in Path(svod.__file__).parent.glob("*/__init__.py"))


def test_no_package_imports_what_it_must_not_know(capsys: pytest.CaptureFixture[str]) -> None:
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert status == 0, capsys.readouterr().out


@pytest.mark.parametrize("part", PARTS)
def test_every_package_is_told_of_in_the_docs(part: str) -> None:
    assert f"`{part}/`" in (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
