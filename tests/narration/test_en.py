"""What small registers become in English: one line an activity, one expected passage."""

import pytest

from svod.narration import narrate
from svod.narration.en.words import day, numbered, with_article
from svod.records import Activity, Period
from tests.narration.made import PACK, activity, bounds, register, sentences

K = "KZ-39"
HERE = "In Kostanay Region,"


def told(*activities: Activity) -> str:
    """The region's passage about activities in the Kostanay region."""
    return sentences(narrate(register(*activities), PACK, "en"), f"region-{K}")


# one activity, and its sentence after "In Kostanay Region,"
ONE = [
    (activity("round_table", region=K), "a round table was held."),
    (activity("exhibition", region=K), "an exhibition was organised."),
    (activity("info_hour", region=K), "an information hour was held."),
    (activity("seminar", region=K, count="2+"), "seminars were held."),
    (activity("seminar", region=K, count="1+"), "at least one seminar was held."),
    (activity("training", region=K, count="5"), "5 training sessions were held."),
    (activity("talk", region=K, count="22+"), "at least 22 talks were held."),
    (activity("class_hour", region=K, count="90-110"), "90–110 class hours were held."),
    (activity("lecture", region=K, count="1-30"), "up to 30 lectures were held."),
    (activity("outreach", region=K, count="1+"), "outreach work was carried out."),
    (activity("info_stand", region=K, count="2+"), "information stands were put up."),
    (activity("project", region=K, title="We are near"), "the project “We are near” was implemented."),
    (activity("survey", region=K, title="Home", count="235+"), "at least 235 surveys “Home” were carried out."),
    (
        activity("distribution", region=K, count="1+", materials="booklet leaflet"),
        "distribution of booklets and leaflets was organised.",
    ),
    (activity("exhibition", region=K, materials="drawing"), "an exhibition of drawings was organised."),
    (activity("lecture", region=K, audience="pupils", participants="45"), "a lecture was held for 45 pupils."),
    (activity("lecture", region=K, audience="children", participants="1"), "a lecture was held for 1 child."),
    (
        activity("lecture", region=K, audience="pupils parents", participants="1500"),
        "a lecture was held for pupils and parents (1,500 participants).",
    ),
    (activity("talk", region=K, audience="students", count="2+"), "talks with students were held."),
    (
        activity("survey", region=K, audience="parents youth"),
        "a survey was carried out among parents and young people.",
    ),
    (
        activity("meeting", region=K, count="2+", audience="teachers", partners="police"),
        "meetings of teachers with police officers were held.",
    ),
    (
        activity("seminar", region=K, online=True, audience="teachers", partners="psychologist lawyer ngo"),
        "a seminar was held online for teachers with the participation of psychologists, lawyers and representatives "
        "of non-governmental organisations.",
    ),
    (
        activity("round_table", region=K, title='What "home" hides', materials="brochure memo video"),
        "the round table “What ‘home’ hides” was held; brochures and memos were handed out to the participants and "
        "videos were shown.",
    ),
    (activity("seminar", region=K, organiser="School No. 5"), "School No. 5 held a seminar."),
    (
        activity("seminar", region=K, organiser="школа-гимназия № 12"),
        "a seminar was held (organiser: школа-гимназия № 12).",
    ),
]


@pytest.mark.parametrize(("one", "sentence"), ONE, ids=[sentence for _, sentence in ONE])
def test_one_activity(one: Activity, sentence: str) -> None:
    assert told(one) == f"{HERE} {sentence}"


def test_a_list_has_no_comma_before_its_and() -> None:
    text = told(*(activity(kind, region=K) for kind in ("meeting", "seminar", "lecture")))
    assert text == f"{HERE} a meeting, a seminar and a lecture were held."


def test_clauses_are_told_apart_by_a_comma() -> None:
    text = told(activity("seminar", region=K), activity("info_stand", region=K))
    assert text == f"{HERE} a seminar was held, and an information stand was put up."


def test_long_clauses_are_parted_by_semicolons_each_with_its_own_verb() -> None:
    text = told(
        activity("excursion", region=K, audience="children parents"),
        activity("exhibition", region=K, audience="pupils", partners="police lawyer"),
        activity("class_hour", region=K),
    )
    assert text == (
        f"{HERE} a class hour was held; an exhibition was organised for pupils with the participation of police "
        "officers and lawyers; and an excursion was organised for children and parents."
    )


