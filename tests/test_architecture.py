"""The arrows between packages, and the page that tells of them."""

import subprocess
import sys
from pathlib import Path

import pytest

import svod

ROOT = Path(__file__).parents[1]
PARTS = sorted(path.parent.name for path in Path(svod.__file__).parent.glob("*/__init__.py"))


def test_no_package_imports_what_it_must_not_know() -> None:
    """In a process of its own: it silences all loggers that there are."""
    command = (Path(sys.executable).with_name("lint-imports"), "--config", ROOT / "pyproject.toml", "--no-cache")
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("part", PARTS)
def test_every_package_is_told_of_in_the_docs(part: str) -> None:
    assert f"`{part}/`" in (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
