"""The fullest value of each field, from all who tell one activity."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from typing import Any, TypeVar

from svod.language.standing import standing
from svod.linking.names import plain
from svod.linking.telling import order
from svod.records import Activity, Bounds, Period
from svod.records.activity import still_said

T = TypeVar("T")
_UNKNOWN = (None, "", ())


def merge(members: Sequence[Activity]) -> Activity:
    """One activity from its mentions. What was held outweighs what was only planned; order does not matter.

    Evidence, sources and reasons are those of the fullest mention; the others keep theirs in the members.
    """
    if len(members) == 1:
        return members[0]
    held = [member for member in members if not member.planned] or list(members)
    told = sorted(held, key=order)
    every = sorted(members, key=order)
    fullest = max(told, key=_fullness)  # of equals the first
    merged = replace(
        fullest,
        kind=_most_frequent([member.kind for member in told], str),
        title=_known(told, every, "title", lambda values: _most_frequent(values, plain)),
        date=_known(told, every, "date", _most_exact),
        region=_known(told, every, "region", lambda values: _most_frequent(values, str)),
        place=_known(told, every, "place", lambda values: _most_frequent(values, plain)),
        organiser=_known(told, every, "organiser", _nearest),
        participants=_known(still_said(told), still_said(every), "participants", agreed),
        count=agreed([member.count for member in told]),
        audience=_union(told, "audience"),
        partners=_union(told, "partners"),
        materials=_union(told, "materials"),
        online=any(member.online for member in told),
        confidence=max(member.confidence for member in told),
    )
    return replace(merged, sources=_own_sources(fullest, merged))


def agreed(bounds: Sequence[Bounds]) -> Bounds:
    """What all of them allow ("45" and "около 50": 45); where they contradict, from the least to the most said."""
    least = max(one.least for one in bounds)
    mosts = [one.most for one in bounds if one.most is not None]
    if not mosts or least <= min(mosts):
        return Bounds(least, min(mosts, default=None))
    return Bounds(min(one.least for one in bounds), max(mosts) if len(mosts) == len(bounds) else None)


def _fullness(activity: Activity) -> int:
    return sum(getattr(activity, field.name) not in _UNKNOWN for field in fields(activity))


def _known(
    told: Sequence[Activity], every: Sequence[Activity], name: str, choose: Callable[[Sequence[Any]], T]
) -> T | None:
    """The chosen value among those who held it, else among those who planned it."""
    for mentions in (told, every):
        values = [value for mention in mentions if (value := getattr(mention, name)) is not None]
        if values:
            return choose(values)
    return None


def _most_frequent(values: Sequence[str], same: Callable[[str], str]) -> str:
    """The value most tell, as its longest spelling; of equals the longest, then the first of the alphabet."""
    tellers = Counter(same(value) for value in values)
    return min(values, key=lambda value: (-tellers[same(value)], -len(value), value))


def _nearest(organisers: Sequence[str]) -> str:
    """The lowest of them: the school held what its district and its region report."""
    lowest = min(map(standing, organisers))
    return _most_frequent([organiser for organiser in organisers if standing(organiser) == lowest], plain)


def _most_exact(periods: Sequence[Period]) -> Period:
    """The shortest; of equals the one most tell, then the earliest."""
    tellers = Counter(periods)
    return min(periods, key=lambda period: (period.last - period.first, -tellers[period], period))


def _union(told: Sequence[Activity], name: str) -> tuple[str, ...]:
    return tuple(sorted({code for member in told for code in getattr(member, name)}))


def _own_sources(fullest: Activity, merged: Activity) -> tuple[tuple[str, Any], ...]:
    """The places for those fields whose value the fullest mention itself gave; its text does not say the others."""
    return tuple(
        (name, span) for name, span in fullest.sources if getattr(fullest, name, None) == getattr(merged, name, None)
    )
