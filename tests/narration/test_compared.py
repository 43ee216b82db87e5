"""Plan against fact, this year against an earlier one: what is counted, and that no more is said than is known."""

from dataclasses import replace

import pytest

from svod.extraction import extract
from svod.narration import narrate, slides
from svod.pipeline import register_of
from svod.records import Activity, BarChart, Candidate, DistinctActivity, Document, Register, Report, Scope, Table
from tests.narration.made import EXPECTED, PACK, activity, bounds, distinct, register, sentences

KOSTANAY, ABAI = "KZ-39", "KZ-10"
PLAN, YEARS = "plan-and-fact", "years"


def with_plans(*held: tuple[Activity, str | None], planned: tuple[Activity, ...] = ()) -> Register:
    """A register of held activities, some of which a plan told before: its count, as `bounds` reads it."""
    made = register(*(one for one, _ in held), planned=planned)
    joined = tuple(
        replace(one, members=(*one.members, replace(one.activity, planned=True, count=bounds(plan)))) if plan else one
        for one, (_, plan) in zip(made.activities, held, strict=True)
    )
    return replace(made, activities=joined)


def lines(report: Report, caption: str) -> list[list[str]]:
    table = next(block for block in report.blocks if isinstance(block, Table) and block.caption == caption)
    return [["".join(run.text for run in cell.runs) for cell in row] for row in table.rows]


def test_what_was_planned_is_held_or_not_told_of_or_beyond() -> None:
    made = with_plans(
        (activity("seminar", region=KOSTANAY), "1"),
        (activity("lecture", region=KOSTANAY, count="3"), "5"),
        (activity("talk", region=KOSTANAY, count="2+"), None),
        (activity("survey", region=ABAI), None),
        planned=(activity("seminar", region=KOSTANAY), activity("concert", region=KOSTANAY)),
    )
    report = narrate(made, PACK)
    assert lines(report, "План и факт по регионам") == [
        ["Костанай", "8", "4", "4", "≥ 2"],
        ["Итого", "8", "4", "4", "≥ 2"],
    ]
    assert lines(report, "План и факт по формам") == [
        ["Семинары", "2", "1", "1", "0"],
        ["Лекции", "5", "3", "2", "0"],
        ["Концерты", "1", "0", "1", "0"],
        ["Иные формы", "0", "0", "0", "≥ 2"],
        ["Итого", "8", "4", "4", "≥ 2"],
    ]


@pytest.mark.parametrize(("talks", "drawn"), [("1", False), ("4", True)])
def test_bars_that_are_all_alike_are_not_drawn(talks: str, drawn: bool) -> None:
    planned = (activity("seminar"), activity("talk", count=talks), activity("concert"), activity("survey"))
    report = narrate(register(activity("lecture"), planned=planned), PACK)
    charts = [block for block in report.blocks if isinstance(block, BarChart) and block.series]
    assert bool(charts) == drawn


def test_a_number_of_the_plan_opens_the_plan() -> None:
    report = narrate(register(activity("seminar"), planned=(activity("talk", region=ABAI),)), PACK)
    table = next(block for block in report.blocks if isinstance(block, Table) and "План и факт" in block.caption)
    assert table.rows[0][1].runs[0].activities == ("П-0001",)


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_what_is_not_told_of_is_never_said_to_be_not_held(language: str) -> None:
    said = sentences(narrate(register(planned=(activity("talk", region=ABAI),)), PACK, language), PLAN)
    never = {"ru": "это не означает, что оно не состоялось", "kk": "өтпеді дегенді білдірмейді", "en": "not mean that"}
    assert never[language] in said


def test_a_plan_of_which_all_is_held_says_so() -> None:
    said = sentences(narrate(with_plans((activity("seminar", region=ABAI), "1")), PACK), PLAN)
    assert said.startswith("Известно о планах провести 1 мероприятие. Сообщено о проведении всего запланированного.")


def test_plans_meet_what_was_held_by_the_linker_s_measure() -> None:
    plan = (
        "План. 28 ноября в Рудном будет проведён круглый стол «Тихий голос услышан». Запланирован концерт в Лисаковске."
    )
    told = "28 ноября в Рудном проведён круглый стол «Тихий голос услышан» с участием 45 педагогов."
    documents = [
        Document(name, text, f"Костанай/{name}.txt", language="ru", year=2025)
        for name, text in (("план", plan), ("отчёт", told))
    ]
    made = register_of([extract(document, PACK) for document in documents], PACK, 2025)
    assert lines(narrate(made, PACK), "План и факт по формам") == [
        ["Круглые столы", "1", "1", "0", "0"],
        ["Концерты", "1", "0", "1", "0"],
        ["Итого", "2", "1", "1", "0"],
    ]


