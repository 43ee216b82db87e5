"""Pictures from outside, and what stands on the last page."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pypdfium2
import segno
from lxml import html as lxml_html

from svod.publishing import write_docx, write_html, write_pdf
from svod.records import Heading, Paragraph, Picture, Report, Run
from tests.publishing.campaign import REGISTER, report

MARK = "Код версии: ABCD-EFGH"


def square() -> Picture:
    out = BytesIO()
    code = segno.make("https://svod.example/verify/ABCD/", micro=False)
    code.save(out, kind="png", scale=4)
    side = code.symbol_size(4)[0]
    return Picture("Площадь у школы", "Женщины с плакатами", out.getvalue(), (side, side), 40)


def closed() -> Report:
    blocks = (*report().blocks, square())
    return replace(
        report(), blocks=blocks, closing=(Heading("Проверка", 1, "check"), Paragraph((Run(MARK),)), square())
    )


def test_the_page_holds_its_pictures(tmp_path: Path) -> None:
    write_html(closed(), REGISTER, tmp_path / "a.html")
    root = lxml_html.parse(str(tmp_path / "a.html")).getroot()
    pictures = root.xpath("//figure[@class='photo']/img")
    assert [one.get("alt") for one in pictures] == ["Женщины с плакатами"] * 2
    assert all(one.get("src").startswith("data:image/png;base64,") for one in pictures)
    assert root.xpath("//meta[@http-equiv]")[0].get("content").endswith("; img-src data:")
    assert MARK in root.xpath("//main/*")[-1].text_content()


def test_a_page_without_pictures_loads_none(tmp_path: Path) -> None:
    write_html(report(), REGISTER, tmp_path / "a.html")
    assert "img-src" not in (tmp_path / "a.html").read_text(encoding="utf-8")


def test_they_end_the_pdf(tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        write_pdf(closed(), REGISTER, tmp_path / name)
    document = pypdfium2.PdfDocument(tmp_path / "a.pdf")
    last = document[len(document) - 1]
    assert MARK in last.get_textpage().get_text_bounded()
    assert [one.type for one in last.get_objects()].count(3) == 1  # an image
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_they_end_the_document(tmp_path: Path) -> None:
    write_docx(closed(), REGISTER, tmp_path / "a.docx")
    document = docx.Document(str(tmp_path / "a.docx"))
    texts = [one.text for one in document.paragraphs if one.text]
    assert texts[-3:] == ["Проверка", MARK, "Площадь у школы"]
    (heading,) = (one for one in document.paragraphs if one.text == "Проверка")
    assert heading.paragraph_format.page_break_before
    assert [shape._inline.docPr.get("descr") for shape in document.inline_shapes].count("Женщины с плакатами") == 2
