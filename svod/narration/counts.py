"""The numbers of a report: a total of the register where there is one, else the sum of what is listed."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from svod.narration.facts import Count, Source
from svod.records import Activity, Bounds, DistinctActivity, Scope, Total
from svod.records.bounds import ZERO

Members = tuple[DistinctActivity, ...]
Totals = Mapping[Scope, Total]

ALONE = ("materials", "organisations")


def listed(members: Members) -> Count:
    """The activities that these mentions stand for."""
    value = Bounds.total(member.activity.count for member in members)
    return Count(value, Source.of(members), value)


def records(members: Members) -> Count | None:
    """How many records there are, not how many activities they stand for; None for none."""
    return Count(Bounds.exactly(len(members)), Source.of(members)) if members else None


def activities(region: str | None, members: Members, totals: Totals) -> Count:
    return _reconciled(Scope("activities", region), Source.of(members), totals) or listed(members)


def participants(region: str | None, members: Members, totals: Totals) -> Count | None:
    """None where neither an activity nor a reported total gives a number: "not less than 0" says nothing."""
    told = with_participants(members)
    source = Source.of_people(told)
    count = _reconciled(Scope("participants", region), source, totals)
    if count is None:
        value = Bounds.total(member.activity.participants for member in told if member.activity.participants)
        count = Count(value, source, value)
    return count if count.value.least else None


def reported(region: str | None, totals: Totals) -> tuple[tuple[str, Count], ...]:
    """What is told as a number alone: how many materials were handed out, by the log and by reports, and how many
    organisations took part, by reports only."""
    found = ((measure, totals.get(Scope(measure, region))) for measure in ALONE)
    return tuple((measure, Count(one.value, Source(one.evidence))) for measure, one in found if one and one.value.least)


def with_participants(members: Members) -> Members:
    return tuple(member for member in members if member.activity.participants)


def without_participants(members: Members) -> Members:
    return tuple(member for member in members if not member.activity.participants)


def by_kind(region: str | None, members: Members, totals: Totals, kinds: tuple[str, ...]) -> dict[str, Count]:
    """The activities of each kind that occurs, in the pack's order of kinds."""
    alike: dict[str, list[DistinctActivity]] = {kind: [] for kind in kinds}
    for member in members:
        alike.setdefault(member.activity.kind, []).append(member)
    counts = {kind: _of_kind(Scope("activities", region, kind), tuple(found), totals) for kind, found in alike.items()}
    return {kind: count for kind, count in counts.items() if count and count.value != ZERO}


def _of_kind(scope: Scope, members: Members, totals: Totals) -> Count | None:
    """None where neither an activity nor a total tells any."""
    return _reconciled(scope, Source.of(members), totals) or (listed(members) if members else None)


def by_audience(members: Members, totals: Totals) -> dict[str, Count]:
    """The activities for each audience; one for two audiences is in both."""
    found = _by_code(members, lambda activity: activity.audience)
    return {
        code: _reconciled(Scope("activities", audience=code), Source.of(alike), totals) or listed(alike)
        for code, alike in found.items()
    }


def by_partner(members: Members, totals: Totals) -> dict[str, Count]:
    """The activities in which each partner took part; one with two partners is in both."""
    found = _by_code(members, lambda activity: activity.partners)
    return {
        code: _reconciled(Scope("activities", partner=code), Source.of(alike), totals) or listed(alike)
        for code, alike in found.items()
    }


def _by_code(members: Members, codes: Callable[[Activity], Iterable[str]]) -> dict[str, Members]:
    found: dict[str, list[DistinctActivity]] = defaultdict(list)
    for member in members:
        for code in codes(member.activity):
            found[code].append(member)
    return {code: tuple(alike) for code, alike in sorted(found.items())}


def together(counts: Iterable[Count]) -> Count | None:
    """The sum of counts that share no activity; None of none."""
    parts = tuple(counts)
    if not parts:
        return None
    return Count(Bounds.total(count.value for count in parts), Source.union(count.source for count in parts))


def _reconciled(scope: Scope, source: Source, totals: Totals) -> Count | None:
    """The register's own total of the scope, with the places of what is reported and of what is listed.

    Where a report claims more than is listed, its words come first: a reader who opens the number sees them at once.
    """
    total = totals.get(scope)
    if total is None:
        return None
    evidences = (*total.evidence, *source.evidences)
    if total.value != total.listed:
        told = set(source.evidences)
        evidences = (*(claimed for claimed in total.evidence if claimed not in told), *evidences)
    return Count(total.value, Source(tuple(dict.fromkeys(evidences)), source.activities), total.listed, source)