def test_a_plan_that_only_resembles_what_was_held_is_left_to_a_person() -> None:
    made = with_plans((activity("talk", region=ABAI), None), planned=(activity("talk", region=ABAI, planned=True),))
    pair = Candidate(made.activities[0].activity, made.planned[0].activity, 8.0, (), ())
    told = sentences(narrate(replace(made, candidates=(pair, pair)), PACK), PLAN)
    assert "Из них, возможно, проведено 1:" in told
    assert "возможно" not in sentences(narrate(made, PACK), PLAN)


def test_without_a_plan_there_is_no_such_part() -> None:
    assert sentences(narrate(register(activity("seminar")), PACK), PLAN) == ""


@pytest.mark.parametrize(
    ("now", "before", "said"),
    [
        ("210", "180", "Это на 30 больше (примерно на 17 %)."),
        ("180", "210", "Это на 30 меньше (примерно на 14 %)."),
        ("180", "180", "Мероприятий было столько же."),
        ("201+", "180", "Мероприятий стало больше; насколько, эти числа точно сказать не позволяют."),
        ("90-110", "180+", "Мероприятий стало меньше; насколько, эти числа точно сказать не позволяют."),
        ("201+", "180+", "Стало мероприятий больше или меньше, эти числа сказать не позволяют"),
        ("90-110", "100", "Стало мероприятий больше или меньше, эти числа сказать не позволяют"),
    ],
)
def test_two_years_are_compared_no_closer_than_the_bounds_allow(now: str, before: str, said: str) -> None:
    text = sentences(narrate(counting(now, 2025), PACK, earlier=counting(before, 2024)), YEARS)
    assert said in text
    assert ("%" in text) == ("примерно" in said)


def counting(number: str, year: int) -> Register:
    return register(activity("talk", region=ABAI, count=number), year=year)


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_at_least_stays_at_least(language: str) -> None:
    text = sentences(narrate(counting("201+", 2025), PACK, language, earlier=counting("180+", 2024)), YEARS)
    least = {"ru": "не менее 201 мероприятия, за 2024 год — не менее 180", "kk": "кемінде 180", "en": "at least 180"}
    assert least[language] in text


def test_a_region_of_one_year_alone_has_a_dash_for_the_other() -> None:
    now = register(activity("talk", region=ABAI), activity("talk", region=KOSTANAY), year=2025)
    earlier = register(activity("seminar", region=ABAI), reported=[(Scope("activities", ABAI), "7+")], year=2024)
    report = narrate(now, PACK, earlier=earlier)
    assert lines(report, "Мероприятия по регионам: 2025 и 2024 год")[:2] == [
        ["Абай", "1", "≥ 7"],
        ["Костанай", "1", "—"],
    ]
    chart = next(block for block in report.blocks if isinstance(block, BarChart) and block.series)
    assert chart.series == ("2025", "2024")
    assert [bar[:2] for bar in chart.bars] == [("Абай", 1), ("Абай", 7), ("Костанай", 1), ("Костанай", 0)]


def test_the_numbers_of_an_earlier_year_open_nothing() -> None:
    report = narrate(counting("7", 2025), PACK, earlier=counting("5", 2024))
    table = next(block for block in report.blocks if isinstance(block, Table) and block.header[-1] == "2024")
    assert [cell.runs[0].activities for cell in table.rows[0]] == [(), ("М-0001",), ()]


def test_the_order_of_activities_changes_nothing() -> None:
    held = [activity("seminar", region=KOSTANAY), activity("talk", region=ABAI, count="2+")]
    plans = tuple(activity(kind, region=region) for kind, region in (("talk", ABAI), ("concert", KOSTANAY)))
    told: set[str] = set()
    for one, other in ((held, plans), (held[::-1], plans[::-1])):
        report = narrate(register(*one, planned=other), PACK)
        told.add(str([lines(report, f"План и факт по {what}") for what in ("регионам", "формам")]))
    assert len(told) == 1


def test_members_of_a_distinct_activity_that_is_only_planned_are_no_fact() -> None:
    (only,) = distinct([activity("talk", region=ABAI, planned=True)], "П")
    made = replace(register(), planned=(DistinctActivity(only.id, only.activity, only.members * 2),))
    assert lines(narrate(made, PACK), "План и факт по регионам")[0] == ["Абай", "1", "0", "1", "0"]


def test_a_slide_has_the_largest_regions_and_the_rest_in_one_line_whose_sum_is_the_whole() -> None:
    plans = tuple(activity("talk", region=code, count=str(at + 1)) for at, code in enumerate(EXPECTED))
    rows = lines(slides(register(planned=plans), PACK), "План и факт по регионам")
    assert len(rows) == 9
    assert rows[-2][:2] == ["Остальные", str(sum(range(1, 14)))]
    assert rows[-1][:2] == ["Итого", str(sum(range(1, 21)))]
