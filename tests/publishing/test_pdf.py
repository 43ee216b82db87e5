"""The PDF, opened by an independent reader: text, bookmarks, links; the data that typst is given."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from svod.publishing import write_pdf
from svod.publishing.pdf import typst_data
from svod.records import Heading, Paragraph, Report, Run
from tests.publishing.campaign import KAZAKH, REGISTER, report
from tests.publishing.large import many_places
from tests.publishing.test_html import hostile_report
from tests.publishing.variants import register_of


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_golden(golden: Callable[[str, str], None]) -> None:
    data = typst_data(report(), REGISTER)
    for block in data["blocks"]:
        if "svg" in block:
            block["svg"] = block["svg"].replace("><", ">\n<").splitlines()
    golden("typst.json", json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def test_the_same_report_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        write_pdf(report(), REGISTER, tmp_path / name)
    content = (tmp_path / "a.pdf").read_bytes()
    assert content == (tmp_path / "b.pdf").read_bytes()
    assert b"CreationDate" not in content


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_its_words(tmp_path: Path, language: str) -> None:
    tree = report(language)
    write_pdf(tree, REGISTER, tmp_path / "r.pdf")
    text = text_of(tmp_path / "r.pdf")
    assert all(letter in text for letter in KAZAKH)
    said = re.sub(r"\W", "", text)
    for block in tree.blocks:
        if isinstance(block, Heading):
            assert re.sub(r"\W", "", block.text) in said
    pages = {"ru": "Страница 2 из 3", "kk": "3 беттің 2-беті", "en": "Page 2 of 3"}
    assert pages[language] in text


def test_bookmarks_language_title_and_tags(tmp_path: Path) -> None:
    write_pdf(report("kk"), REGISTER, tmp_path / "r.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "r.pdf")
    titles = [bookmark.get_title() for bookmark in document.get_toc()]
    assert titles == ["Жалпы қорытынды", "Қостанай облысы", "Қызылорда облысы", "Ұсыныстар", "Дереккөздер"]
    assert document.get_metadata_dict()["Title"] == report("kk").title
    assert document.is_tagged()
    assert b"/Lang(kk)" in (tmp_path / "r.pdf").read_bytes()


def test_numbers_lead_to_the_annex_and_back(tmp_path: Path) -> None:
    """A link for each mark in the text, and one back for each entry of the annex."""
    write_pdf(report(), REGISTER, tmp_path / "r.pdf")
    data = json.dumps(typst_data(report(), REGISTER))
    links = (tmp_path / "r.pdf").read_bytes().count(b"/Subtype/Link")
    assert links == data.count('"mark"') + data.count('"number":')
    assert data.count('"first": true') == data.count('"number":')


def test_no_text_becomes_markup(tmp_path: Path) -> None:
    write_pdf(hostile_report(), register_of(), tmp_path / "r.pdf")
    text = text_of(tmp_path / "r.pdf").replace("\n", "").replace("\r", "")
    for words in ("#set page()", "*звезда*", "{{7*7}}", "$x$", "<script>"):
        assert re.sub(r"\s", "", words) in re.sub(r"\s", "", text)


def test_pictographs_of_a_chat_are_boxes_and_the_pdf_stays_accessible(tmp_path: Path) -> None:
    tree = Report("Т", "", "ru", (Paragraph((Run("Ура 😀🎗️✅❤️ нам"),)),))
    write_pdf(tree, REGISTER, tmp_path / "r.pdf")
    assert "Ура □□□□ нам" in text_of(tmp_path / "r.pdf")
    assert b"pdfuaid:part" in (tmp_path / "r.pdf").read_bytes()


def test_a_script_without_a_bundled_font_does_not_cost_the_report(tmp_path: Path) -> None:
    tree = Report("Т", "", "ru", (Paragraph((Run("Гость сказал 你好 всем"),)),))
    write_pdf(tree, REGISTER, tmp_path / "r.pdf")
    assert "Гость сказал" in text_of(tmp_path / "r.pdf")


@pytest.mark.parametrize("first", [1, 3, 6])
def test_odd_heading_levels_are_set_all_the_same(tmp_path: Path, first: int) -> None:
    tree = Report("", "", "ru", (Heading("А", first), Heading("Б", 9), Paragraph((Run("в"),), note=True)))
    write_pdf(tree, REGISTER, tmp_path / "r.pdf")
    assert "Б" in text_of(tmp_path / "r.pdf")


def test_more_than_two_quotes_are_left_to_the_workbook() -> None:
    tree, register = many_places(7)
    (entry,) = typst_data(tree, register)["sources"]
    assert entry["quotes"] == (("много.txt", "слово"), ("", "слово"))
    assert entry["more"] == "и ещё 5"


def test_the_guard_hides_in_every_quote() -> None:
    data = typst_data(report(), REGISTER, lambda *_: "***")
    assert {words for entry in data["sources"] for _, words in entry["quotes"]} == {"***"}
