"""How well texts are read: activities and totals matched one to one with those that a careful person took."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from svod.learning.gold import Annotated, Told
from svod.records import Activity, Reading, ReportedTotal, Span

SIGNS = re.compile("[\"'`«»‹›“”„‟‘’]")
TITLED = 10.0  # an equal title, against shared characters
Found = TypeVar("Found", Activity, ReportedTotal)


class Tally(NamedTuple):
    """How many were to be found, were found, and are right."""

    gold: int = 0
    found: int = 0
    right: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 1.0

    def plus(self, other: "Tally") -> "Tally":
        return Tally(self.gold + other.gold, self.found + other.found, self.right + other.right)


class Score(NamedTuple):
    """Strict: title, date, region and participants are right as well."""

    activities: Tally = Tally()
    strict: Tally = Tally()
    totals: Tally = Tally()

    def plus(self, other: "Score") -> "Score":
        pairs = zip(self, other, strict=True)
        return Score(*(one.plus(another) for one, another in pairs))

    @property
    def right(self) -> int:
        return self.activities.right + self.strict.right + self.totals.right

    @property
    def whole(self) -> float:
        """The sum of all three, to compare readings of the same texts by."""
        return self.activities.f1 + self.strict.f1 + self.totals.f1


def score(gold: Annotated, reading: Reading) -> Score:
    """Of one text."""
    pairs = matched(gold.activities, reading.activities, closeness)
    sums = matched(gold.totals, reading.totals, _same_sum)
    size = len(gold.activities), len(reading.activities)
    return Score(
        Tally(*size, len(pairs)),
        Tally(*size, sum(is_strict(*pair) for pair in pairs)),
        Tally(len(gold.totals), len(reading.totals), len(sums)),
    )


def matched(
    gold: Sequence[Told], found: Sequence[Found], close: Callable[[Told, Found], float]
) -> list[tuple[Told, Found]]:
    """Pairs, the closest first, each in one pair at most; a closeness of 0 is no pair."""
    every = [(close(one, other), i, j) for i, one in enumerate(gold) for j, other in enumerate(found)]
    free_gold, free_found, pairs = set(range(len(gold))), set(range(len(found))), []
    for value, i, j in sorted(every, key=lambda one: (-one[0], one[1], one[2])):
        if value > 0 and i in free_gold and j in free_found:
            free_gold.remove(i)
            free_found.remove(j)
            pairs.append((gold[i], found[j]))
    return pairs


def closeness(gold: Told, found: Activity) -> float:
    """0 where they cannot be the same: of another kind, or neither the place nor the title is shared."""
    if gold.kind != found.kind:
        return 0
    titled = bool(gold.title and found.title) and _plain(gold.title) == _plain(found.title)
    shared = _shared(gold, found.evidence.span)
    return TITLED * titled + shared + is_strict(gold, found) / TITLED if titled or shared else 0


def is_strict(gold: Told, found: Activity) -> bool:
    people = tuple(found.participants.as_list()) if found.participants else None
    same_title = _plain(gold.title) == _plain(found.title)
    same_day = gold.date == (str(found.date) if found.date else None)
    return same_title and same_day and gold.region == found.region and gold.participants == people


def _same_sum(gold: Told, found: ReportedTotal) -> float:
    same = gold.measure == found.measure and gold.value == tuple(found.value.as_list())
    return _shared(gold, found.evidence.span) if same else 0


def _shared(gold: Told, place: Span) -> float:
    """Characters shared with the closest of its places, over those that either has."""
    best = 0.0
    for start, end in gold.places:
        shared = min(end, place.end) - max(start, place.start)
        best = max(best, shared / (end - start + place.end - place.start - shared))
    return best


def _plain(title: str | None) -> str | None:
    """Without case, quotation marks and differences of white space."""
    return " ".join(SIGNS.sub(" ", title.casefold()).split()) if title else None
