"""What leaves the house has nobody's name in it and no case of violence; what comes back finds its place again."""

import hashlib
from dataclasses import replace
from typing import Any

import pytest

from svod.assistant.parts import LONGEST, outgoing
from svod.records import Activity, Document, Reading, Span
from tests.assistant.conftest import PACK, Asking
from tests.assistant.stand_in import activity, tells

TEXT = (
    "30 ноября 2025 года песни под окнами вела Айгерим Сейтказиевна Оспанова, телефон 8 701 123 45 67, "
    "пришли 40 человек. Директор Марат Ахметов сказал слово. Ученица рассказала, что отчим бьёт её каждый вечер."
)
SECRETS = ("Айгерим", "Оспанов", "Ахметов", "701", "123 45 67", "отчим", "бьёт")


def test_nobody_is_named_to_a_foreign_endpoint() -> None:
    sent = outgoing(Document("d", TEXT, language="ru"), PACK, own=False)
    (part,) = sent.parts
    assert [secret for secret in SECRETS if secret in part.text] == []
    assert sent.masks_in(part) >= 4
    assert "40 человек" in part.text


def test_one_s_own_endpoint_reads_the_text_itself(ask: Asking) -> None:
    ask.stand_in.plays(tells())
    ask(TEXT)
    assert ask.stand_in.texts == [TEXT]


def masked_ask(ask: Asking, evidence: str, **fields: Any) -> list[Activity]:
    """What is found where a foreign endpoint answers so. Over http, as no foreign one may: its terms are changed."""
    ask.stand_in.plays(tells(activity(kind="concert", evidence=evidence, **fields)))
    assistant = ask.assistant()
    assistant.endpoint = replace(assistant.endpoint, own=False)
    consulted = assistant.consult(Reading(Document("d", TEXT, "отчёт.txt", language="ru", year=2025)))
    assert [secret for secret in SECRETS if secret in ask.stand_in.texts[0]] == []
    return list(consulted.reading.activities)


def test_evidence_with_a_mask_in_it_is_found_in_the_text(ask: Asking) -> None:
    said = "песни под окнами вела [имя скрыто 1], телефон [телефон скрыт], пришли 40 человек"
    (found,) = masked_ask(ask, said, participants="40", organiser="[имя скрыто 1]")
    at = found.evidence
    assert TEXT[at.start : at.end].startswith("песни под окнами вела Айгерим")
    assert TEXT[at.start : at.end].endswith("пришли 40 человек")
    assert found.organiser == "Айгерим Сейтказиевна Оспанова"
    assert (found.participants.least, found.participants.most) == (40, 40)


@pytest.mark.parametrize(
    ("evidence", "fields"),
    [
        ("песни под окнами вела Айгерим Сейтказиевна Оспанова", {}),  # guessed, not read
        ("[имя скрыто 1]", {}),
        ("[телефон скрыт], пришли 40 человек", {"participants": "701"}),
        ("[имя скрыто 1], телефон [телефон скрыт]", {"participants": "1"}),
    ],
)
def test_what_is_hidden_cannot_be_pointed_at(ask: Asking, evidence: str, fields: dict[str, Any]) -> None:
    assert masked_ask(ask, evidence, **fields) == []


def test_every_place_finds_its_way_back() -> None:
    sent = outgoing(Document("d", TEXT, language="ru"), PACK, own=False)
    text, masks = sent.masked.text, sent.masked.masks
    hidden = {at for one in masks for at in range(one.at, one.at + len(one.words))}
    for at in range(len(text)):
        start, end = sent.original(at, at + 1)
        assert (start, end) in [(one.start, one.end) for one in masks] if at in hidden else TEXT[start:end] == text[at]
    assert sent.original(0, len(text)) == Span(0, len(TEXT))


def test_what_was_sent_is_on_record(ask: Asking) -> None:
    ask.stand_in.plays(tells())
    consulted = ask(TEXT, price_in="2.5", price_out="10", currency="KZT")
    (sent,) = consulted.sent
    assert sent.host == ask.stand_in.url.split("/")[2]
    assert (sent.model, sent.document, sent.source, sent.own) == ("stand-in", "d", "отчёт.txt", True)
    assert sent.sha256 == hashlib.sha256(ask.stand_in.texts[0].encode()).hexdigest()
    assert (sent.span, sent.characters, sent.masked) == (Span(0, len(TEXT)), len(TEXT), 0)
    assert [one.outcome for one in ask.kept] == ["asked", "answered"]
    assert ask.kept[0].at.tzinfo is not None


def test_a_long_document_is_sent_in_parts_of_whole_sentences(ask: Asking) -> None:
    sentence = "Прошёл семинар для учителей номер семь. "
    text = (sentence * 400).strip()
    ask.stand_in.plays(tells())
    consulted = ask(text)
    parts = ask.stand_in.texts
    assert len(parts) == 3
    assert " ".join(parts) == text
    assert all(part.endswith(".") and len(part) <= LONGEST for part in parts)
    assert [text[slice(*one.span)] for one in consulted.sent] == parts
    assert consulted.failure == ""


def test_of_a_document_that_never_ends_only_so_much_is_sent() -> None:
    sent = outgoing(Document("d", "Прошёл семинар. " * 20_000), PACK, own=True)
    assert (len(sent.parts), sent.is_cut) == (24, True)
