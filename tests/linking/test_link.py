"""Which tellings are one activity, which never are, and what becomes of them."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings, strategies as st

from svod.linking import candidates, explain, link
from svod.records import Bounds, DistinctActivity, Evidence, Period, Reading, Span
from tests.linking.made import AKMOLA, ASTANA, KOSTANAY, PACK, copy, submission, told

TITLE = "Мир в каждой семье"


def linked(*readings: Reading) -> tuple[DistinctActivity, ...]:
    return link(readings, PACK)


ONE = {
    "one title, told with other marks": (told(title=TITLE), told(title="«МИР в каждой — семье!»")),
    "one title with a word misspelt, one day": (
        told(title=TITLE, on="2022-12-05"),
        told(title="Мир в кажой семье", on="2022-12-05"),
    ),
    "one title; the region rounds the number": (
        told(title=TITLE, participants=45),
        told(title=TITLE, participants=(41, 49)),
    ),
    "one title, kinds that are often taken for each other, one day": (
        told("seminar", TITLE, "2022-12-05"),
        told("training", TITLE, "2022-12-05"),
    ),
    "one title, region not known to one": (
        told(title=TITLE, on="2022-12-05"),
        told(title=TITLE, on="2022-12-05", region=None),
    ),
    "no title: day and organiser": (
        told(on="2022-12-05", organiser="Профсоюз школы № 5"),
        told(on="2022-12-05", organiser="профсоюз школы №5"),
    ),
    "no title: day, place and number": (
        told(on="2022-12-05", place="Рудный", participants=45),
        told(on="2022-12-05", place="Рудный", participants=45),
    ),
    "no title, in Russian and Kazakh: day, place by its other name, number": (
        told(on="2022-12-05", place="Костанай", participants=45, title="Мир в каждой семье"),
        told(on="2022-12-05", place="Қостанай", participants=45, title="Әр отбасында татулық"),
    ),
    "planned by one, held by the other": (
        told(title=TITLE, on="2022-12-05", planned=True),
        told(title=TITLE, on="2022-12-05"),
    ),
    "a plural with the very same numbers": (
        told(count=12, participants=340),
        told(count=12, participants=340),
    ),
    "a plural with one title": (
        told("lecture", TITLE, count=(2, None)),
        told("lecture", TITLE, count=(2, None)),
    ),
}

TWO = {
    "regions": (told(title=TITLE, on="2022-12-05"), told(title=TITLE, on="2022-12-05", region=AKMOLA)),
    "kinds": (told(title=TITLE, on="2022-12-05"), told("exhibition", TITLE, "2022-12-05")),
    "titles": (
        told(title=TITLE, on="2022-12-05", place="Рудный"),
        told(title="Права ребёнка", on="2022-12-05", place="Рудный"),
    ),
    "days far apart": (told(title=TITLE, on="2022-11-28"), told(title=TITLE, on="2022-12-05")),
    "schools by number": (
        told(title=TITLE, on="2022-12-05", organiser="Школа № 5"),
        told(title=TITLE, on="2022-12-05", organiser="Школа № 7"),
    ),
    "schools by name in one town on one day": (
        told(title=TITLE, on="2022-12-05", place="Рудный", organiser="гимназия имени Абая"),
        told(title=TITLE, on="2022-12-05", place="Рудный", organiser="лицей «Озарение»"),
    ),
    "towns": (told(title=TITLE, place="Рудный"), told(title=TITLE, place="Костанай")),
    "town and district of one root": (
        told(title=TITLE, place="Карасу"),
        told(title=TITLE, place="Аулиекольский район"),
    ),
    "lessons by number": (told(title="Урок доброты 1"), told(title="Урок доброты 2")),
    "a title within a longer one": (told(title="Нет насилию"), told(title="Скажи нет насилию в семье и школе")),
    "bare mentions": (told(), told()),
    "bare plurals": (told("seminar", count=(2, None)), told("seminar", count=(2, None))),
    "bare plurals on one day in one place": (
        told("seminar", on="2022-12-05", place="Рудный", count=(2, None)),
        told("seminar", on="2022-12-05", place="Рудный", count=(2, None)),
    ),
    "numbers of activities": (told(title=TITLE, count=3), told(title=TITLE, count=5)),
    "only day and kind": (told(on="2022-12-05"), told(on="2022-12-05")),
    "a class of 25 on one day": (told(on="2022-12-05", participants=25), told(on="2022-12-05", participants=25)),
}


@pytest.mark.parametrize("case", ONE)
def test_two_submissions_tell_one_activity(case: str) -> None:
    one, other = ONE[case]
    (distinct,) = linked(submission("a", one), submission("b", other))
    assert [evidence.document for evidence in distinct.evidences] == ["a", "b"]
    assert distinct.why


@pytest.mark.parametrize("case", TWO)
def test_two_submissions_tell_two_activities_apart_by(case: str) -> None:
    one, other = TWO[case]
    assert len(linked(submission("a", one), submission("b", other))) == 2


@pytest.mark.parametrize("case", ONE)
def test_what_one_submission_tells_apart_stays_apart(case: str) -> None:
    assert len(linked(submission("a", *ONE[case]))) == 2


def test_what_one_submission_tells_apart_is_not_joined_through_another() -> None:
    distinct = linked(
        submission("a", told(title=TITLE, on="2022-12-05"), told(title=TITLE)), submission("b", told(title=TITLE))
    )
    assert sorted(len(one.members) for one in distinct) == [1, 2]


def test_school_district_and_region_tell_one_activity() -> None:
    (distinct,) = linked(
        submission("school", told(title=TITLE, on="2022-12-05", participants=45, organiser="Школа № 5")),
        submission("district", told(title=TITLE, on="2022-12-05", place="Рудный")),
        submission("region", told(on="2022-12-05", place="Рудный", organiser="школа №5", participants=(41, 49))),
    )
    assert len(distinct.members) == 3
    assert distinct.activity.title == TITLE
    assert distinct.activity.participants == Bounds.exactly(45)
    assert distinct.activity.place == "Рудный"


def test_a_title_in_fashion_names_no_single_activity() -> None:
    schools = [submission(f"s{number}", told(title=TITLE)) for number in range(8)]
    assert len(linked(*schools)) == 8
    assert len(linked(*schools[:3])) == 1


def test_the_same_text_twice_is_one_telling_of_everything_in_it() -> None:
    mentions = (told(), told(), told("seminar", count=(2, None)))
    one, copy = submission("a", *mentions, text="Отчёт"), submission("b", *mentions, text="Отчёт\n")
    distinct = linked(one, copy)
    assert [len(found.members) for found in distinct] == [2, 2, 2]
    assert {found.why for found in distinct} == {("same_text",)}


def test_a_copy_lends_no_weight_to_a_value() -> None:
    seminar, training = told("seminar", TITLE, "2022-12-05"), told("training", TITLE, "2022-12-05")
    alone = linked(submission("a", seminar, text="А"), submission("b", training, text="Б"))
    with_copy = linked(
        submission("a", seminar, text="А"), submission("b", training, text="Б"), submission("c", training, text="Б")
    )
    assert alone[0].activity.kind == with_copy[0].activity.kind


def test_the_fullest_value_of_each_field_is_kept() -> None:
    (distinct,) = linked(
        submission("a", told(title=TITLE, on="2022-12-01/2022-12-10", audience=("pupils",), confidence=0.6)),
        submission(
            "b",
            told(title=TITLE, on="2022-12-05", audience=("parents", "pupils"), materials=("leaflet",), online=True),
        ),
        submission("c", told(title=TITLE, organiser="Школа № 5", partners=("police",), participants=(41, 49))),
    )
    merged = distinct.activity
    assert merged.date == Period.parse("2022-12-05")
    assert merged.audience == ("parents", "pupils")
    assert merged.materials == ("leaflet",)
    assert merged.partners == ("police",)
    assert merged.organiser == "Школа № 5"
    assert merged.online
    assert merged.confidence == 1.0


@pytest.mark.parametrize(
    ("first", "second", "merged"),
    [
        (45, (41, 49), Bounds(45, 45)),
        ((31, None), (1, 40), Bounds(31, 40)),
        ((51, None), 60, Bounds(60, 60)),
        (45, 60, Bounds(45, 60)),
        (45, (60, None), Bounds(45, None)),
    ],
)
def test_numbers_of_participants_are_reconciled(
    first: int | tuple[int, int | None], second: int | tuple[int, int | None], merged: Bounds
) -> None:
    (distinct,) = linked(
        submission("a", told(title=TITLE, on="2022-12-05", participants=first)),
        submission("b", told(title=TITLE, on="2022-12-05", participants=second)),
    )
    assert distinct.activity.participants == merged


def test_planned_and_then_held_is_held_as_it_was_held() -> None:
    (distinct,) = linked(
        submission("plan", told(title=TITLE, on="2022-12-05", planned=True, participants=100, place="Рудный")),
        submission("fact", told(title=TITLE, on="2022-12-05", participants=45)),
    )
    assert not distinct.activity.planned
    assert distinct.activity.participants == Bounds.exactly(45)
    assert distinct.activity.place == "Рудный"


def test_planned_by_all_stays_planned() -> None:
    (distinct,) = linked(*(submission(name, told(title=TITLE, planned=True)) for name in "ab"))
    assert distinct.activity.planned


def test_a_merged_activity_points_only_into_its_own_text() -> None:
    (distinct,) = linked(
        submission("a", told(title=TITLE, on="2022-12-05", place="Рудный", sources=(("title", Span(1, 2)),))),
        submission("b", told(title=TITLE, on="2022-12-05", participants=45, sources=(("participants", Span(3, 4)),))),
    )
    document = distinct.activity.evidence.document
    (own,) = (member for member in distinct.members if member.evidence.document == document)
    assert distinct.activity.sources == own.sources


def test_the_register_is_numbered_by_region_date_kind_and_title() -> None:
    distinct = link(
        [
            submission("a", told(region=None), told(region=ASTANA), told("seminar", "Б", "2022-12-05")),
            submission("b", told("seminar", "А", "2022-12-05"), told("round_table", "Я", "2022-12-05")),
            submission("c", told(on="2022-12-04"), told(), told("lecture", region=AKMOLA)),
        ],
        PACK,
        prefix="К",
    )
    printed = [
        (one.activity.region, one.activity.date and one.activity.date.last.day, one.activity.title) for one in distinct
    ]
    assert printed == [
        (AKMOLA, None, None),
        (KOSTANAY, 4, None),
        (KOSTANAY, 5, "Я"),
        (KOSTANAY, 5, "А"),
        (KOSTANAY, 5, "Б"),
        (KOSTANAY, None, None),
        (ASTANA, None, None),
        (None, None, None),
    ]
    assert [one.id for one in distinct] == [f"К-{number:04d}" for number in range(1, 9)]


def from_school(number: int, said: str) -> Reading:
    """A report whose head names the school; the mention is its first words."""
    about = Span(0, len(said))
    reading = submission(f"s{number}", told(title=TITLE, on="2022-12-05"), text=f"{said}. Директор СШ № {number}.")
    activity = replace(reading.activities[0], evidence=Evidence(f"s{number}", *about))
    return replace(reading, activities=(activity,))


def test_reports_of_two_schools_are_left_to_a_person() -> None:
    readings = [from_school(number, "Прошёл круглый стол") for number in (5, 7)]
    assert len(linked(*readings)) == 2
    (pair,) = candidates(readings, PACK)
    assert "institution.reporter" in pair.why
    assert len(linked(from_school(5, "Прошёл круглый стол"), submission("b", told(title=TITLE, on="2022-12-05")))) == 1


def test_two_schools_that_took_part_in_one_of_the_district() -> None:
    assert len(linked(*(from_school(number, "Были на районном круглом столе") for number in (5, 7)))) == 1


def test_the_reasons_are_told_in_words() -> None:
    (distinct,) = linked(
        submission("a", told(title=TITLE, on="2022-12-05", participants=45)),
        submission("b", told(title=TITLE, on="2022-12-05", participants=45)),
    )
    assert distinct.why == ("title:1.00", "date", "region", "kind", "participants:45")
    assert explain(distinct.why, "ru")[1:] == (
        "тот же день",
        "та же область",
        "та же форма",
        "столько же участников (45)",
    )
    assert all(len(explain(distinct.why, language)) == len(distinct.why) for language in ("ru", "kk", "en"))


def test_what_only_may_be_one_activity_waits_for_a_person() -> None:
    readings = [
        submission("a", told(on="2022-12-05", place="Рудный", participants=45)),
        submission("b", told(on="2022-12-05", place="Рудный", participants=60)),
        submission("c", told(on="2022-12-05", place="Рудный")),
    ]
    found = candidates(readings, PACK)
    assert len(linked(*readings)) == 3
    assert {(pair.one.evidence.document, pair.other.evidence.document) for pair in found} == {("a", "c"), ("b", "c")}
    assert all(pair.score == sum(pair.weights) for pair in found)
    assert all(explain(pair.why, "kk") for pair in found)


def test_nothing_gives_nothing() -> None:
    assert linked() == ()
    assert linked(submission("a")) == ()


MENTIONS = st.builds(
    told,
    kind=st.sampled_from(["round_table", "meeting", "seminar", "training"]),
    title=st.sampled_from([None, TITLE, "Мир в кажой семье", "Права ребёнка"]),
    on=st.sampled_from([None, "2022-12-05", "2022-12-06", "2022-12-01/2022-12-10"]),
    region=st.sampled_from([KOSTANAY, KOSTANAY, AKMOLA, None]),
    place=st.sampled_from([None, "Рудный", "Костанай"]),
    organiser=st.sampled_from([None, "Школа № 5", "Школа № 7"]),
    participants=st.sampled_from([None, 45, (41, 49), 60]),
    count=st.sampled_from([1, 1, 1, 12, (2, None)]),
    planned=st.booleans(),
)
READINGS = st.lists(st.lists(MENTIONS, max_size=4), max_size=5).map(
    lambda told: [submission(f"d{number}", *mentions) for number, mentions in enumerate(told)]
)


@settings(deadline=None, max_examples=40)
@given(READINGS, st.randoms())
def test_the_order_of_submissions_changes_nothing(readings: list[Reading], chance: Random) -> None:
    shuffled = list(readings)
    chance.shuffle(shuffled)
    assert link(shuffled, PACK) == link(readings, PACK)
    assert candidates(shuffled, PACK) == candidates(readings, PACK)


@settings(deadline=None, max_examples=40)
@given(READINGS)
def test_every_mention_is_in_one_activity_and_none_twice_from_one_submission(readings: list[Reading]) -> None:
    distinct = link(readings, PACK)
    members = [member for one in distinct for member in one.members]
    mentions = [activity for reading in readings for activity in reading.activities]
    assert sorted(member.evidence for member in members) == sorted(mention.evidence for mention in mentions)
    for one in distinct:
        documents = [member.evidence.document for member in one.members]
        assert len(documents) == len(set(documents))


@settings(deadline=None, max_examples=40)
@given(READINGS.filter(bool), st.data())
def test_a_copy_adds_evidence_and_no_activity(readings: list[Reading], data: st.DataObject) -> None:
    twice = data.draw(st.sampled_from(readings))
    copied = [*readings, copy(twice, data.draw(st.sampled_from(["0", "x"])))]
    before, after = link(readings, PACK), link(copied, PACK)
    assert [(one.id, one.activity.kind, one.activity.participants) for one in after] == [
        (one.id, one.activity.kind, one.activity.participants) for one in before
    ]
    assert sum(len(one.members) for one in after) == sum(len(one.members) for one in before) + len(twice.activities)
