"""Plans as Word and Excel have them: every row is understood as far as it goes."""

from datetime import datetime
from io import BytesIO
from typing import Any

import docx
import openpyxl
import pytest
from hypothesis import given, settings, strategies as st

from svod.packs import load
from svod.register.errors import SheetTaken
from svod.register.models import Plan, PlanSheet
from svod.register.plan_cells import NoTable
from svod.register.plan_head import head_of, left_out, template
from svod.register.plan_table import Row, read_table
from svod.register.services.draft_plan import plan_of
from svod.register.services.import_plan import already_there, read_sheet, receive_sheet, take
from tests.world import World

HEAD = ["№ п/п", "Наименование мероприятия", "Сроки", "Место проведения", "Ответственные", "Участники", "Охват"]
ROWS = [
    [
        "1",
        "Круглый стол «Дом, где не кричат»",
        "25.11.2025",
        "актовый зал",
        "председатель профкома",
        "родители",
        "около 60",
    ],
    ["2", "Тренинг по медиации", "1–3 декабря", "", "психолог", "педагоги", "свыше 40"],
    ["3", "Дөңгелек үстел «Тыныш үй»", "28 қараша", "", "", "ата-аналар", "40"],
    ["4", "Что-то неведомое", "когда-нибудь", "", "", "", ""],
]
PACK = load("sixteen_days")


def xlsx(rows: list[list[Any]], title: str = "") -> BytesIO:
    book = openpyxl.Workbook()
    for row in ([[title]] if title else []) + rows:
        book.active.append(row)
    out = BytesIO()
    book.save(out)
    out.seek(0)
    return out


def word(rows: list[list[str]]) -> BytesIO:
    document = docx.Document()
    document.add_paragraph("УТВЕРЖДАЮ")
    document.add_table(rows=1, cols=2).rows[0].cells[0].text = "Председатель"  # a table that is none of activities
    table = document.add_table(rows=0, cols=len(rows[0]))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    out = BytesIO()
    document.save(out)
    out.seek(0)
    return out


@pytest.mark.parametrize(
    ("name", "made"),
    [("план.xlsx", xlsx([HEAD, *ROWS], "План мероприятий на 2025 год")), ("план.docx", word([HEAD, *ROWS]))],
    ids=["xlsx", "docx"],
)
def test_it_works(name: str, made: BytesIO) -> None:
    first, second, third, last = read_table(made, name, PACK, 2025)
    assert (first.kind, first.title, first.first_day) == ("round_table", "Дом, где не кричат", "2025-11-25")
    assert (first.place, first.responsible, first.audience) == ("актовый зал", "председатель профкома", ("parents",))
    assert (first.expected_least, first.expected_most) == (54, 66)
    assert (second.first_day, second.last_day, second.audience) == ("2025-12-01", "2025-12-03", ("teachers",))
    assert (second.expected_least, second.expected_most) == (41, None)
    assert (third.kind, third.title, third.first_day) == ("round_table", "Тыныш үй", "2025-11-28")
    assert (last.kind, last.title, last.unclear) == ("other", "Что-то неведомое", ("kind", "day"))


def test_a_day_that_excel_knows_as_one() -> None:
    (row,) = read_table(xlsx([HEAD, ["1", "Лекция", datetime(2025, 12, 4), "", "", "", 30.0]]), "п.xlsx", PACK, 2025)
    assert (row.first_day, row.expected_least) == ("2025-12-04", 30)


@pytest.mark.parametrize(
    ("cell", "first", "last"),
    [
        ("декабрь", "2025-12-01", "2025-12-31"),
        ("желтоқсан айы", "2025-12-01", "2025-12-31"),
        ("ноябрь–декабрь 2025", "2025-11-01", "2025-12-31"),
        ("в течение акции", "2025-11-25", "2025-12-10"),
        ("науқан бойы", "2025-11-25", "2025-12-10"),
        ("вторая неделя декабря", None, None),
        ("когда-нибудь", None, None),
    ],
)
def test_a_month_and_the_whole_campaign_are_days_too(cell: str, first: str | None, last: str | None) -> None:
    (row,) = read_table(xlsx([HEAD, ["1", "Тренинг", cell, "", "", "", ""]]), "п.xlsx", PACK, 2025)
    assert (row.first_day, row.last_day) == (first, last)
    assert ("day" in row.unclear) == (first is None)


