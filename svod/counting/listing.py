"""What the register itself lists: the distinct activities of a scope, as bounds."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from svod.counting.fewest import attendances, least
from svod.counting.told import Told
from svod.records import Bounds, Evidence
from svod.records.bounds import ZERO

ANYTHING = Bounds(0, None)


@dataclass(frozen=True, slots=True)
class Listing:
    """The sum over some activities, the places that tell it, and how many of them give no number."""

    value: Bounds = ZERO
    evidence: tuple[Evidence, ...] = ()
    unknown: int = 0


Lister = Callable[[Sequence[Told]], Listing]


def list_activities(cell: Sequence[Told]) -> Listing:
    """How many activities of one region and kind are listed."""
    most = Bounds.total(told.count for told in cell).most
    return Listing(Bounds(least(cell), most), _evidence(told.evidence for told in cell))


def list_participants(cell: Sequence[Told]) -> Listing:
    """How many attendances. An activity that gives no number adds none for certain, and leaves the most open."""
    known = Bounds.total(told.participants for told in cell if told.participants is not None)
    unknown = sum(told.participants is None for told in cell)
    value = Bounds(least(cell, attendances), None if unknown else known.most)
    return Listing(value, _evidence(told.people_evidence for told in cell), unknown)


def add(listings: Iterable[Listing]) -> Listing:
    """The sum of listings that share no activity."""
    parts = list(listings)
    return Listing(
        Bounds.total(part.value for part in parts),
        _evidence(part.evidence for part in parts),
        sum(part.unknown for part in parts),
    )


def _evidence(parts: Iterable[tuple[Evidence, ...]]) -> tuple[Evidence, ...]:
    return tuple(chain.from_iterable(parts))