def test_a_list_online_says_so_once() -> None:
    text = told(*(activity(kind, region=K, online=True, audience="pupils") for kind in ("seminar", "lecture")))
    assert text == f"{HERE} a seminar and a lecture were held for pupils online."
    text = told(*(activity(kind, region=K, online=True, materials="drawing") for kind in ("seminar", "lecture")))
    assert text == f"{HERE} a seminar and a lecture were held online with drawings used."


def test_guests_of_all_are_named_once_and_then_pointed_back_at() -> None:
    invited = {"region": K, "partners": "lawyer police"}
    text = told(
        activity("training", materials="video", **invited),
        activity("debate", online=True, **invited),
        activity("theatre", **invited),
    )
    assert text == (
        f"{HERE} with the participation of lawyers and police officers, a debate online and a training session with "
        "videos shown were held, and with their participation a theatre performance was organised."
    )


def test_one_more_of_at_least_one() -> None:
    made = [activity("seminar", region=K, title="Home", count="1+", date=f"2022-12-0{day}") for day in (1, 2)]
    assert "at least one more seminar “Home”" in told(*made)


def test_titles_of_one_kind_stand_together() -> None:
    titles = [activity("round_table", region=K, title=title) for title in ("Home", "Voice")]
    assert told(*titles) == f"{HERE} the round tables “Home” and “Voice” were held."


def test_who_held_several_kinds_is_one_subject() -> None:
    text = told(*(activity(kind, region=K, organiser="School No. 5") for kind in ("seminar", "info_stand")))
    assert text == f"{HERE} School No. 5 held a seminar and put up an information stand."


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("2025-11-28", "on 28 November 2025"),
        ("2025-11-28/2025-11-30", "from 28 to 30 November 2025"),
        ("2025-11-28/2025-12-02", "from 28 November to 2 December 2025"),
        ("2025-12-28/2026-01-02", "from 28 December 2025 to 2 January 2026"),
    ],
)
def test_days(period: str, said: str) -> None:
    assert day(Period.parse(period), with_year=True).replace("\u00a0", " ") == said


@pytest.mark.parametrize(
    ("number", "noun", "said"),
    [
        ("1", "activity", "1 activity"),
        ("2", "activity", "2 activities"),
        ("21", "person", "21 people"),
        ("1+", "child", "at least 1 child"),
        ("0-1", "child", "up to 1 child"),
        ("1500", "woman", "1,500 women"),
    ],
)
def test_nouns_agree_with_their_numbers(number: str, noun: str, said: str) -> None:
    assert " ".join(numbered(bounds(number), noun)) == said


@pytest.mark.parametrize(
    ("noun", "said"),
    [("seminar", "a seminar"), ("hour", "an hour"), ("union meeting", "a union meeting"), ("open day", "an open day")],
)
def test_articles(noun: str, said: str) -> None:
    assert with_article(noun) == said


def test_an_activity_stands_first_now_and_then_so_that_neighbours_begin_otherwise() -> None:
    people = {"audience": "teachers parents", "partners": "police lawyer", "materials": "booklet"}
    made = [activity("seminar", region=K, title=f"A {at}", date=f"2022-12-0{at}", **people) for at in range(1, 5)]
    beginnings = [said[:15] for said in told(*made).split(". ")[1:4]]
    assert beginnings == ["The seminar “A ", "On 2 December, ", "The seminar “A "]


def test_the_same_place_is_named_again() -> None:
    made = [activity("seminar", region=K, place="Рудный", title=f"A {at}", date=f"2022-12-0{at}") for at in range(1, 9)]
    assert "also in Rudny" in told(*made)


def test_who_held_much_is_named_once() -> None:
    union = "Костанайская областная организация"
    made = register(
        activity("seminar", region=K, place="Аркалык", organiser=union),
        activity("lecture", region=K, place="Лисаковск", date="2022-12-02", organiser=union),
    )
    text = sentences(narrate(made, PACK, "en"), f"region-{K}")
    assert "on 2 December 2022, in Lisakovsk, the same organiser held a lecture." in text
    assert text.count(union) == 1


def test_no_sentence_begins_with_a_number() -> None:
    made = [activity(kind, region=K, count="8") for kind in ("talk", "lecture")]
    text = told(*made, *(activity("seminar", region=K, place="KZ-39/rudny", title=str(day)) for day in range(4)))
    assert ". There were 8 lectures and 8 talks." in text
