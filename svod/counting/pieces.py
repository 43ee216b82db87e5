"""Pieces of materials, by the log of who printed, passed on and gave out how many.

They count once: where they leave the tree, at the organisation that gave them to people. What is passed on is given out
by nobody yet. Other than activities, not all are in the log: what reports say beside it may be more, never less.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from svod.counting.listing import Listing
from svod.counting.scopes import Cells
from svod.records import Bounds, HandedOut, Move

MEASURE = "materials"
OF_NO_KIND = ""  # materials have kinds of their own: what is logged lies in no scope of a kind of activity


def stock(moves: Iterable[Move]) -> Mapping[tuple[str, str], int]:
    """How many pieces of each item each organisation has: (item, organisation) -> number, below zero where more went
    than came. None that is 0."""
    held: Counter[tuple[str, str]] = Counter()
    for move in moves:
        if move.source is not None:
            held[move.item, move.source] -= move.pieces
        if move.target is not None:
            held[move.item, move.target] += move.pieces
    return {place: pieces for place, pieces in held.items() if pieces}


def given_out(moves: Iterable[Move]) -> Mapping[tuple[str, str], int]:
    """How many pieces of each item each organisation gave to people."""
    given: Counter[tuple[str, str]] = Counter()
    for move in moves:
        if move.target is None and move.source is not None:
            given[move.item, move.source] += move.pieces
    return dict(given)


def list_pieces(handed_out: Iterable[HandedOut]) -> Cells:
    """By region, as the measures that are listed have them."""
    by_region: dict[str | None, list[HandedOut]] = defaultdict(list)
    for one in handed_out:
        by_region[one.region].append(one)
    return {
        (region, OF_NO_KIND): Listing(
            Bounds.exactly(sum(one.pieces for one in found)), tuple(one.evidence for one in found)
        )
        for region, found in by_region.items()
    }
