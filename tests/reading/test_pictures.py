"""Pictures of text: read where Tesseract is installed, named where it is not."""

import shutil
import stat
from pathlib import Path

import pytest

from svod.reading import Limits, read_path
from svod.records import Document, Problem
from tests.reading.test_kinds import FILES, blocks

TABLE = """level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
5\t1\t1\t1\t1\t1\t100\t100\t300\t40\t90\tПровели
5\t1\t1\t1\t1\t2\t420\t100\t580\t40\t90\tлекцию о меро-
5\t1\t1\t1\t2\t1\t100\t150\t300\t40\t90\tприятиях.
5\t1\t2\t1\t1\t1\t100\t300\t200\t40\t90\tУрок
5\t1\t2\t1\t1\t2\t800\t300\t60\t40\t90\t45
"""


def stand_in(folder: Path, seen: str) -> None:
    """A program named tesseract that sees that table in every picture."""
    (folder / "table").write_text(seen, encoding="utf-8")
    program = folder / "tesseract"
    program.write_text(
        f'#!/bin/sh\n[ "$1" = --list-langs ] && echo "rus\nkaz" || {{ /bin/cat >/dev/null; {seen_by(folder)}; }}\n'
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def seen_by(folder: Path) -> str:
    return f'/bin/cat "{folder / "table"}"'


def test_lines_and_columns_of_a_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, TABLE)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert blocks(FILES / "scan.png") == [("paragraph", "Провели лекцию о мероприятиях."), ("row", "Урок | 45")]
    assert [outcome.code for outcome in read_path(FILES / "scan.png") if isinstance(outcome, Problem)] == [
        "read_by_ocr"
    ]


def test_without_tesseract_a_picture_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (problem,) = read_path(FILES / "scan.png")
    assert isinstance(problem, Problem)
    assert (problem.severity, problem.code) == ("unreadable", "needs_ocr")


def test_a_picture_that_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(tmp_path, TABLE)
    program = tmp_path / "tesseract"
    program.write_text(program.read_text().replace("/bin/cat >/dev/null", "exec /bin/sleep 20"))
    monkeypatch.setenv("PATH", str(tmp_path))
    (problem,) = read_path(FILES / "scan.png", limits=Limits(ocr_seconds=0.2))
    assert isinstance(problem, Problem)
    assert problem.code == "ocr_too_slow"


def test_the_real_program_where_there_is_one() -> None:
    outcomes = list(read_path(FILES / "scan.png"))
    if shutil.which("tesseract") is None:
        assert [outcome.code for outcome in outcomes if isinstance(outcome, Problem)] == ["needs_ocr"]
    else:
        (document,) = (outcome for outcome in outcomes if isinstance(outcome, Document))
        assert "круглый стол «Дом без крика», в нём участвовали 45 учителей." in document.text