NO_PLANS = [
    ("п.xlsx", BytesIO(b"not a file of that kind"), "no_sheet"),
    ("п.docx", BytesIO(b"not a file of that kind"), "no_sheet"),
    ("п.xlsx", BytesIO(b""), "no_sheet"),
    ("п.docx", xlsx([HEAD, *ROWS]), "no_sheet"),  # another ending than its content
    ("п.xlsx", xlsx([["Имя", "Класс"], ["Слово", "7"]]), "no_table"),
    ("п.docx", word([["Имя", "Класс"], ["Слово", "7"]]), "no_table"),
    ("п.xlsx", xlsx([HEAD]), "sheet_empty"),
]


@pytest.mark.parametrize(("name", "made", "why"), NO_PLANS)
def test_what_is_no_plan_says_why(name: str, made: BytesIO, why: str) -> None:
    made.seek(0)
    with pytest.raises(NoTable) as refusal:
        read_table(made, name, PACK, 2025)
    assert refusal.value.args[0] == why


def test_a_heading_in_other_words_is_known_by_one_of_them() -> None:
    """A number of activities is none of people; what no plan has a place for is named, a running number is not."""
    head = ["№", "Наименование мероприятия", "Ожидаемое кол-во", "Кто ответственный", "Итог", "Кол-во мероприятий"]
    assert head_of(head) == {"activity": 1, "expected": 2, "responsible": 3}
    assert left_out(head) == {4: "Итог", 5: "Кол-во мероприятий"}
    rows = [["1", "Круглый стол «Дом»", "более 100", "профком", "по согласованию", ""], ["2", "Лекция", "", "", "", ""]]
    title = "План мероприятий на ноябрь с указанием срока и ответственных лиц"
    one, other = read_table(xlsx([head, *rows], title), "п.xlsx", PACK, 2025)
    assert (one.expected_least, one.expected_most, one.responsible, one.left) == (101, None, "профком", ("Итог",))
    assert other.left == ()


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_the_template_is_a_head(language: str) -> None:
    (head,) = openpyxl.load_workbook(BytesIO(template(language))).active.iter_rows(values_only=True)
    assert list(head_of(head)) == ["activity", "day", "place", "responsible", "audience", "expected", "partners"]


@settings(max_examples=60, deadline=None)
@given(cells=st.lists(st.text(max_size=40), min_size=7, max_size=7))
def test_no_cell_stops_it(cells: list[str]) -> None:
    clean = ["".join(c for c in cell if c.isprintable()) for cell in cells]
    for row in _rows_or_none(xlsx([HEAD, clean])):
        assert row.number == 2
        assert row.first_day is None or row.first_day <= row.last_day


def _rows_or_none(made: BytesIO) -> list[Row]:
    try:
        return read_table(made, "п.xlsx", PACK, 2025)
    except NoTable:
        return []


@pytest.fixture
def sheet(world: World) -> PlanSheet:
    plan = plan_of(world.campaign, world.school, world.people["reporter"])
    made = receive_sheet(plan, xlsx([HEAD, *ROWS]), "план.xlsx", world.people["reporter"])
    read_sheet(made.pk)
    made.refresh_from_db()
    return made


def test_what_is_ticked_is_taken_over_once(world: World, sheet: PlanSheet) -> None:
    numbers = [row["number"] for row in sheet.rows]
    take(sheet, {numbers[3]: "lecture"}, numbers[1:], world.people["reporter"])
    plan = Plan.objects.get()
    assert sorted(one.kind for one in plan.activities.all()) == ["lecture", "round_table", "training"]
    with pytest.raises(SheetTaken):
        take(sheet, {}, numbers, world.people["reporter"])
    assert plan.activities.count() == 3


def test_what_the_plan_has_is_known(world: World, sheet: PlanSheet) -> None:
    take(sheet, {}, [row["number"] for row in sheet.rows[:2]], world.people["reporter"])
    assert already_there(sheet) == {row["number"] for row in sheet.rows[:2]}
