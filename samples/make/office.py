"""Office files of a submission: DOCX, XLSX, HTML; DOC, ODT and RTF are made of the DOCX by LibreOffice."""

import html
import io
import re
import subprocess
import tempfile
import zipfile
from datetime import datetime
from itertools import groupby
from pathlib import Path
from zlib import crc32

import xlsxwriter
from docx import Document
from docx.document import Document as Docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from lxml.etree import _Element
from source import Block, Submission

WRITTEN_ON = datetime(2025, 12, 12, 9, 0)
STYLES = {"heading": "Heading 1", "paragraph": "Normal", "bullet": "List Bullet", "number": "List Number"}
TAGS = {"heading": "h1", "paragraph": "p", "bullet": "li", "number": "li"}
PAPER_WIDTH_CM = 15
CHANGES = re.compile(r"(\[-.*?-\]|\{\+.*?\+\})")
DAY = re.compile(r"\d\d\.\d\d\.\d{4}")


def make_docx(submission: Submission) -> bytes:
    document = Document()
    dress_officially(document)
    document.core_properties.author = "Svod samples"
    document.core_properties.created = document.core_properties.modified = WRITTEN_ON
    document.sections[0].header.paragraphs[0].text = submission.header
    document.sections[0].footer.paragraphs[0].text = submission.footer
    for role, blocks in groupby(submission.blocks, key=lambda block: block.role):
        if role == "row":
            add_table(document, [block.cells for block in blocks])
            continue
        for block in blocks:
            add_changed_text(document.add_paragraph(style=STYLES[role]), block.text)
    held = io.BytesIO()
    document.save(held)
    return with_fixed_dates(held.getvalue())


def dress_officially(document: Docx) -> None:
    """Times New Roman 14, black headings in the middle: what an office expects."""
    for name in ("Normal", "Heading 1"):
        style = document.styles[name]
        style.font.name, style.font.size = "Times New Roman", Pt(14)
        style.element.rPr.rFonts.attrib.pop(qn("w:asciiTheme"), None)
        style.element.rPr.rFonts.attrib.pop(qn("w:hAnsiTheme"), None)
    heading = document.styles["Heading 1"]
    heading.font.color.rgb = RGBColor(0, 0, 0)
    heading.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER


def add_table(document: Docx, rows: list[list[str]]) -> None:
    longest = [max(4, *(len(text) for text in column)) for column in zip(*rows, strict=True)]
    table = document.add_table(rows=0, cols=len(longest), style="Table Grid")
    for row in rows:
        for cell, text, length in zip(table.add_row().cells, row, longest, strict=True):
            cell.text, cell.width = text, Cm(PAPER_WIDTH_CM * length / sum(longest))


def add_changed_text(paragraph: Paragraph, text: str) -> None:
    """Runs of the paragraph; [-…-] becomes a tracked deletion, {+…+} a tracked insertion."""
    for part in filter(None, CHANGES.split(text)):
        if not CHANGES.fullmatch(part):
            paragraph.add_run(part)
            continue
        mark = OxmlElement("w:ins" if part.startswith("{") else "w:del")
        for name, value in (
            ("id", str(crc32(part.encode()) % 10**6)),
            ("author", "Обком"),
            ("date", "2025-12-11T10:00:00Z"),
        ):
            mark.set(qn(f"w:{name}"), value)
        mark.append(tracked_run(part[2:-2], deleted=part.startswith("[")))
        paragraph._p.append(mark)


def tracked_run(text: str, *, deleted: bool) -> _Element:
    run = OxmlElement("w:r")
    words = OxmlElement("w:delText" if deleted else "w:t")
    words.text = text
    words.set(qn("xml:space"), "preserve")
    run.append(words)
    return run


def with_fixed_dates(archive: bytes) -> bytes:
    """The same archive with one date on every member, so the same source gives the same bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            add_member(new, name, old.read(name))
    return held.getvalue()


def add_member(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    member = zipfile.ZipInfo(name, WRITTEN_ON.timetuple()[:6])
    member.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(member, content)


def make_xlsx(submission: Submission) -> bytes:
    """A sheet with a title, a header row, real dates and real numbers."""
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held)
    book.set_properties({"author": "Svod samples", "created": WRITTEN_ON})
    sheet = book.add_worksheet("Отчёт")
    day, strong = book.add_format({"num_format": "dd.mm.yyyy"}), book.add_format({"bold": True})
    sheet.set_column(1, 1, 12)
    sheet.set_column(2, 6, 34)
    for row, block in enumerate(submission.blocks):
        cells = block.cells if block.role == "row" else [block.text]
        for column, text in enumerate(cells):
            if DAY.fullmatch(text):
                sheet.write_datetime(row, column, datetime.strptime(text, "%d.%m.%Y"), day)
            elif text.isdigit():
                sheet.write_number(row, column, int(text))
            else:
                sheet.write_string(row, column, text, strong if row < 2 else None)
    book.close()
    return held.getvalue()


def make_html(submission: Submission) -> bytes:
    parts = []
    for role, blocks in groupby(submission.blocks, key=lambda block: block.role):
        lines = "\n".join(as_html(block) for block in blocks)
        parts.append(f"<ul>\n{lines}\n</ul>" if role == "bullet" else lines)
    title = html.escape(submission.blocks[0].text)
    head = f'<meta charset="utf-8">\n<title>{title}</title>\n<style>body {{ font-family: Georgia }}</style>'
    body = "\n".join(parts)
    return f'<!DOCTYPE html>\n<html lang="ru">\n<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n'.encode()


def as_html(block: Block) -> str:
    tag = TAGS[block.role]
    return f"<{tag}>{html.escape(block.text, quote=False)}</{tag}>"


def convert(docx: bytes, suffix: str) -> bytes:
    """The same document as LibreOffice saves it with that suffix (doc, odt, rtf)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "report.docx").write_bytes(docx)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            suffix,
            "--outdir",
            name,
            str(folder / "report.docx"),
        ]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own document
        return (folder / f"report.{suffix}").read_bytes()
