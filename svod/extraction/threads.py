"""A letter over those it quotes: what the older ones tell of the same activities was told already."""

from collections.abc import Sequence
from dataclasses import replace

from svod.records import Activity, Reading, ReportedTotal

AGREES = ("date", "title")
WHERE = ("date", "title", "region", "place")


def told_once(authors: Sequence[str], readings: Sequence[Reading]) -> list[Reading]:
    """The readings of the letters, newest first, without what an older one tells again: the same author's, or one that
    the sender's own words at the head sum up. What different people wrote that were passed on together are others."""
    told: list[Reading] = []
    for place, (author, reading) in enumerate(zip(authors, readings, strict=True)):
        newer = [one for above, one in enumerate(told) if above == 0 or authors[above] == author]
        told.append(_without(reading, newer) if place else reading)
    return told


def _without(reading: Reading, newer: Sequence[Reading]) -> Reading:
    activities = [one for letter in newer for one in letter.activities]
    totals = [_of(one) for letter in newer for one in letter.totals]
    return replace(
        reading,
        activities=tuple(one for one in reading.activities if not any(_is_same(one, other) for other in activities)),
        totals=tuple(one for one in reading.totals if _of(one) not in totals),
    )


def _of(total: ReportedTotal) -> tuple[str, str | None, str | None]:
    """What it sums up: a newer letter has the newer number."""
    return total.measure, total.kind, total.region


def _is_same(old: Activity, new: Activity) -> bool:
    """Nothing that both say differs but the people, and these only where a day or a title is the same."""
    if old.kind != new.kind or any(_differ(name, old, new) for name in WHERE):
        return False
    is_certain = any(getattr(old, name) is not None and getattr(old, name) == getattr(new, name) for name in AGREES)
    return is_certain or not (_differ("participants", old, new) or _differ("count", old, new))


def _differ(name: str, old: Activity, new: Activity) -> bool:
    one, other = getattr(old, name), getattr(new, name)
    return one is not None and other is not None and one != other
