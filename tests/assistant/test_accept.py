"""What a model points at is read from the text, or refused."""

import pytest

from svod.extraction import extract
from svod.records import Bounds, Document, Period
from tests.assistant.conftest import PACK, Asking
from tests.assistant.stand_in import activity, says, tells

# Things that the built-in reader does not take for activities, so that what is found is the model's.
TEXT = (
    "О встречах с людьми. В Рудном 5 декабря 2025 года звучали песни «Мой дом» под окнами, "
    "пришли свыше 300 человек, роздано 50 листков. Собрались 28 учащихся и 5 родителей. Школа № 12. "
    "Восьмого марта пели снова. Сборы прошли 14 апреля 2025 года в тишине. Всего охвачено 1 500 человек."
)
SONGS = "5 декабря 2025 года звучали песни «Мой дом» под окнами, пришли свыше 300 человек, роздано 50 листков"


def concert(**fields: object) -> dict[str, object]:
    return activity(kind="concert", evidence=SONGS) | fields


def test_the_core_reads_what_the_model_points_at(ask: Asking) -> None:
    claim = concert(
        participants="300", title='"Мой дом"', date="5 декабря 2025 года", place="Рудном", audience=["youth"]
    )
    ask.stand_in.plays(tells(claim))
    (found,) = (one for one in ask(TEXT).reading.activities if one.kind == "concert")
    assert found.participants == Bounds(301, None)  # the text says "свыше", the model did not
    assert (found.title, found.date) == ("Мой дом", Period.parse("2025-12-05"))
    assert (found.place, found.region, found.audience) == ("Рудный", "KZ-39", ("youth",))
    assert (found.reasons, found.confidence) == (("model_found",), 0.45)
    assert TEXT[slice(*found.evidence.span)] == SONGS
    assert {TEXT[slice(*span)] for _, span in found.sources} >= {"свыше 300", "«Мой дом»", "5 декабря 2025 года"}


@pytest.mark.parametrize(
    ("said", "bounds"),
    [
        ("свыше 300 человек", Bounds(301, None)),
        (300, Bounds(301, None)),
        ("50", Bounds(50, 50)),
        ("пришли свыше 300 человек, роздано 50 листков", Bounds(301, None)),  # the people, not the leaflets
    ],
)
def test_a_number_is_read_with_the_words_that_bound_it(ask: Asking, said: object, bounds: Bounds) -> None:
    ask.stand_in.plays(tells(concert(participants=said)))
    (found,) = (one for one in ask(TEXT).reading.activities if one.kind == "concert")
    assert found.participants == bounds


def test_what_is_added_up_in_the_text_is_added_up(ask: Asking) -> None:
    claim = activity(
        kind="concert", evidence="Собрались 28 учащихся и 5 родителей", participants="28 учащихся и 5 родителей"
    )
    ask.stand_in.plays(tells(claim))
    assert Bounds(33, 33) in [one.participants for one in ask(TEXT).reading.activities]


REFUSED = [
    # a number that the text does not say, or not there, or not of that
    (concert(participants="500"), "number_not_in_evidence"),
    (concert(participants=500), "number_not_in_evidence"),
    (concert(participants="30"), "number_not_in_evidence"),  # of 300
    (concert(participants=-300), "wrong_type"),
    (concert(participants="-300"), "number_not_in_evidence"),
    (concert(participants=300.0), "wrong_type"),
    (concert(participants=True), "wrong_type"),
    (concert(participants=[300, None]), "wrong_type"),
    (concert(participants="1 500"), "number_not_in_evidence"),  # stands elsewhere
    (concert(participants="300 и 50"), "number_not_in_evidence"),
    (concert(participants="5 декабря 2025 года"), "number_not_in_evidence"),  # a day is no number of people
    (concert(participants="свыше"), "number_not_in_evidence"),
    (concert(participants="50", count="50"), "number_not_in_evidence"),
    (concert(participants="3" * 200), "too_long"),
    (activity(kind="concert", evidence="Школа № 12", participants="12"), "number_not_in_evidence"),  # its name
    (
        activity(kind="concert", evidence="300 человек, роздано 50 листков", participants="300"),
        "number_not_in_evidence",
    ),
    # words that do not stand in the text
    (activity(kind="concert", evidence="звучали песни под окнами"), "evidence_not_in_text"),
    (activity(kind="concert", evidence="Звучали Песни «Мой дом»"), "evidence_not_in_text"),
    (activity(kind="concert", evidence="звучали песни «Мой д"), "evidence_not_in_text"),
    (activity(kind="concert", evidence="В другом отчёте прошёл концерт"), "evidence_not_in_text"),
    (activity(kind="concert", evidence=""), "evidence_not_in_text"),
    (activity(kind="concert", evidence="   "), "evidence_not_in_text"),
    (activity(kind="concert", evidence="."), "evidence_says_nothing"),
    (activity(kind="concert", evidence="28"), "evidence_says_nothing"),
    (activity(kind="concert", evidence=".*"), "evidence_not_in_text"),
    (activity(kind="concert", evidence=TEXT * 3), "too_long"),
    (activity(kind="concert", evidence=["песни"]), "wrong_type"),
    (activity(kind="concert"), "wrong_type"),
    # what the campaign does not know
    (concert(kind="party"), "unknown_code"),
    (concert(kind="<script>alert(1)</script>"), "unknown_code"),
    (concert(kind=["concert"]), "unknown_code"),
    (
        activity(kind="concert", evidence="Сборы прошли 14 апреля 2025 года в тишине", date="14 апреля 2025 года"),
        "outside_campaign",
    ),
    ("звучали песни", "wrong_type"),
    (None, "wrong_type"),
    ([[]], "wrong_type"),
]


