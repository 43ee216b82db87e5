"""The whole way: the bundled samples become a register, a report and its files."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path

import docx
import openpyxl
import pypdfium2
import pytest
from lxml import html
from lxml.html import HtmlElement

from svod.extraction import extract
from svod.packs import Pack, load
from svod.pipeline import OUTPUTS, Outcome, consolidate, register_of, year_of
from svod.records import Block, Document, Evidence, NothingHeld, Period, Problem, Reading, Register

SAMPLES = Path(__file__).parents[1] / "samples" / "reports"
PACK = load("sixteen_days")
LINKED = 13  # activities that several submissions tell: all of links.jsonl

# Figures that are nobody's report: dates, what stands in quotation marks, a convention's number, help lines.
MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
DATE = re.compile(rf"(с\s)?\d+(\s(по|и)\s\d+|–\d+)?\s({MONTHS})(\s20\d\d\sгода)?|20\d\d\sгод[ау]?", re.IGNORECASE)
TITLE = re.compile(r"«[^»]*»|№\s?\d+")
HELP = re.compile(r"\b1\d\d\s—[^;.]*")


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    return consolidate(SAMPLES, tmp_path_factory.mktemp("first"), PACK, workers=1)


@pytest.fixture(scope="module")
def page(outcome: Outcome) -> HtmlElement:
    return html.document_fromstring(file(outcome, "report.html").read_text(encoding="utf-8"))


def file(outcome: Outcome, name: str) -> Path:
    return next(path for path in outcome.files if path.name == name)


def test_the_samples_are_read(outcome: Outcome) -> None:
    register = outcome.register
    assert register.year == 2025
    assert {Path(problem.source).name for problem in outcome.unreadable} == {
        "Целиноградский район.docx",
        "Иргизский район.txt",
    }
    assert {"KZ-10", "KZ-27", "KZ-35", "KZ-39", "KZ-61"} <= set(register.coverage.reported)
    assert "KZ-23" in register.coverage.silent


def test_what_is_told_more_than_once_counts_once(outcome: Outcome) -> None:
    """links.jsonl names what several submissions tell; what is joined is joined with nothing else."""
    lines = (SAMPLES.parent / "links.jsonl").read_text(encoding="utf-8").splitlines()
    expected = Counter(tuple(sorted({source for source, _ in json.loads(line)["told_in"]})) for line in lines)
    joined = Counter(told for told in tellers(outcome.register) if len(told) > 1)
    assert (joined & expected).total() >= LINKED
    assert all(any(set(told) <= set(one) for one in expected) for told in joined)


def tellers(register: Register) -> Iterator[tuple[str, ...]]:
    """For each activity the submissions that tell it."""
    sources = {document.id: document.source for document in register.documents}
    for one in register.activities:
        yield tuple(sorted({sources[evidence.document] for evidence in one.evidences}))


def test_every_evidence_is_a_place_in_a_text_that_is_kept(outcome: Outcome) -> None:
    register = outcome.register
    texts = {document.id: document.text for document in register.documents}
    for evidence in evidences(register):
        assert 0 <= evidence.start < evidence.end <= len(texts[evidence.document])


def evidences(register: Register) -> Iterator[Evidence]:
    yield from chain.from_iterable(one.evidences for one in (*register.activities, *register.planned))
    yield from chain.from_iterable(total.evidence for total in register.totals)
    yield from (total.evidence for total in register.reported)


def test_all_files_are_written_and_nothing_else(outcome: Outcome) -> None:
    assert tuple(path.name for path in outcome.files) == OUTPUTS
    assert {path.name for path in outcome.files[0].parent.iterdir()} == set(OUTPUTS)


def test_the_documents_open_and_hold_the_report(outcome: Outcome) -> None:
    word = docx.Document(str(file(outcome, "report.docx")))
    assert outcome.report.title in {paragraph.text for paragraph in word.paragraphs}
    assert word.tables
    with pypdfium2.PdfDocument(file(outcome, "report.pdf")) as printed:
        first = printed[0].get_textpage().get_text_bounded()
    assert outcome.report.title.split()[0].casefold() in first.casefold()


def test_the_register_opens_and_holds_every_activity(outcome: Outcome) -> None:
    register = outcome.register
    ids = [one.id for one in (*register.activities, *register.planned)]
    lines = file(outcome, "activities.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ids
    book = openpyxl.load_workbook(file(outcome, "register.xlsx"), read_only=True)
    cells = {cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    book.close()
    assert set(ids) <= cells


def test_the_problems_name_what_could_not_be_read(outcome: Outcome) -> None:
    problems = file(outcome, "problems.txt").read_text(encoding="utf-8")
    assert all(problem.source in problems for problem in outcome.unreadable)


def test_every_number_of_the_prose_opens_a_source(page: HtmlElement) -> None:
    """A sentence's figures stand in a link, or the sentence ends in the mark of its source."""
    loose = []
    for paragraph in page.xpath("//article//p | //article//li"):
        words = " ".join(text for text in paragraph.xpath(".//text()[not(ancestor::a)]"))
        for pattern in (DATE, TITLE, HELP):
            words = pattern.sub("", words)
        if re.search(r"\d", words) and not paragraph.xpath(".//a[starts-with(@href, '#s')]"):
            loose.append(paragraph.text_content())
    assert loose == []


