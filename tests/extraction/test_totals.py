"""Reported totals: what a number counts, and what it does not."""

import pytest

from svod.extraction import extract
from svod.packs import load
from svod.records import Document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Всего проведено 148 мероприятий.", [("activities", None, 148)]),
        (
            "Мероприятий – не менее 640, из них тренингов 77.",
            [("activities", None, 640), ("activities", "training", 77)],
        ),
        ("Общий охват – 3200 чел.", [("participants", None, 3200)]),
        ("В мероприятиях приняли участие 3 500 человек.", [("participants", None, 3500)]),
        ("В прошлом году было 19 мероприятий.", []),
        ("| ИТОГО | 9 мероприятий | | | 744 |", [("activities", None, 9)]),
        ("Науқанға 75 мекеме атсалысты.", [("organisations", None, 75)]),
        ("Жобаға 7 мектеп қосылды.", []),
        ("Таратылған буклет, парақша саны – 3 000-нан аса.", [("materials", None, 3001)]),
        ("Есеп: 12 шара, 800 баладан кем емес.", [("activities", None, 12), ("participants", None, 800)]),
        (
            "«Ана жүрегі», «Бала» атты дәрістер өтті. Дәрістерге 90 студент қатысты.",
            [("participants", "lecture", 90)],
        ),
        ("Облыс бойынша барлығы 92 іс-шара өткізілді.", [("activities", None, 92)]),
    ],
)
def test_what_is_summed_up(text: str, expected: list[tuple[str, str | None, int]]) -> None:
    reading = extract(Document(id="case", text=text, year=2025), load("sixteen_days"))
    assert [(total.measure, total.kind, total.value.least) for total in reading.totals] == expected


HEAD = "№ | Мероприятие | Дата | Место проведения | Количество участников | Ответственный\n"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Итого | 2 мероприятия | | | 130 |", [("participants", 130), ("activities", 2)]),
        ("| ИТОГО: | | | более 130 | |", [("participants", 131)]),
        ("Всего | | | | 130 человек |", [("participants", 130)]),
        ("3 | Выставка книг | 5 декабря | г. Аксу | 30 | Библиотекарь", []),
    ],
)
def test_the_people_of_a_tables_last_row_are_a_total(row: str, expected: list[tuple[str, int]]) -> None:
    told = "1 | Лекция «Право» | 26 ноября | г. Аксу | 42 | Профком\n2 | Беседа | 1 декабря | г. Аксу | 88 | Юрист\n"
    reading = extract(Document(id="case", text=HEAD + told + row, year=2025), load("sixteen_days"))
    assert [(total.measure, total.value.least) for total in reading.totals] == expected


def test_who_answers_for_it_and_where_it_was_is_neither_its_audience_nor_its_guest() -> None:
    text = HEAD + "1 | Лекция для учащихся с участием прокурора | 26 ноября | г. Аксу, колледж | 42 | Психолог, педагог"
    (one,) = extract(Document(id="case", text=text, year=2025), load("sixteen_days")).activities
    assert (one.audience, one.partners, one.organiser) == (("pupils",), ("prosecutor",), "Психолог, педагог")