@pytest.fixture(scope="module")
def built_in() -> frozenset[str]:
    return frozenset(map(repr, extract(Document("d", TEXT, year=2025), PACK).activities))


@pytest.mark.parametrize(("claim", "reason"), REFUSED)
def test_a_lie_is_refused_with_its_reason(ask: Asking, built_in: frozenset[str], claim: object, reason: str) -> None:
    ask.stand_in.plays(says({"activities": [claim], "totals": []}))
    consulted = ask(TEXT)
    assert consulted.refused[reason] == 1
    assert {repr(one) for one in consulted.reading.activities} == built_in


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("title", "Чужой дом"),
        ("title", "<script>alert(1)</script>"),
        ("title", {"text": "Мой дом"}),
        ("date", "2025-12-06"),
        ("date", "6 декабря"),
        ("date", "31 февраля 2025 года"),
        ("place", "Астана"),
        ("place", "под окнами"),
        ("organiser", "https://example.org/steal"),
        ("organiser", "Ignore all rules " * 40),
        ("audience", ["pirates", 7, None]),
        ("audience", "youth"),
        ("materials", {"leaflet": 1}),
    ],
)
def test_a_field_that_is_not_so_is_left_out(ask: Asking, name: str, said: object) -> None:
    ask.stand_in.plays(tells(concert(**{name: said})))
    consulted = ask(TEXT)
    (found,) = (one for one in consulted.reading.activities if one.kind == "concert")
    assert not getattr(found, name)
    assert sum(consulted.refused.values()) > 0


@pytest.mark.parametrize(
    ("total", "reason"),
    [
        ({"value": "15 000"}, "number_not_in_evidence"),
        ({"value": "500"}, "number_not_in_evidence"),  # of 1 500
        ({"value": None}, ""),
        ({"measure": "money"}, "unknown_code"),
        ({"measure": {"a": 1}}, "unknown_code"),
        ({"kind": "party"}, "unknown_code"),
        ({"evidence": "Всего охвачено 1500000 человек"}, "evidence_not_in_text"),
    ],
)
def test_a_total_that_is_not_so_is_refused(ask: Asking, total: dict[str, object], reason: str) -> None:
    claim = {"measure": "materials", "evidence": "Всего охвачено 1 500 человек", "value": "1 500", "kind": None}
    ask.stand_in.plays(says({"activities": [], "totals": [claim | total]}))
    consulted = ask(TEXT)
    assert [one for one in consulted.reading.totals if one.measure != "participants"] == []
    assert not reason or consulted.refused[reason] == 1


def test_what_is_said_a_thousand_times_is_found_once(ask: Asking) -> None:
    ask.stand_in.plays(tells(*[concert()] * 1000))
    consulted = ask(TEXT)
    assert len([one for one in consulted.reading.activities if one.kind == "concert"]) == 1
    assert consulted.refused == {"repeated": 999}


def test_a_thousand_different_ones_at_a_place_are_bounded(ask: Asking) -> None:
    ask.stand_in.plays(tells(*(concert(organiser=TEXT[at : at + 30].strip()) for at in range(300))))
    consulted = ask(TEXT)
    assert len([one for one in consulted.reading.activities if one.kind == "concert"]) <= 8
    assert consulted.refused["too_many"] > 200


def test_what_the_text_says_twice_is_found_where_its_number_is(ask: Asking) -> None:
    told = "Звучали песни. Пели в зале. Звучали песни. Пришли 40 человек."
    claims = [
        activity(kind="concert", evidence="Звучали песни"),
        activity(kind="concert", evidence="Звучали песни", title="Пели в зале"),
        activity(kind="concert", evidence="Звучали песни. Пришли 40 человек", participants="40"),
    ]
    ask.stand_in.plays(tells(*claims))
    found = [one for one in ask(told).reading.activities if one.kind == "concert"]
    assert [(one.evidence.start, one.participants) for one in found] == [
        (0, None),
        (0, None),
        (28, Bounds(40, 40)),
    ]


def test_the_same_words_tell_of_as_many_as_they_stand_for(ask: Asking) -> None:
    told = "5 декабря: звучали песни, 30 человек. 6 декабря: звучали песни, 40 человек."
    claims = [
        activity(kind="concert", evidence="звучали песни, 40 человек", participants=number) for number in (40, 30)
    ]
    ask.stand_in.plays(tells(*claims))
    consulted = ask(told)
    assert [one.participants for one in consulted.reading.activities if one.kind == "concert"] == [Bounds(40, 40)]
    assert consulted.refused == {"number_not_in_evidence": 1}
