"""Runs the command line as a person does, without the cost of another Python for each call."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from svod.cli import svod

Svod = Callable[..., Result]

MINE = "25 ноября 2025 года в Рудном проведён круглый стол «Тихий голос услышан» с участием 45 педагогов."
YOURS = "В Костанае 3 декабря 2025 года состоялся семинар «Закон и семья», присутствовали свыше 60 родителей."


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Svod:
    """Calls `svod` with these words, in a folder of its own; `stdin` is text or bytes."""
    monkeypatch.chdir(tmp_path)

    def call(*words: str | Path, stdin: str | bytes = "") -> Result:
        result = CliRunner().invoke(svod, [str(word) for word in words], input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return call


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of two small submissions in two regions' folders."""
    folder = tmp_path / "reports"
    for name, text in (("Рудный/отчёт.txt", MINE), ("Костанай/отчёт.txt", YOURS)):
        path = folder / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
    return folder
