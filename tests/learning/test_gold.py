"""Annotated texts as they come in, and how readings of them are measured."""

import json

import pytest

from svod.learning import BadGold, read_gold
from svod.learning.measure import score
from svod.records import Activity, Bounds, Document, Evidence, Period, Reading, ReportedTotal, Span

TEXT = "Прошёл семинар. Прошёл семинар. Всего охвачено 40 человек."
SEMINAR = {"kind": "seminar", "evidence": "Прошёл семинар.", "date": "2025-12-01", "participants": [5, None]}
TOTAL = {"measure": "participants", "value": [40, 40], "kind": None, "evidence": "Всего охвачено 40 человек"}


def line(**fields: object) -> str:
    record = {"id": "a", "lang": "ru", "year": 2025, "text": TEXT, "activities": [SEMINAR], "totals": [TOTAL]}
    return json.dumps(record | fields, ensure_ascii=False)


def test_it_works() -> None:
    (one,) = read_gold([line(url="https://site.kz/report/1"), ""])
    assert (one.document.text, one.document.year, one.source) == (TEXT, 2025, "site.kz")
    assert one.activities[0].places == (Span(0, 15), Span(16, 31))
    assert one.totals[0].value == (40, 40)


def test_who_told_it_is_its_source() -> None:
    sources = [one.source for one in read_gold([line(source="школа"), line()])]
    assert sources == ["школа", "a"]


@pytest.mark.parametrize(
    "bad",
    [
        "{",
        "[]",
        "{}",
        "5",
        line(activities=None),
        line(activities=[5]),
        line(activities=[{"kind": "seminar", "evidence": "нет такого"}]),
        line(activities=[SEMINAR | {"participants": 5}]),
        line(totals=[{"measure": "participants"}]),
        line(activities=[SEMINAR | {"span": [1]}]),
    ],
)
def test_what_is_no_annotated_text_is_told_with_its_line(bad: str) -> None:
    with pytest.raises(BadGold, match="line 2"):
        list(read_gold([line(), bad]))


def test_a_reading_is_measured() -> None:
    (gold,) = read_gold([line()])
    right = Activity("seminar", Evidence("a", 16, 30), date=Period.parse("2025-12-01"), participants=Bounds(5, None))
    wrong = Activity("talk", Evidence("a", 0, 14))
    total = ReportedTotal("participants", Bounds(40, 40), Evidence("a", 32, 57))
    measured = score(gold, Reading(Document("a", TEXT), (right, wrong), (total,)))
    assert (measured.activities, measured.strict, measured.totals) == ((1, 2, 1), (1, 2, 1), (1, 1, 1))
    undated = Activity("seminar", Evidence("a", 0, 15))
    assert score(gold, Reading(Document("a", TEXT), (undated,))).strict == (1, 1, 0)
