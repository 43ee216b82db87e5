"""The law of counting pieces of materials, named as docs/counting.md names it."""

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings, strategies as st

from svod.counting import count, given_out, stock
from svod.linking import link
from svod.records import Bounds, Evidence, HandedOut, Move, Reading, Scope
from tests.counting.made_up import READINGS
from tests.linking.made import AKMOLA, KOSTANAY, PACK, submission, total

HOLDERS = ("office", "region", "district", "school")
ITEMS = ("leaflet", "brochure")
holders = st.sampled_from(HOLDERS)
moves = st.builds(
    Move,
    item=st.sampled_from(ITEMS),
    source=st.one_of(st.none(), holders),
    target=st.one_of(st.none(), holders),
    pieces=st.integers(1, 500),
).filter(lambda move: move.source != move.target)
logs = st.lists(moves, max_size=14)
given_pieces = st.builds(
    HandedOut,
    kind=st.sampled_from(ITEMS),
    region=st.sampled_from([KOSTANAY, AKMOLA, None]),
    pieces=st.integers(1, 400),
    evidence=st.integers(0, 50).map(lambda start: Evidence("log", start, start + 1)),
)


@settings(deadline=None, max_examples=80)
@given(logs, logs, st.lists(given_pieces, max_size=5), READINGS, st.integers(0, 900))
def test_law_15_pieces_count_once_where_they_leave_the_tree(
    log: list[Move], more: list[Move], handed: list[HandedOut], readings: list[Reading], said: int
) -> None:
    passed_on = [replace(move, source=move.source or "office") for move in more if move.target]
    passed_on = [move for move in passed_on if move.source != move.target]
    assert given_out([*log, *passed_on]) == given_out(log)  # handing down gives nothing out
    assert stock(reversed([*log, *passed_on])) == stock([*log, *passed_on])
    kept, given = stock([*log, *passed_on]), given_out(log)
    for item in ITEMS:
        printed = sum(move.pieces for move in log if move.item == item and move.source is None)
        held = sum(pieces for (one, _), pieces in kept.items() if one == item)
        assert printed == held + sum(pieces for (one, _), pieces in given.items() if one == item)
    assert_pieces_are_a_measure_of_their_own(handed, readings, said)


def assert_pieces_are_a_measure_of_their_own(handed: list[HandedOut], readings: list[Reading], said: int) -> None:
    """Nothing else changes; each region has what is logged or what is reported, whichever is more, never their sum."""
    reported = submission("said", totals=(total("materials", said),))
    distinct = link([*readings, reported], PACK)
    before = count(distinct, [*readings, reported], PACK)
    after = count(distinct, [*readings, reported], PACK, handed)
    others = [one for one in before.totals if one.scope.measure != "materials"]
    assert [one for one in after.totals if one.scope.measure != "materials"] == others
    logged: Counter[str | None] = Counter()
    for one in handed:
        logged[one.region] += one.pieces
    was = {one.scope: one.value for one in before.totals}
    now = {one.scope: one.value for one in after.totals}
    for region in (KOSTANAY, AKMOLA):
        scope = Scope("materials", region)
        least = max(logged[region], was.get(scope, Bounds(0, None)).least)
        assert now.get(scope, Bounds(0, None)).least == least
    assert now[Scope("materials")].least >= sum(logged.values())
    assert not [scope for scope in now if scope.kind == "pieces"]
