"""Each kind of source gives the text a person sees, in its order, with the role of every block."""

import zipfile
from datetime import date, datetime
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pptx
import pytest
import typst
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from svod.reading import read_path
from svod.records import Document, Problem

FILES = Path(__file__).parent / "files"
HEADING = "Отчёт о проведённых мероприятиях"
RUSSIAN = "В школе № 7 прошёл круглый стол «Дом без крика», в нём участвовали 45 учителей."
KAZAKH = "Мектепте ата-аналарға арналған жиналыс өтті, оған елуден астам адам қатысты."
ROWS = ["Мероприятие | Дата | Участники", "Круглый стол | 25.11.2022 | 45", "Тренинг | | 50"]


def read(path: Path) -> Document:
    """The only document of a file."""
    (document,) = (outcome for outcome in read_path(path, path.parent) if isinstance(outcome, Document))
    for block in document.blocks:
        assert document.text[block.start : block.end].strip() == document.text[block.start : block.end] != ""
    assert "\n".join(document.text[block.start : block.end] for block in document.blocks) == document.text
    return document


def blocks(path: Path) -> list[tuple[str, str]]:
    document = read(path)
    return [(block.role, document.text[block.start : block.end]) for block in document.blocks]


def save(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("ending", ["odt", "doc", "rtf", "pdf"])
def test_office_formats_keep_words_and_tables(ending: str) -> None:
    told = blocks(FILES / f"report.{ending}")
    texts = [text for _, text in told]
    assert {HEADING, RUSSIAN, KAZAKH, "После таблицы сказано главное."} <= set(texts)
    assert [text for role, text in told if role == "row"][:2] == ROWS[:2]
    assert texts.index(ROWS[0]) < texts.index("После таблицы сказано главное.")
    assert read(FILES / f"report.{ending}").language == "mixed"


@pytest.mark.parametrize("ending", ["odt", "rtf"])
def test_page_headers_are_told_apart_once(ending: str) -> None:
    headers = [text for role, text in blocks(FILES / f"report.{ending}") if role == "header"]
    assert sorted(headers) == ["Профсоюзная организация посёлка Берёзовка", "Составила: Г. Оспанова"]


def test_a_presentation_is_read_slide_by_slide() -> None:
    outcomes = list(read_path(FILES / "slides.pptx"))
    assert [(one.code, dict(one.details)) for one in outcomes if isinstance(one, Problem)] == [
        ("hidden_slides", {"count": "1"})
    ]
    assert blocks(FILES / "slides.pptx") == [
        ("heading", "Школа-лицей № 9"),
        ("paragraph", "Прошёл круглый стол «Рядом» (34 педагога)"),
        ("paragraph", "Флешмоб с участием 90 учащихся"),
        ("heading", "Таблица"),
        *(("row", text) for text in ROWS),
        ("paragraph", "Роздано 150 буклетов"),
    ]


def test_groups_merged_cells_and_drawings_of_a_presentation(tmp_path: Path) -> None:
    made = pptx.Presentation()
    slide = made.slides.add_slide(made.slide_layouts[6])
    group = slide.shapes.add_group_shape()
    group.shapes.add_textbox(0, 900, 900, 900).text_frame.text = "Ниже"
    group.shapes.add_textbox(0, 100, 900, 900).text_frame.text = "Выше"
    table = slide.shapes.add_table(3, 2, 0, 5000, 900, 900).table
    for line, texts in zip(table.rows, (("Школа № 1", "Тренинг"), ("", "Беседа"), ("", "Лекция")), strict=True):
        for cell, text in zip(line.cells, texts, strict=True):
            cell.text = text
    table.cell(0, 0).merge(table.cell(2, 0))
    drawn = (
        '<d xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:r><a:t>Провели </a:t></a:r>'
        "<a:r><a:t>вебинар</a:t></a:r></a:p><a:p/></d>"
    )
    part = Part(PackURI("/ppt/diagrams/data1.xml"), "application/xml", made.part.package, drawn.encode())
    slide.part.relate_to(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/diagramData")
    made.save(str(tmp_path / "a.pptx"))
    assert [text for _, text in blocks(tmp_path / "a.pptx")] == [
        *("Выше", "Ниже", "Школа № 1 | Тренинг", "Школа № 1 | Беседа", "Школа № 1 | Лекция", "Провели вебинар")
    ]


def test_an_old_presentation_gives_all_its_text() -> None:
    document = read(FILES / "slides.zip")
    assert document.format == "ppt"
    told = ("Школа-лицей № 9", "Прошёл круглый стол «Рядом» (34 педагога)", "25.11.2022", "Роздано 150 буклетов")
    assert set(told) <= set(document.text.splitlines())


def test_ods_rows_are_lines() -> None:
    assert [text for role, text in blocks(FILES / "sheets.ods") if role == "row"] == ROWS


def test_doc_table_with_an_empty_cell_keeps_its_columns() -> None:
    assert [text for role, text in blocks(FILES / "report.doc") if role == "row"] == ROWS


def test_xls() -> None:
    assert blocks(FILES / "sheets.xls") == [("heading", "Мероприятия"), *(("row", row) for row in ROWS)]


def test_pdf_joins_lines_and_tells_a_page_header_once() -> None:
    told = blocks(FILES / "pages.pdf")
    sentence = (
        "Первичная организация колледжа провела семинар-тренинг о доброжелательном общении, на котором преподаватели "
        "вместе со студентами составили памятку о том, куда обращаться за помощью."
    )
    assert [text for role, text in told if role == "header"] == ["Районная организация профсоюза"]
    told_sentences = [text for _, text in told if text.startswith("Первичная")]
    assert all(text.replace(sentence, "").strip() == "" for text in told_sentences)  # no line end within a sentence
    assert sum(text.count(sentence) for text in told_sentences) == 3 * 18
    assert not any(text.isdecimal() for _, text in told)


def test_pdf_joins_a_word_that_the_lines_end_divides(tmp_path: Path) -> None:
    told = "В сельской библиотеке организовали торжественное представление художественной самодеятельности учащихся."
    page = '#set page(width: 225pt, height: 300pt)\n#set text(size: 14pt, lang: "ru", hyphenate: true)\n'
    (tmp_path / "divided.pdf").write_bytes(typst.compile(f"{page}{told}".encode()))
    assert blocks(tmp_path / "divided.pdf") == [("paragraph", told)]


def test_xlsx_dates_merged_cells_and_hidden_sheets(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Итоги"
    sheet.append(["Область", "Вид", "Дата", "Участники"])
    sheet.append(["Абай", "Семинар", date(2022, 11, 25), 150])
    sheet.append([None, "Лекция", datetime(2022, 12, 1, 10, 30), None])
    sheet.merge_cells("A2:A3")
    sheet.merge_cells("D2:D3")
    hidden = book.create_sheet("Черновик")
    hidden.append(["секрет"])
    hidden.sheet_state = "hidden"
    book.create_sheet("Лист9").append(["Буклеты", 2.5])
    book.save(tmp_path / "a.xlsx")
    assert blocks(tmp_path / "a.xlsx") == [
        ("heading", "Итоги"),
        ("row", "Область | Вид | Дата | Участники"),
        ("row", "Абай | Семинар | 25.11.2022 | 150"),
        ("row", "Абай | Лекция | 01.12.2022 10:30"),  # a merged number is told once, or it would add up
        ("row", "Буклеты | 2.5"),
    ]
    assert [p.code for p in read_path(tmp_path / "a.xlsx") if isinstance(p, Problem)] == ["hidden_sheets"]


def test_html_shows_what_a_browser_would(tmp_path: Path) -> None:
    page = """<!DOCTYPE html><html><head><title>нет</title><script>нет()</script></head><body><h1>Отчёт</h1>
    <p>Провели <b>урок</b>&nbsp;мира<br>во дворе</p><ol start=3><li>лекция<li>беседа</ol><p style="display:none">нет</p>
    <table><tr><th>Вид</th><th>Число</th></tr><tr><td><p>Урок</p></td><td>5</td></tr></table></body></html>"""
    assert blocks(save(tmp_path / "a.html", page.encode())) == [
        ("heading", "Отчёт"),
        ("paragraph", "Провели урок мира"),
        ("paragraph", "во дворе"),
        ("item", "3. лекция"),
        ("item", "4. беседа"),
        ("row", "Вид | Число"),
        ("row", "Урок | 5"),
    ]


def test_html_in_its_declared_charset(tmp_path: Path) -> None:
    page = '<html><meta charset="koi8-r"><p>Акция прошла</p></html>'.encode("koi8-r")
    assert blocks(save(tmp_path / "a.html", page)) == [("paragraph", "Акция прошла")]


def letter() -> EmailMessage:
    made = EmailMessage()
    made["From"] = "Айгүл Серікова <a@example.org>"
    made["To"] = "b@example.org"
    made["Subject"] = "Отчёт школы"
    made["Date"] = "Mon, 05 Dec 2022 10:00:00 +0600"
    made.set_content("Провели урок доброты.\n", charset="koi8-r", cte="quoted-printable")
    made.add_alternative("<p>не это</p>", subtype="html")
    return made


def test_eml_body_author_and_day(tmp_path: Path) -> None:
    document = read(save(tmp_path / "a.eml", letter().as_bytes()))
    assert document.text.splitlines() == [
        "From: Айгүл Серікова",
        "Date: 05.12.2022",
        "Subject: Отчёт школы",
        "Провели урок доброты.",
    ]
    assert {(block.author, block.on) for block in document.blocks} == {("Айгүл Серікова", date(2022, 12, 5))}
    assert document.blocks[-1].role == "paragraph"


def test_eml_attachments_and_forwarded_letters_are_read(tmp_path: Path) -> None:
    outer = EmailMessage()
    outer["From"], outer["To"], outer["Subject"] = "c@example.org", "d@example.org", "Переслано"
    outer.set_content("Смотрите ниже.")
    outer.add_attachment(letter())
    outer.add_attachment("Прошла лекция.".encode("cp1251"), maintype="text", subtype="plain", filename="лекция.txt")
    outer.add_attachment(b"\0\0\0\x20ftypisom" + bytes(64), maintype="video", subtype="mp4", filename="фильм.mp4")
    path = save(tmp_path / "a.eml", outer.as_bytes())
    outcomes = list(read_path(path, tmp_path))
    documents = {outcome.source: outcome.text for outcome in outcomes if isinstance(outcome, Document)}
    assert list(documents) == ["a.eml", "a.eml › Отчёт школы.eml", "a.eml › лекция.txt"]
    assert documents["a.eml › лекция.txt"] == "Прошла лекция."
    (film,) = (outcome for outcome in outcomes if isinstance(outcome, Problem))
    assert (film.severity, film.code, film.source) == ("warning", "unsupported_media", "a.eml › фильм.mp4")


def test_zip_reads_members_and_their_old_names(tmp_path: Path) -> None:
    inner = BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("b.txt", "Урок мира.")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        old = zipfile.ZipInfo("отчёт.txt".encode("cp866").decode("cp437"))
        archive.writestr(old, "Провели лекцию.")
        archive.writestr("внутри.zip", inner.getvalue())
        archive.writestr("__MACOSX/._x.txt", "нет")
    sources = [outcome.source for outcome in read_path(tmp_path / "a.zip", tmp_path)]
    assert "a.zip › внутри.zip › b.txt" in sources
    assert len(sources) == 2


def test_a_long_text_broken_at_a_width_is_joined(tmp_path: Path) -> None:
    lines = [
        "В декабре первичная организация посёлка провела большую встречу с",
        "родителями, на которой педагоги рассказали о правах женщин, о меро-",
        "приятиях акции и о том, куда можно обратиться за помощью, о мастер-",
        "классе и о том, что делать дальше каждому из нас.",
    ]
    document = read(save(tmp_path / "a.txt", "\n".join(lines).encode()))
    assert "\n" not in document.text
    assert "о мероприятиях акции" in document.text
    assert "о мастер-классе" in document.text


def test_ids_are_stable_and_tell_members_apart(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("1.txt", "Лекция.")
        archive.writestr("2.txt", "Лекция.")
    ids = [outcome.id for outcome in read_path(tmp_path / "a.zip") if isinstance(outcome, Document)]
    assert len(set(ids)) == 2
    assert ids == [outcome.id for outcome in read_path(tmp_path / "a.zip") if isinstance(outcome, Document)]


def test_docx_saved_by_its_library_and_reads_back(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("Урок доброты.")
    made.save(tmp_path / "a.docx")
    assert blocks(tmp_path / "a.docx") == [("paragraph", "Урок доброты.")]
