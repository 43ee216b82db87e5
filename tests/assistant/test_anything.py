"""Whatever a model says: each word kept is the text's, each code the pack's, each number one the core reads there."""

import json
from collections import Counter
from typing import Any

from hypothesis import given, settings, strategies as st

from svod.assistant.accept import Reader
from svod.assistant.answer import NoAnswer, claims_of
from svod.assistant.merge import merge
from svod.assistant.parts import outgoing
from svod.assistant.seen import Seen
from svod.extraction import extract
from svod.language.numbers import find_numbers
from svod.records import Bounds, Document, Reading
from tests.assistant.conftest import PACK

TEXT = (
    "25 ноября 2025 года в Рудном проведён круглый стол «Тихий голос» с участием свыше 45 педагогов. Школа № 12. "
    "Учитель Айгерим Оспанова пела; собрались 28 учащихся и 5 родителей. Всего охвачено 1 500 человек."
)
DOCUMENT = Document("d", TEXT, language="ru", year=2025)
SENT, SEEN = outgoing(DOCUMENT, PACK, own=False), Seen(DOCUMENT, PACK)
READING = extract(DOCUMENT, PACK)
CODES = {term.code for terms in (PACK.kinds, PACK.audiences, PACK.partners, PACK.materials) for term in terms}
SAID = {one.bounds for one in find_numbers(TEXT)} | {Bounds(33, 33), Bounds(1, 1), Bounds(2, None), None}

at = st.integers(0, len(SENT.masked.text))
quoted = st.tuples(at, at).map(lambda two: SENT.masked.text[min(two) : max(two)])
words = st.one_of(quoted, st.text(max_size=20), st.sampled_from(sorted(CODES)), st.sampled_from(["45", "500", "[]"]))
anything = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), words),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=5,
)
FIELDS = ("evidence", "title", "date", "place", "organiser", "participants", "count", "value", "audience", "planned")
claim = st.fixed_dictionaries(
    {"kind": st.sampled_from(["round_table", "concert"]), "measure": st.just("participants"), "evidence": quoted},
    optional=dict.fromkeys(FIELDS[1:], st.one_of(quoted, anything)),
)
claims = st.lists(st.one_of(claim, anything), max_size=4)


@settings(max_examples=60, deadline=None)
@given(st.one_of(anything, st.fixed_dictionaries({"activities": claims, "totals": claims})))
def test_nothing_a_model_makes_up_is_kept(answer: Any) -> None:
    refused: Counter[str] = Counter()
    try:
        said = claims_of(json.dumps(answer), PACK, refused)
    except NoAnswer:
        return
    reader = Reader(SEEN, SENT, SENT.parts[0])
    activities = reader.activities([one for one in said if not one.measure], refused, [])
    totals = reader.totals([one for one in said if one.measure], refused)
    merged, _ = merge(READING, activities, totals, [reader.sent.original(0, SENT.parts[0].end)])
    ensure_the_text_says(merged)


def ensure_the_text_says(reading: Reading) -> None:
    plain = " ".join(TEXT.split())
    assert {(one.kind, one.evidence) for one in READING.activities} <= {
        (one.kind, one.evidence) for one in reading.activities
    }
    for one in reading.activities:
        assert 0 <= one.evidence.start < one.evidence.end <= len(TEXT)
        assert all(0 <= start < end <= len(TEXT) for _, (start, end) in one.sources)
        assert {one.kind, *one.audience, *one.partners, *one.materials} <= CODES
        assert all(words is None or words in plain for words in (one.title, one.organiser))
        assert {one.participants, one.count} <= SAID
        assert one.date is None or str(one.date) == "2025-11-25"
        assert one.place in (None, "Рудный")
    assert {total.value for total in reading.totals} <= SAID
