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
        ("Облыс бойынша барлығы 92 іс-шара өткізілді.", [("activities", None, 92)]),
    ],
)
def test_what_is_summed_up(text: str, expected: list[tuple[str, str | None, int]]) -> None:
    reading = extract(Document(id="case", text=text, year=2025), load("sixteen_days"))
    assert [(total.measure, total.kind, total.value.least) for total in reading.totals] == expected