def test_every_number_of_a_table_opens_a_source(page: HtmlElement) -> None:
    cells = page.xpath("//td[contains(@class, 'n')]")
    numbers = [cell for cell in cells if re.search(r"[1-9]", cell.text_content())]
    assert len(numbers) > 50
    assert [cell.text_content() for cell in numbers if not cell.xpath(".//a[starts-with(@href, '#s')]")] == []


def test_every_source_shows_the_words(page: HtmlElement) -> None:
    sources = page.xpath("//li[@class='reference']")
    assert len(sources) > 100
    for source in sources:
        assert source.xpath(".//blockquote//mark") or source.xpath(".//a[starts-with(@href, '#q')]")


def test_a_number_of_people_opens_the_words_that_give_it(tmp_path: Path) -> None:
    """Where they are not the sentence that tells the activity: the next one, or what a chat corrects."""
    (tmp_path / "in").mkdir()
    held = "26 ноября 2025 года в школе № 5 города Рудного прошёл круглый стол «Голос». Присутствовали 45 учащихся."
    chat = "27.11.2025, 10:12 - Асель: Актау: провели тренинг «Нет», 28 детей\n27.11.2025, 10:15 - Асель: не 28 а 31\n"
    for name, text in (("отчёт.txt", held), ("чат.txt", chat)):
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    made = consolidate(tmp_path / "in", tmp_path / "out", PACK, workers=1)
    page = html.document_fromstring(file(made, "report.html").read_text(encoding="utf-8"))
    marked = {mark.text_content() for mark in page.xpath("//li[@class='reference']//blockquote//mark")}
    assert {"45 учащихся", "31"} <= marked


def test_two_runs_give_the_same_bytes(outcome: Outcome, tmp_path: Path) -> None:
    """Also where the work is shared by several processes."""
    again = consolidate(SAMPLES, tmp_path, PACK, workers=2)
    for one, other in zip(outcome.files, again.files, strict=True):
        assert one.read_bytes() == other.read_bytes(), one.name


def test_the_order_of_the_submissions_does_not_matter(outcome: Outcome) -> None:
    readings = [extract(document, PACK) for document in outcome.register.documents]
    straight = register_of(readings, PACK, 2025)
    mixed = register_of(readings[::-1], PACK, 2025)
    assert mixed.activities == straight.activities
    assert mixed.planned == straight.planned
    assert {(total.scope, total.value) for total in mixed.totals} == {
        (total.scope, total.value) for total in straight.totals
    }
    assert mixed.coverage == straight.coverage


@pytest.mark.parametrize(
    ("texts", "year"),
    [
        ([], None),
        (["Без года"], None),
        (["5 декабря 2022 года", "в 2022 году", "с 1991 года, а в 2021 году"], 2022),
        (["2021, 2021, 2021", "2022", "2022"], 2022),
        (["2021", "2022"], 2022),
    ],
)
def test_the_year_is_what_most_submissions_name(texts: list[str], year: int | None) -> None:
    assert year_of(Document(str(number), text) for number, text in enumerate(texts)) == year


def test_the_messages_of_a_chat_tell_its_year() -> None:
    said = Block(0, 5, "message", on=date(2024, 11, 27))
    assert year_of([Document("a", "Салем", blocks=(said,))]) == 2024


def test_without_any_year_the_days_are_of_the_last_campaign_and_a_person_is_told(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "школа.txt").write_text("26 ноября прошёл семинар «Дом».", encoding="utf-8")
    register = consolidate(tmp_path / "in", tmp_path / "out", PACK, workers=1).register
    year = PACK.latest(date.today())
    assert register.year == year
    assert [one.activity.date for one in register.activities] == [Period.parse(f"{year}-11-26")]
    assert Problem("look", "year_assumed", "in", (("year", str(year)),)) in register.problems


def test_problems_of_reading_and_texts_without_a_find_are_kept(outcome: Outcome) -> None:
    damaged = Problem("unreadable", "damaged", "a.docx")
    empty = Reading(Document("a", "Здравствуйте!", "b.txt"))
    denied = Document("c", "Мероприятия не проводились.", "c.txt")
    answered = Reading(denied, nothing_held=(NothingHeld(Evidence("c", 0, 26), "KZ-39"),))
    register = register_of([empty, answered], PACK, None, [damaged])
    assert register.problems == (damaged, Problem("look", "nothing_found", "b.txt"))


def test_a_pack_by_any_other_name(tmp_path: Path) -> None:
    other: Pack = load("safety_day")
    (tmp_path / "in").mkdir()
    text = "28 апреля 2025 года в Караганде прошёл семинар «Безопасный труд» для 30 работников."
    (tmp_path / "in" / "a.txt").write_text(text, encoding="utf-8")
    made = consolidate(tmp_path / "in", tmp_path / "out", other)
    assert len(made.register.activities) == 1
    assert other.names["ru"] in file(made, "report.html").read_text(encoding="utf-8")


def test_a_text_that_names_no_region_is_of_its_folder_s(tmp_path: Path) -> None:
    folder = tmp_path / "in" / "Атырауская область"
    folder.mkdir(parents=True)
    text = "2 декабря 2025 года проведён круглый стол для 35 педагогов. Всего проведено 12 мероприятий."
    (folder / "чат.txt").write_text(text, encoding="utf-8")
    register = consolidate(tmp_path / "in", tmp_path / "out", PACK, workers=1).register
    assert [one.activity.region for one in register.activities] == ["KZ-23"]
    assert [one.region for one in register.reported] == ["KZ-23"]
