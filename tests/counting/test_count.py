"""Totals, contradictions and coverage of small registers whose numbers a person can check."""

from dataclasses import replace

import pytest

from svod.counting import Counting, count
from svod.linking import link
from svod.records import Bounds, Contradiction, Evidence, NothingHeld, Reading, Scope, Span, Total
from tests.linking.made import AKMOLA, ASTANA, KOSTANAY, PACK, bounds, submission, told, total

TITLE = "Мир в каждой семье"


def counted(*readings: Reading) -> Counting:
    return count(link(readings, PACK), readings, PACK)


def found(counting: Counting, measure: str, region: str | None = None, **more: str) -> Total:
    scope = Scope(measure, region, **more)
    (only,) = (one for one in counting.totals if one.scope == scope)
    return only


def value(counting: Counting, measure: str, region: str | None = None, **more: str) -> list[int | None]:
    return found(counting, measure, region, **more).value.as_list()


def test_activities_and_people_are_counted_by_region_kind_and_audience() -> None:
    counting = counted(
        submission("a", told(participants=45, audience=("pupils",)), told("seminar", participants=(31, None))),
        submission("b", told(participants=20, region=AKMOLA, audience=("pupils", "parents"))),
    )
    assert value(counting, "activities") == [3, 3]
    assert value(counting, "activities", KOSTANAY) == [2, 2]
    assert value(counting, "activities", kind="round_table") == [2, 2]
    assert value(counting, "activities", AKMOLA, kind="round_table") == [1, 1]
    assert value(counting, "activities", audience="pupils") == [2, 2]
    assert value(counting, "participants") == [96, None]
    assert value(counting, "participants", kind="round_table") == [65, 65]
    assert value(counting, "participants", audience="pupils") == [65, 65]
    assert value(counting, "participants", audience="parents") == [20, 20]


def test_a_partners_activities_are_counted_as_honestly_as_all() -> None:
    """Two reports that say no more than that seminars were held with the police may tell the same ones."""
    seminars = told("seminar", count=(2, None), partners=("police",))
    counting = counted(submission("a", seminars), submission("b", seminars), submission("c", told("lecture")))
    assert value(counting, "activities", partner="police") == [2, None]
    assert value(counting, "activities", KOSTANAY) == [3, None]


def test_an_activity_without_a_number_of_people_leaves_the_most_open() -> None:
    people = found(counted(submission("a", told(participants=45), told("seminar"))), "participants")
    assert people.value == Bounds.at_least(45)
    assert people.unknown == 1


def test_one_activity_told_three_times_counts_once_with_three_evidences() -> None:
    counting = counted(*(submission(name, told(title=TITLE, participants=45)) for name in "abc"))
    assert value(counting, "activities") == [1, 1]
    assert value(counting, "participants") == [45, 45]
    assert [evidence.document for evidence in found(counting, "activities").evidence] == ["a", "b", "c"]
    assert counting.contradictions == ()


def test_planned_activities_are_left_aside() -> None:
    assert value(counted(submission("a", told(), told("seminar", planned=True))), "activities") == [1, 1]


def test_a_plural_counts_as_many_as_it_says() -> None:
    assert value(counted(submission("a", told(count=5), told("seminar", count=(2, None)))), "activities") == [7, None]


def test_plurals_of_two_reports_may_be_the_same() -> None:
    seminars = told("seminar", count=(2, None))
    assert value(counted(submission("a", seminars), submission("b", seminars)), "activities") == [2, None]


def test_a_plural_may_cover_what_another_report_names() -> None:
    counting = counted(
        submission("region", told("seminar", count=(2, None))),
        *(submission(f"s{number}", told("seminar", f"Урок {number}")) for number in range(5)),
    )
    assert value(counting, "activities") == [5, None]


@pytest.mark.parametrize(
    ("named", "where", "place", "least"),
    [
        (0, None, None, 2),
        (1, None, None, 2),
        (3, None, None, 3),
        (1, "Рудный", "Рудный", 2),
        (1, "Рудный", "Костанай", 3),
        (1, "Карасуский район", "Карамырза", 2),
        (1, "Карасуский район", "Аулиекольский район", 3),
    ],
)
def test_a_plural_may_announce_what_its_own_report_names(
    named: int, where: str | None, place: str | None, least: int
) -> None:
    """ "В школах Рудного прошли семинары", and then one after another."""
    titled = [told("seminar", title=f"Урок {number}", place=place) for number in range(named)]
    plural = told("seminar", count=(2, None), place=where)
    assert value(counted(submission("a", plural, *titled)), "activities", KOSTANAY) == [least, None]


