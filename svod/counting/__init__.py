"""Honest totals: bounds over what is listed and what is reported, contradictions shown, coverage beside them.

The laws are numbered in docs/counting.md, and each has the property test of its name in tests/counting. In short: the
larger of listed and reported counts; what may be the same is never added; what cannot both be true is shown; neither
the order of submissions nor a duplicate changes a number, and one more lowers none.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter, itemgetter

from svod.counting.claims import speaking_alone, state, text_of
from svod.counting.conflicts import parts_disagree, tables_disagree, tellers_disagree
from svod.counting.coverage import cover
from svod.counting.listing import Lister, add, list_activities, list_participants
from svod.counting.pieces import MEASURE as PIECES, given_out, list_pieces, stock
from svod.counting.scopes import cells
from svod.counting.settle import settle
from svod.counting.together import CannotAddError, together
from svod.counting.told import Told, prepare
from svod.packs.pack import Pack
from svod.records import Bounds, Contradiction, Coverage, DistinctActivity, HandedOut, Reading, Scope, Total

__all__ = ["LISTED", "CannotAddError", "Counting", "count", "given_out", "list_pieces", "stock", "together"]

LISTED: Mapping[str, Lister] = {"activities": list_activities, "participants": list_participants}


@dataclass(frozen=True, slots=True)
class Counting:
    """`totals` by measure, each: the campaign, regions, kinds, kinds in regions (in the pack's order), audiences."""

    totals: tuple[Total, ...]
    contradictions: tuple[Contradiction, ...]
    coverage: Coverage


def count(
    distinct: Sequence[DistinctActivity],
    readings: Sequence[Reading],
    pack: Pack,
    handed_out: Sequence[HandedOut] = (),
    *,
    is_all: bool = True,
) -> Counting:
    """The totals of the held activities; planned ones are left aside.

    People who came to several activities are attendances and count each time. A total for an audience is over the
    activities meant for it, and all who came to them: audiences share activities and are never added to one another.
    `handed_out` are pieces of materials by the log of those who gave them out. `is_all`: whether all that
    the submissions tell is among them, so that what a table sums up beyond it was read wrongly.
    """
    texts = {reading.document.id: text_of(reading.document) for reading in readings}
    held = sorted((one for one in distinct if not one.activity.planned), key=lambda one: (one.evidences, one.id))
    told = [prepare(one, texts) for one in held]
    claims = speaking_alone([(one.region, one.texts) for one in told], state(readings, texts, pack))
    totals: list[Total] = []
    contradictions = [
        *tellers_disagree(held),
        *parts_disagree(told, claims, LISTED),
        *(tables_disagree(told, readings, texts, LISTED) if is_all else ()),
    ]
    listed = {measure: cells(told, lister) for measure, lister in LISTED.items()}
    if handed_out:
        listed[PIECES] = list_pieces(handed_out)
    for settled in settle(listed, claims, pack):
        totals += settled.totals
        contradictions += settled.contradictions
        if settled.measure in LISTED:
            totals += _of_groups(settled.measure, told, settled.surplus)
    return Counting(tuple(totals), tuple(dict.fromkeys(contradictions)), cover(readings, pack))


def _of_groups(measure: str, told: Sequence[Told], surplus: bool) -> Iterator[Total]:
    """By audience, and the activities by partner, over the whole campaign. What is reported beyond what is listed may
    have been for any audience and with any partner."""
    groups = [(Scope(measure, audience=code), some) for code, some in _grouped(told, attrgetter("audience"))]
    if measure == "activities":
        groups += [(Scope(measure, partner=code), some) for code, some in _grouped(told, attrgetter("partners"))]
    for scope, some in groups:
        listing = add(cells(some, LISTED[measure]).values())
        value = Bounds.at_least(listing.value.least) if surplus else listing.value
        yield Total(scope, value, listing.value, evidence=listing.evidence, unknown=listing.unknown)


def _grouped(told: Sequence[Told], codes: Callable[[Told], tuple[str, ...]]) -> Iterator[tuple[str, list[Told]]]:
    """Each code with those that have it; one of two codes is in both."""
    groups: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        for code in codes(one):
            groups[code].append(one)
    yield from sorted(groups.items(), key=itemgetter(0))
