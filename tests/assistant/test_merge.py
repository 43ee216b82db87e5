"""The built-in reading stands; a model makes it surer, fuller, or is shown to differ."""

from svod.assistant import Assistant, failure_in_words, refusals_in_words
from svod.assistant.written import sent_fields
from svod.extraction import extract
from svod.records import Bounds, Document
from tests.assistant.conftest import PACK, Asking
from tests.assistant.stand_in import activity, says, tells

TEXT = "25 ноября 2025 года в Рудном проведён круглый стол «Тихий голос» с участием 45 педагогов в зале на 3 ряда."
HELD = "проведён круглый стол «Тихий голос» с участием 45 педагогов в зале на 3 ряда"
BOTH = "Прошла встреча. Звучали песни под окнами, пришли 70 человек."


def test_who_agree_are_surer(ask: Asking) -> None:
    ask.stand_in.plays(tells())
    (alone,) = ask(TEXT).reading.activities
    ask.stand_in.plays(tells(activity(evidence=HELD, participants="45", title="Тихий голос")))
    (found,) = ask(TEXT).reading.activities
    assert found.confidence > alone.confidence
    assert (alone.reasons, found.reasons) == (("held", "model_silent"), ("held", "model_agrees"))


def test_who_differ_are_shown_and_nothing_is_replaced(ask: Asking) -> None:
    ask.stand_in.plays(tells(activity(evidence=HELD, participants="3", planned=True)))
    consulted = ask(TEXT)
    (found,) = consulted.reading.activities
    assert (found.participants, found.planned, found.confidence) == (Bounds(45, 45), False, 0.8)
    assert found.reasons[-2:] == ("model_differs_participants", "model_differs_planned")
    shown = [(one.field, one.built_in, one.model) for one in consulted.differences]
    assert shown == [("planned", "False", "True"), ("participants", "45", "3")]


def test_who_tells_it_with_a_number_that_is_not_there_differs(ask: Asking) -> None:
    ask.stand_in.plays(tells(activity(evidence=HELD, participants="400")))
    consulted = ask(TEXT)
    (found,) = consulted.reading.activities
    assert (found.participants, found.confidence) == (Bounds(45, 45), 0.8)
    assert found.reasons[-1] == "model_differs_participants"
    shown = [(one.field, one.built_in, one.model) for one in consulted.differences]
    assert shown == [("participants", "45", "")]
    assert consulted.refused == {"number_not_in_evidence": 1}


def test_another_kind_at_the_same_place_is_shown(ask: Asking) -> None:
    ask.stand_in.plays(tells(activity(kind="conference", evidence=HELD)))
    consulted = ask(TEXT)
    assert [one.kind for one in consulted.reading.activities] == ["round_table"]
    assert [(one.field, one.built_in, one.model) for one in consulted.differences] == [
        ("kind", "round_table", "conference")
    ]


def test_another_title_of_the_same_kind_is_shown(ask: Asking) -> None:
    ask.stand_in.plays(tells(activity(evidence=HELD, title="педагогов")))
    consulted = ask(TEXT)
    assert [one.title for one in consulted.reading.activities] == ["Тихий голос"]
    assert [(one.field, one.built_in, one.model) for one in consulted.differences] == [
        ("title", "Тихий голос", "педагогов")
    ]


def test_what_the_model_does_not_find_stays(ask: Asking) -> None:
    ask.stand_in.plays(tells())
    consulted = ask(TEXT)
    (found,) = consulted.reading.activities
    assert found.reasons[-1] == "model_silent"
    assert [(one.field, one.built_in, one.model) for one in consulted.differences] == [("activity", "round_table", "")]


def test_what_only_the_model_finds_is_marked(ask: Asking) -> None:
    ask.stand_in.plays(
        tells(
            activity(kind="meeting", evidence="Прошла встреча"),
            activity(kind="concert", evidence="Звучали песни под окнами, пришли 70 человек", participants="70"),
        )
    )
    found = {one.kind: one for one in ask(BOTH).reading.activities}
    assert found["concert"].reasons == ("model_found",)
    assert "model_agrees" in found["meeting"].reasons


def test_a_gap_is_filled_and_said_to_be(ask: Asking) -> None:
    text = "В Рудном проведён круглый стол, за столом насчитали 45."
    ask.stand_in.plays(tells(activity(evidence="проведён круглый стол, за столом насчитали 45", participants="45")))
    (found,) = ask(text).reading.activities
    assert found.participants == Bounds(45, 45)
    assert "model_gave_participants" in found.reasons
    assert text[slice(*found.source("participants"))] == "45"


def test_totals_are_compared_alike(ask: Asking) -> None:
    text = "Прошли лекции и беседы. Всего охвачено 1 500 человек."
    total = {"measure": "participants", "evidence": "Всего охвачено 1 500 человек", "value": "1 500", "kind": None}
    ask.stand_in.plays(says({"activities": [], "totals": [total]}))
    (found,) = ask(text).reading.totals
    assert found.value == Bounds(1500, 1500)
    assert "model_agrees" in found.reasons


def test_all_that_is_told_has_its_words(ask: Asking) -> None:
    ask.stand_in.plays(tells(activity(evidence="нет такого")))
    consulted = ask(TEXT, price_in="1", price_out="2")
    for language in ("ru", "kk", "en"):
        assert failure_in_words(consulted.sent[0].outcome, language)
        assert refusals_in_words(consulted.refused, language).endswith(": 1")
    assert sent_fields(consulted.sent[0])["span"] == [0, len(TEXT)]


def test_tokens_cost_what_the_setting_says(ask: Asking) -> None:
    ask.stand_in.plays(says({"activities": [], "totals": []}, prompt_tokens=2_000, completion_tokens=500))
    (sent,) = ask(TEXT, price_in="2.5", price_out="10", currency="KZT").sent
    assert (sent.tokens_in, sent.tokens_out, str(sent.cost), sent.currency) == (2000, 500, "0.01", "KZT")


def test_tokens_that_cannot_be_are_not_believed(ask: Asking) -> None:
    ask.stand_in.plays(says({"activities": [], "totals": []}, prompt_tokens=-5, completion_tokens=10**12))
    (sent,) = ask(TEXT, price_in="2.5", price_out="10").sent
    assert (sent.tokens_in, sent.tokens_out, sent.cost) == (None, None, None)


def test_once_the_budget_of_time_is_gone_nothing_more_is_sent(ask: Asking) -> None:
    ask.stand_in.plays(tells())
    assistant = Assistant(ask.assistant().endpoint, PACK, ask.kept.append, budget=0.0)
    consulted = assistant.consult(extract(Document("d", TEXT, year=2025), PACK))
    assert (ask.stand_in.asked, consulted.failure, assistant.given_up) == ([], "too_slow", "too_slow")
    assert len(consulted.reading.activities) == 1
