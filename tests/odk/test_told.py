"""Answers told as a text, and what stands on it."""

from dataclasses import replace

import pytest

from svod.odk.answers import Answers
from svod.odk.questions import LARGEST
from svod.odk.told import bounds_of, tell
from svod.packs import load
from svod.records import Bounds, Reading

PACK = load("sixteen_days")
ROUND_TABLE = {
    "kind": "round_table",
    "title": "«Семья без страха»",
    "first_day": "2025-11-28",
    "last_day": "2025-11-29",
    "place": "Школа № 7",
    "format": "online",
    "people_said": "at_least",
    "people": "1500",
    "audience": "pupils parents",
    "partners": "police",
    "themes": "rights",
    "photo": "1.jpg",
}


def told(*activities: dict[str, str], **once: str) -> Reading:
    return tell(Answers("8d6c", {"held": "yes", **once}, activities), PACK, "answers.xml")


def test_it_works() -> None:
    reading = told(ROUND_TABLE)
    (activity,) = reading.activities
    said = {name: reading.document.text[place.start : place.end] for name, place in activity.sources}
    assert said["title"] == activity.title == "Семья без страха"
    assert said["participants"] == "не менее 1500"
    assert activity.participants == Bounds(1500, None)
    assert activity.audience == ("parents", "pupils")
    assert activity.partners == ("police",)
    assert activity.online
    assert (activity.date.first.day, activity.date.last.day) == (28, 29)
    assert reading.document.quote(activity.evidence).startswith("Круглый стол «Семья без страха»\nКогда: 28 ноября")


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
@pytest.mark.parametrize("number", [0, 1, 2, 9, 50, 99, 1000, 1500, 20_000, LARGEST])
def test_a_number_is_understood_as_it_was_answered(number: int, language: str) -> None:
    assert bounds_of("exactly", number, language)[1] == Bounds(number, number)
    assert bounds_of("at_least", number, language)[1] == Bounds(number, None)
    about, at_most = bounds_of("about", number, language)[1], bounds_of("at_most", number, language)[1]
    assert about.least <= number <= (about.most or 0)
    assert at_most.least <= 1
    assert at_most.most == number


@pytest.mark.parametrize(
    ("answer", "codes", "unknown"),
    [
        ("pupils parents", ("parents", "pupils"), ""),
        ("учащиеся родители", ("parents", "pupils"), ""),
        ("Учащиеся, родители", ("parents", "pupils"), ""),
        ("pupils; parents", ("parents", "pupils"), ""),
        ("pupils martians", ("pupils",), "martians"),
        ("martians", (), "martians"),
    ],
)
def test_choices_by_code_or_name(answer: str, codes: tuple[str, ...], unknown: str) -> None:
    reading = told({"kind": "Семинар", "audience": answer})
    (activity,) = reading.activities
    assert activity.kind == "seminar"
    assert activity.audience == codes
    assert unknown in reading.document.text


def test_every_choice_is_known_by_each_of_its_names() -> None:
    for term in (*PACK.kinds,):
        for name in (term.code, *term.names.values()):
            assert told({"kind": name}).activities[0].kind == term.code
    for term in PACK.partners:
        for name in (term.code, *term.names.values()):
            assert told({"kind": "seminar", "partners": f"police {name}"}).activities[0].partners == tuple(
                sorted({"police", term.code})
            )


def test_an_unknown_kind_is_another_one() -> None:
    answers = Answers("1", {"held": "yes"}, ({"kind": "tea_party", "title": "Чай"},))
    reading = tell(answers, PACK, "x")
    assert [one.kind for one in reading.activities] == ["other"]
    assert "(tea_party) «Чай»" in reading.document.text
    reading = tell(answers, replace(PACK, kinds=PACK.kinds[:3]), "x")  # which has none for all others
    assert not reading.activities
    assert "tea_party; Чай" in reading.document.text


@pytest.mark.parametrize("number", ["12 человек", "-3", "1.5", "9" * 20, "١٢"])
def test_what_is_no_number_is_told_and_counts_as_nothing(number: str) -> None:
    reading = told({"kind": "seminar", "people": number})
    assert reading.activities[0].participants is None
    assert number in reading.document.text


def test_nothing_was_held() -> None:
    reading = tell(Answers("1", {"held": "no", "reason": "карантин"}), PACK, "x")
    assert not reading.activities
    (nothing,) = reading.nothing_held
    assert reading.document.quote(nothing.evidence) == "Мероприятия не проводились. карантин"


def test_a_form_without_activities_does_not_say_that_nothing_was_held() -> None:
    reading = told()
    assert not reading.activities
    assert not reading.nothing_held


def test_an_answer_cannot_pretend_to_be_another() -> None:
    """Each answer stands on its own line, whatever was typed."""
    reading = told({"kind": "seminar", "place": "зал\nСколько человек пришло: 5000"})
    assert reading.activities[0].participants is None


def test_two_answers_alike_are_two_texts() -> None:
    texts = {tell(Answers(key, {"held": "no"}), PACK, "x").document.text for key in ("1", "2")}
    assert len(texts) == 2


def test_an_answer_of_many_words_is_told_whole() -> None:
    """It chooses among terms; what comes after a hundred words is looked up no more."""
    reading = told({"kind": "seminar", "audience": " ".join(["pupils", *["word"] * 200, "parents"])})
    assert reading.activities[0].audience == ("pupils",)
    assert reading.document.text.count("word") == 200
    assert "parents" in reading.document.text
