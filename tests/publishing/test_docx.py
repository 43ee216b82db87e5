"""The Word document, opened by an independent reader; its look and its links."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from lxml import etree

from svod.publishing import write_docx
from svod.records import Report, Table
from tests.publishing.campaign import KAZAKH, REGISTER, report
from tests.publishing.test_html import hostile_report
from tests.publishing.variants import register_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def written(tmp_path: Path, tree: Report | None = None) -> Path:
    path = tmp_path / "report.docx"
    write_docx(tree or report(), REGISTER, path)
    return path


def opened(tmp_path: Path, tree: Report | None = None) -> WordDocument:
    return docx.Document(str(written(tmp_path, tree)))


def part(path: Path, name: str) -> bytes:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name)


def test_golden(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    root = etree.fromstring(part(written(tmp_path), "word/document.xml"))
    golden("document.xml", etree.tostring(root, encoding="unicode", pretty_print=True))


def test_the_same_report_gives_the_same_bytes(tmp_path: Path) -> None:
    assert written(tmp_path).read_bytes() == written(tmp_path).read_bytes()


def test_no_clock_and_the_language_in_the_properties(tmp_path: Path) -> None:
    path = written(tmp_path, report("kk"))
    core = part(path, "docProps/core.xml").decode()
    assert "created" not in core
    assert "modified" not in core.lower().replace("lastmodifiedby", "")
    assert docx.Document(str(path)).core_properties.language == "kk-KZ"
    assert b'w:lang w:val="kk-KZ"' in part(path, "word/styles.xml")
    with zipfile.ZipFile(path) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_official_look(tmp_path: Path) -> None:
    document = opened(tmp_path)
    section = document.sections[0]
    sides = (section.left_margin, section.right_margin, section.top_margin, section.bottom_margin)
    assert [round(side.cm, 1) for side in sides if side is not None] == [3.0, 1.5, 2.0, 2.0]
    assert section.page_width is not None
    assert round(section.page_width.cm, 1) == 21.0
    normal = document.styles["Normal"]
    assert normal.font.name == "Times New Roman"
    assert normal.font.size is not None
    assert normal.font.size.pt == 14
    assert round(normal.paragraph_format.first_line_indent.cm, 2) == 1.25
    assert normal.paragraph_format.line_spacing == 1.5
    footer = etree.tostring(section.footer._element, encoding="unicode")
    assert " PAGE " in footer


def test_no_style_falls_back_to_the_template_s_fonts_or_colours(tmp_path: Path) -> None:
    document = opened(tmp_path)
    used = {paragraph.style.name for paragraph in document.paragraphs if paragraph.style is not None}
    for name in used:
        fonts = document.styles[name].element.rPr.rFonts
        assert set(fonts.attrib.values()) == {"Times New Roman"}, name


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_its_words_and_numbers(tmp_path: Path, language: str) -> None:
    tree = report(language)
    document = opened(tmp_path, tree)
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert tree.title in text
    assert KAZAKH in text
    captions = {"ru": ("Таблица ", "Рисунок "), "kk": ("-кесте", "-сурет"), "en": ("Table ", "Figure ")}
    assert all(caption in text for caption in captions[language])
    headings = [one.text for one in document.paragraphs if one.style and one.style.name.startswith("Heading")]
    assert len(headings) == 5  # four of the tree and the annex


def test_captions_bear_their_numbers(tmp_path: Path) -> None:
    xml = part(written(tmp_path), "word/document.xml")
    captions = ["".join(map(str, one.itertext())) for one in etree.fromstring(xml).iter(f"{W}p")]
    assert "Таблица 1 – Мероприятия по регионам и видам" in captions
    assert "Рисунок 2 – Мероприятия по видам" in captions


def test_a_table_repeats_its_header_and_fills_the_line(tmp_path: Path) -> None:
    (table,) = opened(tmp_path).tables
    first = table._tbl.tr_lst[0]
    assert first.find(f"{W}trPr/{W}tblHeader") is not None
    assert table.rows[0].cells[0].text == "Регион"
    assert len(table.rows) == 4
    widths = [int(column.get(f"{W}w", "0")) for column in table._tbl.tblGrid.gridCol_lst]
    assert sum(widths) == pytest.approx(16.5 / 2.54 * 1440, rel=0.01)


def test_every_link_leads_to_a_bookmark_and_every_bookmark_is_one(tmp_path: Path) -> None:
    root = etree.fromstring(part(written(tmp_path), "word/document.xml"))
    names = [mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")]
    ids = [mark.get(f"{W}id") for mark in root.iter(f"{W}bookmarkStart")]
    assert len(set(names)) == len(names)
    assert len(set(ids)) == len(ids)
    links = {link.get(f"{W}anchor") for link in root.iter(f"{W}hyperlink")}
    assert links == set(names)
    assert {"s1", "n1"} <= links


def test_pictures_have_words_in_their_place(tmp_path: Path) -> None:
    root = etree.fromstring(part(written(tmp_path), "word/document.xml"))
    described = [one.get("descr", "") for one in root.iter("{*}docPr")]
    assert len(described) == 2
    assert "Костанай: ≥ 201" in described[0]


def test_pictures_fill_the_line_with_no_margin_of_their_own(tmp_path: Path) -> None:
    root = etree.fromstring(part(written(tmp_path), "word/document.xml"))
    margins = [[one.get(side) for side in ("distL", "distR")] for one in root.iter("{*}inline")]
    assert margins == [["0", "0"]] * 2


def test_hostile_words_stay_words(tmp_path: Path) -> None:
    path = tmp_path / "hostile.docx"
    write_docx(hostile_report(), register_of(), path)
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    assert "<script>alert('1')</script>" in text


def test_more_than_two_quotes_are_left_to_the_workbook(tmp_path: Path) -> None:
    from tests.publishing.large import many_places

    tree, register = many_places(7)
    path = tmp_path / "many.docx"
    write_docx(tree, register, path)
    text = "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    assert "[1] 7 много.txt: слово; слово; и ещё 5" in text


def test_the_guard_hides_in_every_quote(tmp_path: Path) -> None:
    path = tmp_path / "guarded.docx"
    write_docx(report(), REGISTER, path, guard=lambda *_: "***")
    sources = [one.text for one in docx.Document(str(path)).paragraphs if one.style and one.style.name == "Svod Source"]
    assert sources
    assert all(re.search(r": \*\*\*($|; )", source) for source in sources)
    assert not any("флешмоб" in source for source in sources)


def test_a_table_that_fits_a_page_stays_whole_and_a_sum_never_stands_alone(tmp_path: Path) -> None:
    from svod.records import Cell, Run

    for rows, kept in ((20, 20), (40, 3)):  # the header's row, and all rows but the last; the header's and two more
        lines = tuple((Cell((Run(str(number)),)),) for number in range(rows))
        path = written(tmp_path, Report("Т", "", "ru", (Table("Т", ("Регион",), lines),)))
        assert part(path, "word/document.xml").count(b"<w:keepNext/>") == kept


def test_a_wide_table_turns_its_headers(tmp_path: Path) -> None:
    from svod.records import Cell, Run

    header = ("Регион", *(f"Разъяснительная работа {number}" for number in range(12)))
    row = (Cell((Run("Западно-Казахстанская область"),)), *(Cell((Run("≥ 1 234"),), numeric=True) for _ in range(12)))
    path = written(tmp_path, Report("Т", "", "ru", (Table("Ш", header, (row,)),)))
    assert part(path, "word/document.xml").count(b"btLr") == 12


def test_it_is_a_readable_archive(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(written(tmp_path).read_bytes())) as archive:
        assert archive.testzip() is None
