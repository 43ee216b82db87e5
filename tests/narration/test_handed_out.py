"""Materials that people were given: a table from the log, each number with its lines."""

from dataclasses import replace

import pytest

from svod.narration import narrate
from svod.packs import load
from svod.records import Bounds, Document, Evidence, HandedOut, Heading, Paragraph, Report, Scope, Table, Total
from tests.narration.made import register

PACK = load("sixteen_days")
LINES = ["Школа | Мифы | 120", "Школа | Памятка | 30", "Колледж | Мифы | 50", "Офис | Мифы | 7"]
LOG = Document("log", "\n".join(LINES), "Журнал", "log")


def place(line: str) -> Evidence:
    start = LOG.text.index(line)
    return Evidence("log", start, start + len(line))


HANDED = (
    HandedOut("brochure", "KZ-39", 120, place(LINES[0])),
    HandedOut("memo", "KZ-39", 30, place(LINES[1])),
    HandedOut("brochure", "KZ-11", 50, place(LINES[2])),
    HandedOut("brochure", None, 7, place(LINES[3])),
)


def told(language: str, handed: tuple[HandedOut, ...] = HANDED) -> Report:
    return narrate(replace(register(), documents=(LOG,), handed_out=handed), PACK, language)


def table_of(report: Report) -> Table:
    at = next(n for n, one in enumerate(report.blocks) if isinstance(one, Heading) and one.anchor == "materials")
    found = report.blocks[at + 1]
    assert isinstance(found, Table)
    return found


@pytest.mark.parametrize(
    ("language", "header"),
    [
        ("ru", ("Регион", "Брошюра", "Памятка", "Всего")),
        ("kk", ("Өңір", "Кітапша", "Жаднама", "Барлығы")),
        ("en", ("Region", "Brochure", "Memo", "All")),
    ],
)
def test_it_works(language: str, header: tuple[str, ...]) -> None:
    table = table_of(told(language))
    assert table.header == header
    numbers = [[cell.value and cell.value.least for cell in row[1:]] for row in table.rows]
    assert numbers == [[50, None, 50], [120, 30, 150], [7, None, 7], [177, 30, 207]]


def test_a_number_opens_the_lines_it_adds_up() -> None:
    cell = table_of(told("ru")).rows[-1][1]
    assert [LOG.quote(one) for one in cell.runs[0].sources] == [LINES[0], LINES[2], LINES[3]]


def test_of_an_empty_log_nothing_is_said() -> None:
    assert not [one for one in told("ru", ()).blocks if isinstance(one, Heading) and one.anchor == "materials"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ru", "В Акмолинской области всего распространено не менее 50 экземпляров информационных материалов."),
        ("kk", "Ақмола облысында таратылған ақпараттық материалдардың жалпы саны — кемінде 50 дана."),
        ("en", "In Akmola Region, a total of at least 50 copies of information materials were distributed."),
    ],
)
def test_of_a_region_that_tells_no_activity_none_is_said_to_be_held(language: str, said: str) -> None:
    evidence = (place(LINES[2]),)
    reported = Total(Scope("materials", "KZ-11"), Bounds.at_least(50), Bounds.at_least(50), evidence=evidence)
    report = narrate(replace(register(), documents=(LOG,), totals=(reported,)), PACK, language)
    assert said in [one.text for one in report.blocks if isinstance(one, Paragraph)]