def test_plurals_of_two_districts_are_apart() -> None:
    seminars = [told("seminar", count=(2, None), place=place) for place in ("Аулиекольский район", "Карасуский район")]
    region = submission("region", told("seminar", count=(2, None)))
    assert value(counted(region, *map(submission, "ab", seminars)), "activities") == [4, None]


@pytest.mark.parametrize(
    ("listed", "reported", "expected", "contradicts"),
    [
        (10, 200, [200, 200], False),
        (10, (201, None), [201, None], False),
        (10, (190, 210), [190, 210], False),
        (195, (190, 210), [195, 210], False),
        (200, 200, [200, 200], False),
        (250, 200, [250, None], True),
        (250, (201, None), [250, None], False),
        (250, (190, 210), [250, None], True),
        ((2, None), 40, [40, 40], False),
    ],
)
def test_a_reported_total_covers_what_is_listed(
    listed: int | tuple[int, int | None],
    reported: int | tuple[int, int | None],
    expected: list[int | None],
    contradicts: bool,
) -> None:
    counting = counted(submission("a", told(count=listed), totals=(total("activities", reported),)))
    assert value(counting, "activities", KOSTANAY) == expected
    assert value(counting, "activities") == expected
    assert bool(counting.contradictions) == contradicts


def test_what_is_reported_beyond_the_list_may_be_of_any_kind() -> None:
    counting = counted(submission("a", told(), told("seminar"), totals=(total("activities", 32),)))
    assert value(counting, "activities", KOSTANAY, kind="seminar") == [1, None]
    assert value(counting, "activities", kind="seminar") == [1, None]


def test_what_is_reported_of_a_kind_raises_its_region_once() -> None:
    counting = counted(
        submission(
            "a",
            told("seminar", "Диалог"),
            told("lecture", "Права"),
            totals=(total("activities", 40, kind="seminar"), total("activities", 30)),
        )
    )
    assert value(counting, "activities", KOSTANAY, kind="seminar") == [40, 40]
    assert value(counting, "activities", KOSTANAY) == [41, None]
    (contradiction,) = counting.contradictions
    assert (contradiction.one, contradiction.other) == (Bounds(41, 41), Bounds(30, 30))


def test_the_largest_of_several_totals_of_one_report_covers_the_others() -> None:
    totals = tuple(total("activities", number) for number in (8, 23, 32))
    counting = counted(submission("a", told(), totals=totals))
    assert value(counting, "activities") == [32, 32]
    assert counting.contradictions == ()


def test_a_total_for_the_parent_and_for_the_child_are_not_added() -> None:
    national = submission("n", totals=(total("participants", 1000, region=None),))
    regions = (
        submission("k", told("seminar"), totals=(total("participants", 400),)),
        submission("a", told("seminar", region=AKMOLA), totals=(total("participants", 300, region=AKMOLA),)),
    )
    assert value(counted(national, *regions), "participants") == [1000, 1000]
    assert value(counted(*regions), "participants") == [700, 700]


def test_two_reports_of_one_region_that_exclude_each_other_are_shown() -> None:
    counting = counted(
        submission("department", totals=(total("activities", 498),)),
        submission("union", totals=(total("activities", 512),)),
    )
    assert value(counting, "activities", KOSTANAY) == [512, None]
    scope = Scope("activities", KOSTANAY)
    here, there = (Evidence("department", 0, 9),), (Evidence("union", 0, 9),)
    assert Contradiction(scope, Bounds.exactly(498), Bounds.exactly(512), here, there) in counting.contradictions


def test_totals_that_two_reports_round_differently_agree() -> None:
    counting = counted(
        submission("department", totals=(total("activities", (450, 550)),)),
        submission("union", totals=(total("activities", 512),)),
    )
    assert value(counting, "activities", KOSTANAY) == [512, 512]
    assert counting.contradictions == ()


def test_totals_of_two_districts_are_apart_where_they_say_so() -> None:
    places = ("Аулиекольский район", "Карасуский район")
    counting = counted(
        *(submission(place, totals=(total("participants", 300, place=place),)) for place in places),
        submission("town", totals=(total("participants", 100, place="Рудный"),)),
    )
    assert value(counting, "participants", KOSTANAY) == [600, None]
    assert counting.contradictions == ()


