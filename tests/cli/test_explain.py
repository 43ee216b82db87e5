"""`svod explain FILE`."""

from pathlib import Path

from lxml import html

from tests.cli.conftest import Svod


def test_it_works(run: Svod, reports: Path) -> None:
    result = run("explain", reports / "Рудный" / "отчёт.txt")
    assert result.exit_code == 0
    page = html.document_fromstring(result.stdout)
    assert "Тихий голос услышан" in page.text_content()
    assert page.xpath("//mark")


def test_it_writes_a_file(run: Svod, reports: Path) -> None:
    result = run("explain", reports / "Рудный" / "отчёт.txt", "-o", "page.html")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Тихий голос услышан" in Path("page.html").read_text(encoding="utf-8")


def test_a_file_that_cannot_be_read_is_named(run: Svod, reports: Path) -> None:
    empty = reports / "empty.txt"
    empty.touch()
    result = run("explain", empty)
    assert result.exit_code == 1
    assert "empty.txt: " in result.stderr


def test_a_file_that_is_not_there_is_wrong_use(run: Svod) -> None:
    result = run("explain", "nowhere.docx")
    assert result.exit_code == 2
    assert "'nowhere.docx' does not exist" in result.stderr
