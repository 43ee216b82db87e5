"""DOCX: everything that stands in a document, in its order, with all changes accepted."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from svod.reading import read_path
from svod.records import Document, Problem
from tests.reading.test_kinds import blocks, read


def document_with(body: str, path: Path) -> Path:
    """A document whose body holds that XML."""
    made = docx.Document()
    wrapped = parse_xml(f"<w:body {nsdecls('w', 'wp', 'a', 'r')} xmlns:mc='urn:mc' xmlns:wps='urn:wps'>{body}</w:body>")
    for element in list(wrapped):
        made.element.body.insert(len(made.element.body) - 1, element)
    made.save(path)
    return path


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_tracked_changes_are_accepted(tmp_path: Path) -> None:
    body = f"""
    <w:p>{run("Провели ")}<w:del w:id="1"><w:r><w:delText>одну </w:delText></w:r></w:del>
    <w:ins w:id="2">{run("две ")}</w:ins>{run("лекции")}<w:moveFrom w:id="3">{run(" вчера")}</w:moveFrom></w:p>
    <w:p><w:pPr><w:rPr><w:del w:id="4"/></w:rPr></w:pPr>{run("Этот абзац ")}</w:p><w:p>{run("стал одним.")}</w:p>
    <w:del w:id="5"><w:p>{run("нет")}</w:p></w:del>"""
    path = document_with(body, tmp_path / "a.docx")
    assert blocks(path) == [("paragraph", "Провели две лекции"), ("paragraph", "Этот абзац стал одним.")]
    assert [problem.code for problem in read_path(path) if isinstance(problem, Problem)] == ["tracked_changes"]


def test_deleted_rows_are_gone_and_merged_cells_are_told_in_each_row(tmp_path: Path) -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{run(text)}</w:p></w:tc>"

    first = '<w:vMerge w:val="restart"/>'
    body = f"""<w:tbl>
    <w:tr>{cell("Абай", first)}{cell("лекция")}{cell("90", first)}</w:tr>
    <w:tr>{cell("", "<w:vMerge/>")}{cell("урок")}{cell("", "<w:vMerge/>")}</w:tr>
    <w:tr><w:trPr><w:del w:id="1"/></w:trPr>{cell("нет")}{cell("нет")}{cell("нет")}</w:tr></w:tbl>"""
    assert blocks(document_with(body, tmp_path / "a.docx")) == [("row", "Абай | лекция | 90"), ("row", "Абай | урок")]


def test_nested_tables_frames_and_cells_of_several_paragraphs(tmp_path: Path) -> None:
    made = docx.Document()
    frame = made.add_table(1, 1).cell(0, 0)
    frame.paragraphs[0].text = "В рамке."
    frame.add_paragraph("Второй абзац.")
    outer = made.add_table(1, 2)
    outer.cell(0, 0).paragraphs[0].text = "Слева"
    outer.cell(0, 0).add_paragraph("Ниже")
    outer.cell(0, 1).text = "Справа"
    inner = outer.cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "а", "б"
    made.save(tmp_path / "a.docx")
    assert blocks(tmp_path / "a.docx") == [
        ("paragraph", "В рамке."),
        ("paragraph", "Второй абзац."),
        ("row", "Слева; Ниже | Справа"),
        ("row", "а | б"),
    ]


def test_text_boxes_links_breaks_and_hidden_words(tmp_path: Path) -> None:
    box = f"<w:txbxContent><w:p>{run('В надписи.')}</w:p></w:txbxContent>"
    body = f"""<w:p>{run("Первая")}<w:r><w:br/></w:r>{run("вторая ")}<w:hyperlink>{run("ссылка")}</w:hyperlink>
    <w:r><w:rPr><w:vanish/></w:rPr><w:t>нет</w:t></w:r>
    <w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>
    <mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p><w:p>{run("После.")}</w:p>"""
    assert blocks(document_with(body, tmp_path / "a.docx")) == [
        ("paragraph", "Первая\nвторая ссылка"),
        ("paragraph", "В надписи."),
        ("paragraph", "После."),
    ]


def test_headings_lists_and_page_headers(tmp_path: Path) -> None:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Область Абай"
    made.sections[0].footer.paragraphs[0].text = "12"
    made.add_heading("Отчёт", 1)
    made.add_paragraph().add_run("Колледж связи").bold = True
    for text in ("лекция", "урок"):
        made.add_paragraph(text, style="List Number")
    made.add_paragraph("беседа", style="List Bullet")
    made.add_paragraph("- диспут")
    made.save(tmp_path / "a.docx")
    assert blocks(tmp_path / "a.docx") == [
        ("header", "Область Абай"),
        ("heading", "Отчёт"),
        ("heading", "Колледж связи"),
        ("item", "1. лекция"),
        ("item", "2. урок"),
        ("item", "• беседа"),
        ("item", "- диспут"),
    ]


def repacked(source: Path, target: Path, change: Callable[[str, bytes], bytes], **more: bytes) -> Path:
    """The package with every part changed, and more parts."""
    with zipfile.ZipFile(source) as before, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            after.writestr(name, change(name, before.read(name)))
        for name, content in more.items():
            after.writestr(name, content)
    return target


def test_footnotes_follow_their_paragraph(tmp_path: Path) -> None:
    body = f'<w:p>{run("Урок.")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p><w:p>{run("Далее.")}</w:p>'
    plain = document_with(body, tmp_path / "plain.docx")
    notes = f'<w:footnotes {nsdecls("w")}><w:footnote w:id="2"><w:p>{run("Сноска.")}</w:p></w:footnote></w:footnotes>'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    def change(name: str, content: bytes) -> bytes:
        if name == "word/_rels/document.xml.rels":
            added = f'<Relationship Id="n1" Type="{office}/footnotes" Target="footnotes.xml"/></Relationships>'
            return content.replace(b"</Relationships>", added.encode())
        return content

    path = repacked(plain, tmp_path / "a.docx", change, **{"word/footnotes.xml": notes.encode()})
    assert read(path).text.split("\n") == ["Урок.", "Сноска.", "Далее."]


def test_macros_are_told_and_left_alone(tmp_path: Path) -> None:
    plain = document_with(f"<w:p>{run('Урок.')}</w:p>", tmp_path / "plain.docx")
    macro = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"

    def change(name: str, content: bytes) -> bytes:
        if name == "[Content_Types].xml":
            content = content.replace(
                b"openxmlformats-officedocument.wordprocessingml.document.main", b"macro"
            ).replace(b"application/vnd.macro+xml", b"application/vnd.ms-word.document.macroEnabled.main+xml")
            return content.replace(b"</Types>", b'<Default Extension="bin" ContentType="application/x"/></Types>')
        if name == "word/_rels/document.xml.rels":
            added = f'<Relationship Id="m1" Type="{macro}" Target="vbaProject.bin"/></Relationships>'
            return content.replace(b"</Relationships>", added.encode())
        return content

    path = repacked(plain, tmp_path / "a.docm", change, **{"word/vbaProject.bin": b"Sub AutoOpen()"})
    outcomes = list(read_path(path))
    assert [outcome.text for outcome in outcomes if isinstance(outcome, Document)] == ["Урок."]
    assert [outcome.code for outcome in outcomes if isinstance(outcome, Problem)] == ["macros"]


def test_what_stands_below_a_cell_merged_over_columns_stays_below_it(tmp_path: Path) -> None:
    made = docx.Document()
    table = made.add_table(3, 4)
    rows = (("Район", "Лекции", "", "Всего"), ("", "число", "охват", ""), ("Абайский", "2", "45", "47"))
    for line, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(line.cells, texts, strict=True):
            cell.text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    made.save(str(tmp_path / "a.docx"))
    assert [text for _, text in blocks(tmp_path / "a.docx")] == [
        *("Район | Лекции | | Всего", "Район | число | охват", "Абайский | 2 | 45 | 47"),
    ]