def test_a_total_inside_a_districts_report_does_not_speak_for_the_region() -> None:
    district = submission(
        "district",
        told("seminar", place="Рудный"),
        told("lecture", place="Рудный"),
        totals=(total("activities", 3),),
    )
    region = submission("region", *(told("meeting", f"Встреча {number}") for number in range(9)))
    assert value(counted(district, region), "activities", KOSTANAY) == [11, None]
    assert counted(district, region).contradictions == ()
    assert value(counted(district), "activities", KOSTANAY) == [3, 3]


def test_totals_of_submissions_that_name_no_region_do_not_speak_for_the_campaign() -> None:
    counting = counted(
        submission("a", told("seminar", "Диалог", region=None), totals=(total("participants", 300, region=None),)),
        submission("b", told("seminar", "Права", region=None), totals=(total("participants", 78, region=None),)),
    )
    assert value(counting, "participants") == [300, None]
    assert counting.contradictions == ()


def test_a_district_that_lists_more_than_its_total_contradicts_itself() -> None:
    lists = [told("seminar", f"Урок {number}", place="Рудный") for number in range(5)]
    counting = counted(
        submission("district", *lists, totals=(total("activities", 3),)), submission("region", told("meeting"))
    )
    (contradiction,) = counting.contradictions
    assert (contradiction.one, contradiction.other) == (Bounds.exactly(5), Bounds.exactly(3))


def test_the_last_row_of_a_table_sums_up_the_table_and_no_region() -> None:
    """Others of the region tell more than the table does: that contradicts nothing; its own rows may."""
    rows = [told("seminar", f"Урок {number}") for number in range(3)]
    other = submission("school", told("lecture", "Право"), told("contest", "Рисунок"))

    def table(number: int) -> Counting:
        of_table = total("activities", number, reasons=("table_sums_up",))
        return counted(submission("table", *rows, totals=(of_table,)), other)

    assert table(3).contradictions == ()
    assert value(table(3), "activities", KOSTANAY) == [5, None]
    (contradiction,) = table(2).contradictions
    assert (contradiction.one, contradiction.other) == (Bounds.exactly(3), Bounds.exactly(2))


def test_a_table_whose_last_row_is_more_than_its_rows_contradicts_itself() -> None:
    """Unless a row gives no number, or is still to come."""
    of_table = total("participants", 90, reasons=("table_sums_up",))
    rows = [told("seminar", f"Урок {number}", participants=20) for number in range(3)]
    (contradiction,) = counted(submission("table", *rows, totals=(of_table,))).contradictions
    assert (contradiction.one, contradiction.other) == (Bounds.exactly(60), Bounds.exactly(90))
    for more in (told("lecture"), told("lecture", participants=30), told("lecture", participants=30, planned=True)):
        assert counted(submission("table", *rows, more, totals=(of_table,))).contradictions == ()


def test_a_total_of_a_town_that_is_not_named_is_none_of_the_region() -> None:
    town = total("activities", 2, reasons=("sums_up_its_place",))
    others = submission("region", *(told("meeting", f"Встреча {number}") for number in range(9)))
    assert counted(submission("chat", told("seminar"), totals=(town,)), others).contradictions == ()
    city = submission("city", told(region=ASTANA), totals=(town | {"region": ASTANA},))
    more = submission("more", *(told("meeting", f"Встреча {number}", region=ASTANA) for number in range(9)))
    assert len(counted(city, more).contradictions) == 1  # the town is all of that region


def test_a_contradiction_says_what_it_is_about() -> None:
    district = [
        submission(name, totals=(total("activities", number, place="Карасуский район"),))
        for name, number in (("a", 71), ("b", 73))
    ]
    assert [found.place for found in counted(*district).contradictions] == ["Карасуский район"]
    tellers = [
        submission(name, told(title=TITLE, on="2022-12-05", place="Рудный", participants=number))
        for name, number in (("a", 45), ("b", 60))
    ]
    (found,) = counted(*tellers).contradictions
    assert (found.place, found.title) == ("Рудный", TITLE)


def test_tellers_who_give_different_numbers_of_people_contradict() -> None:
    counting = counted(
        submission("a", told(title=TITLE, on="2022-12-05", participants=45, sources=(("participants", Span(3, 5)),))),
        submission("b", told(title=TITLE, on="2022-12-05", participants=60)),
    )
    (contradiction,) = counting.contradictions
    assert contradiction.one_evidence == (Evidence("a", 3, 5),)
    assert (contradiction.one, contradiction.other) == (Bounds.exactly(45), Bounds.exactly(60))
    assert value(counting, "participants") == [60, 60]


