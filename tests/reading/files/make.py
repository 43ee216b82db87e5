"""Makes the files beside this script that only other programs can write: run `python make.py` with LibreOffice,
its module `uno`, poppler-utils and zip installed. The tests read what is committed here and need none of them.

The sentences are invented.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import docx
import openpyxl
import pptx
from pptx.util import Inches

HERE = Path(__file__).parent
ROWS = (("Мероприятие", "Дата", "Участники"), ("Круглый стол", "25.11.2022", "45"), ("Тренинг", "", "50"))
PASSWORD = "16days"  # noqa: S105 # it protects nothing: a test shows that protected files are named
LOCKED_PDF = (
    'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},'
    f'"DocumentOpenPassword":{{"type":"string","value":"{PASSWORD}"}}}}'
)


def report() -> docx.document.Document:
    """One report with a page header, a heading, prose in two languages, lists, a table, and words after it."""
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Профсоюзная организация посёлка Берёзовка"
    made.sections[0].footer.paragraphs[0].text = "Составила: Г. Оспанова"
    made.add_heading("Отчёт о проведённых мероприятиях", 1)
    made.add_paragraph("В школе № 7 прошёл круглый стол «Дом без крика», в нём участвовали 45 учителей.")
    made.add_paragraph("Мектепте ата-аналарға арналған жиналыс өтті, оған елуден астам адам қатысты.")
    for text in ("Раздали памятки", "Показали фильм"):
        made.add_paragraph(text, style="List Number")
    made.add_paragraph("Оформили уголок доверия", style="List Bullet")
    table = made.add_table(len(ROWS), len(ROWS[0]))
    for line, texts in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(line.cells, texts, strict=True):
            cell.text = text
    made.add_paragraph("После таблицы сказано главное.")
    return made


def pages() -> docx.document.Document:
    """Three printed pages with a header and page numbers on each, justified and hyphenated by the program."""
    made = docx.Document()
    section = made.sections[0]
    section.header.paragraphs[0].text = "Районная организация профсоюза"
    number = section.footer.paragraphs[0]._p.makeelement(
        docx.oxml.ns.qn("w:fldSimple"), {docx.oxml.ns.qn("w:instr"): "PAGE"}
    )
    section.footer.paragraphs[0]._p.append(number)
    sentence = (
        "Первичная организация колледжа провела семинар-тренинг о доброжелательном общении, на котором преподаватели "
        "вместе со студентами составили памятку о том, куда обращаться за помощью. "
    )
    for name in ("Первый", "Второй", "Третий"):
        made.add_heading(f"{name} раздел", 2)
        for _ in range(6):
            made.add_paragraph(sentence * 3)
    return made


def table() -> docx.document.Document:
    """A table so narrow that words are cut, with cells merged over rows and over columns."""
    made = docx.Document()
    made.add_paragraph("Отчёт районной организации")
    rows = (
        ("Район", "Мероприятие", "Дата проведения", "Ответственные организации", "Количество участников", "Примечание"),
        ("Абайский", "Круглый стол «Вместе рядом»", "27.11.2026", "профком", "45", "без замечаний"),
        ("", "Классные часы", "с 25 по 30 ноября", "Гимназия", "1245 учащихся", ""),
        ("Всего по району", "", "", "", "1290", ""),
    )
    held = made.add_table(len(rows), len(rows[0]))
    held.style = "Table Grid"
    for line, texts in zip(held.rows, rows, strict=True):
        for cell, text in zip(line.cells, texts, strict=True):
            cell.text = text
    held.cell(1, 0).merge(held.cell(2, 0))
    held.cell(3, 0).merge(held.cell(3, 3))
    made.add_paragraph("После таблицы сказано главное.")
    return made


def sheets() -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.active.title = "Мероприятия"
    for texts in ROWS:
        book.active.append(texts)
    return book


def slides() -> pptx.presentation.Presentation:
    """Slides with a title, a list, a table, a box, words to say, and one that is hidden."""
    made = pptx.Presentation()
    told = made.slides.add_slide(made.slide_layouts[1])
    told.shapes.title.text = "Школа-лицей № 9"
    told.placeholders[1].text = "Прошёл круглый стол «Рядом» (34 педагога)\nФлешмоб с участием 90 учащихся"
    told.notes_slide.notes_text_frame.text = "Поблагодарить всех"
    second = made.slides.add_slide(made.slide_layouts[5])
    second.shapes.title.text = "Таблица"
    box = second.shapes.add_textbox(0, Inches(6), Inches(4), Inches(1))
    box.text_frame.text = "Роздано 150 буклетов"
    table = second.shapes.add_table(len(ROWS), len(ROWS[0]), 0, Inches(2), Inches(8), Inches(2)).table
    for line, texts in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(line.cells, texts, strict=True):
            cell.text = text
    hidden = made.slides.add_slide(made.slide_layouts[5])
    hidden.shapes.title.text = "Черновик"
    hidden._element.set("show", "0")
    used = {slide.slide_layout.name for slide in made.slides}
    for layout in [one for one in made.slide_layouts if one.name not in used]:
        made.slide_layouts.remove(layout)
    return made


def convert(source: Path, target: str, folder: Path = HERE) -> None:
    profile = f"-env:UserInstallation={(source.parent / 'profile').as_uri()}"  # whatever LibreOffice is doing goes on
    command = ["soffice", "--headless", profile, "--convert-to", target, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True)


def main() -> None:
    with tempfile.TemporaryDirectory() as place:
        source = Path(place, "report.docx")
        report().save(source)
        for target in ("odt", "doc", "rtf", "pdf"):
            convert(source, target)
        locked = Path(place, "locked.docx")
        report().save(locked)
        convert(locked, LOCKED_PDF)
        targets = [HERE / f"locked.{ending}" for ending in ("odt", "doc")]
        subprocess.run(["/usr/bin/python3", HERE / "lock.py", locked, PASSWORD, *targets], check=True)
        paged = Path(place, "pages.docx")
        pages().save(paged)
        convert(paged, "pdf")
        ruled = Path(place, "table.docx")
        table().save(ruled)
        convert(ruled, "pdf")
        sheet = Path(place, "sheets.xlsx")
        sheets().save(sheet)
        for target in ("xls", "ods"):
            convert(sheet, target)
        slides().save(HERE / "slides.pptx")
        convert(HERE / "slides.pptx", "ppt", Path(place))
        packed = HERE / "slides.zip"  # LibreOffice writes six hundred kilobytes of nothing
        subprocess.run(["zip", "-q", "-X", "-j", packed, Path(place, "slides.ppt")], check=True)
    text = HERE / "inside.txt"
    text.write_text("Проведён семинар.", encoding="utf-8")
    subprocess.run(["zip", "-j", "-P", PASSWORD, HERE / "locked.zip", text], check=True)
    text.unlink()
    subprocess.run(
        ["pdftoppm", "-r", "100", "-gray", "-png", "-singlefile", HERE / "report.pdf", HERE / "scan"], check=True
    )


if __name__ == "__main__":
    sys.exit(main())
