from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from svod.language.ru.inflect import agree, counted, forms, inflect
from svod.language.ru.words import CASES


def table() -> list[tuple[str, list[str], list[str]]]:
    found = []
    for line in Path(__file__).with_name("forms_ru.txt").read_text(encoding="utf-8").splitlines()[1:]:
        phrase, _, declined = line.partition(": ")
        singular, _, plural = declined.partition("; ")
        found.append((phrase, singular.split(", "), plural.split(", ") if plural else []))
    return found


@pytest.mark.parametrize(("phrase", "singular", "plural"), table())
def test_declines(phrase: str, singular: list[str], plural: list[str]) -> None:
    assert [inflect(phrase, case) for case in CASES[1:]] == singular
    assert [inflect(phrase, case, "plur") for case in CASES[: len(plural)]] == plural


@pytest.mark.parametrize(("phrase", "singular", "plural"), table())
def test_forms_have_every_case(phrase: str, singular: list[str], plural: list[str]) -> None:
    texts = {form.text for form in forms(phrase)}
    assert {phrase, *singular, *plural} <= texts


def test_the_first_part_of_a_hyphenated_name_may_stay() -> None:
    assert {"семинар-тренинга", "семинара-тренинга"} <= {form.text for form in forms("семинар-тренинг")}


def test_a_second_case_is_merged_with_its_case() -> None:
    assert {form.text for form in forms("час") if (form.number, form.case) == ("sing", "loct")} == {"часе", "часу"}


@pytest.mark.parametrize("phrase", ["жюри", "ток-шоу", "Алматы", "Жетысу", "Актау", "КВН", "СМИ", "Zoom"])
def test_what_never_changes_has_one_form(phrase: str) -> None:
    assert [(form.text, form.number, form.case) for form in forms(phrase)] == [(phrase, "", "")]


@pytest.mark.parametrize("phrase", ["дебаты", "спортивные игры", "весёлые старты", "средства массовой информации"])
def test_a_plural_stays_plural(phrase: str) -> None:
    assert {form.number for form in forms(phrase)} == {"plur"}
    assert inflect(phrase, "nomn", "sing") == phrase


@pytest.mark.parametrize(
    ("number", "phrase", "expected"),
    [
        (1, "мероприятие", "1 мероприятие"),
        (2, "мероприятие", "2 мероприятия"),
        (5, "мероприятие", "5 мероприятий"),
        (11, "мероприятие", "11 мероприятий"),
        (12, "мероприятие", "12 мероприятий"),
        (21, "мероприятие", "21 мероприятие"),
        (101, "мероприятие", "101 мероприятие"),
        (112, "мероприятие", "112 мероприятий"),
        (1003, "мероприятие", "1003 мероприятия"),
        (0, "мероприятие", "0 мероприятий"),
        (2, "круглый стол", "2 круглых стола"),
        (5, "круглый стол", "5 круглых столов"),
        (3, "горячая линия", "3 горячие линии"),
        (7, "горячая линия", "7 горячих линий"),
        (1, "человек", "1 человек"),
        (4, "человек", "4 человека"),
        (45, "человек", "45 человек"),
        (2, "учащийся", "2 учащихся"),
        (31, "учащийся", "31 учащийся"),
        (2, "час общения", "2 часа общения"),
        (6, "дебаты", "6 дебатов"),
    ],
)
def test_agrees_with_a_number(number: int, phrase: str, expected: str) -> None:
    assert agree(number, phrase) == expected


@given(st.integers(min_value=0, max_value=10_000_000))
def test_only_the_last_two_digits_decide(number: int) -> None:
    assert counted(number, "круглый стол") == counted(number % 100, "круглый стол")


def test_nothing_has_no_forms() -> None:
    assert forms("") == ()