def test_a_number_that_somebody_puts_right_is_no_second_truth() -> None:
    wrong = told(title=TITLE, on="2022-12-05", participants=45)
    right = wrong | {"participants": bounds(60), "reasons": ("instead_of:45",)}
    for order in ((wrong, right), (right, wrong)):
        counting = counted(*(submission(f"{number}", one) for number, one in enumerate(order)))
        assert value(counting, "participants") == [60, 60]
        assert counting.contradictions == ()
    totals = total("activities", 96), total("activities", 98, reasons=("instead_of:96",))
    counting = counted(*(submission(f"{number}", totals=(one,)) for number, one in enumerate(totals)))
    assert value(counting, "activities", KOSTANAY) == [98, 98]
    assert counting.contradictions == ()


def test_materials_and_organisations_are_only_as_reported() -> None:
    counting = counted(
        submission("a", told(), totals=(total("materials", 500), total("organisations", (21, None)))),
        submission("b", told(region=AKMOLA)),
    )
    assert value(counting, "materials", KOSTANAY) == [500, 500]
    assert value(counting, "materials") == [500, None]
    assert value(counting, "organisations") == [21, None]
    assert not [one for one in counting.totals if one.scope == Scope("materials", AKMOLA)]


def test_an_activity_without_a_region_counts_in_the_campaign() -> None:
    counting = counted(submission("a", told(region=None), told("seminar")))
    assert value(counting, "activities") == [2, 2]
    assert value(counting, "activities", KOSTANAY) == [1, 1]


def test_totals_lead_back_to_the_list_and_to_the_claims() -> None:
    counting = counted(submission("a", told(), totals=(total("activities", 32, kind="round_table"),)))
    for scope in (Scope("activities"), Scope("activities", KOSTANAY), Scope("activities", None, "round_table")):
        (only,) = (one for one in counting.totals if one.scope == scope)
        assert only.evidence == (Evidence("a", 0, 9), Evidence("a", 10, 19))


def test_coverage_tells_the_silent_from_those_heard() -> None:
    coverage = counted(
        submission("a", told(planned=True)), submission("b", totals=(total("activities", 5, region=AKMOLA),))
    ).coverage
    assert coverage.expected == (AKMOLA, KOSTANAY, ASTANA)
    assert coverage.reported == (AKMOLA, KOSTANAY)
    assert coverage.silent == (ASTANA,)
    assert coverage.nothing_held == ()


def said_nothing(name: str, region: str | None = None, source: str = "") -> Reading:
    one = submission(name)
    answer = NothingHeld(Evidence(name, 0, 9), region)
    return replace(one, document=replace(one.document, source=source), nothing_held=(answer,))


def test_where_it_is_said_that_nothing_was_held() -> None:
    coverage = counted(
        said_nothing("a", AKMOLA),
        said_nothing("b", source="Астана/ответ.txt"),
        submission("c", told()),
        said_nothing("d", KOSTANAY),
    ).coverage
    assert coverage.reported == (AKMOLA, KOSTANAY, ASTANA)
    assert coverage.silent == ()
    assert coverage.nothing_held == (AKMOLA, ASTANA)  # in Kostanay somebody else held something
    answers = [("a", AKMOLA), ("b", ASTANA), ("d", KOSTANAY)]
    assert [(one.evidence.document, one.region) for one in coverage.answers] == answers


def test_a_plan_or_a_nought_does_not_speak_against_it_a_number_does() -> None:
    planned = counted(submission("a", told(planned=True)), said_nothing("b", KOSTANAY))
    nought = counted(submission("a", totals=(total("activities", 0),)), said_nothing("b", KOSTANAY))
    claimed = counted(submission("a", totals=(total("activities", 5),)), said_nothing("b", KOSTANAY))
    assert [one.coverage.nothing_held for one in (planned, nought, claimed)] == [(KOSTANAY,), (KOSTANAY,), ()]


def test_a_submission_in_a_regions_folder_is_a_report_of_the_region() -> None:
    empty = submission("a")
    filed = replace(empty, document=replace(empty.document, source="2022/Астана/письмо.eml › отчёт.docx"))
    assert counted(filed).coverage.reported == (ASTANA,)


def test_nobody_reported() -> None:
    counting = counted()
    assert counting.totals == ()
    assert counting.coverage.silent == PACK.expected
