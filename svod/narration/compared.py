"""This year against an earlier one: what both registers say of the whole, of each region and of each kind."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from svod.narration import counts
from svod.narration.facts import Count, Source
from svod.narration.outline import Pair, TwoYears
from svod.records import DistinctActivity, Register
from svod.records.bounds import ZERO

KINDS = 10  # that are compared one by one

Counts = Mapping[str, Count]


def two_years(register: Register, earlier: Register, regions: tuple[str, ...], kinds: tuple[str, ...]) -> TwoYears:
    """Compare the two years, with the regions and kinds that either year knows in the pack's order."""
    now, before = _by_region(register, regions), _by_region(earlier, regions)
    of_kind, of_kind_before = _by_kind(register, kinds), _by_kind(earlier, kinds)
    sizes = {kind: _least(of_kind.get(kind)) + _least(of_kind_before.get(kind)) for kind in kinds}
    common = sorted((kind for kind in kinds if sizes[kind]), key=lambda kind: -sizes[kind])[:KINDS]
    return TwoYears(
        year=register.year,
        earlier=earlier.year,
        now=_whole(register),
        before=_unsourced(_whole(earlier)),
        regions=tuple(_pair(code, now, before) for code in regions if code in now or code in before),
        kinds=tuple(_pair(code, of_kind, of_kind_before) for code in kinds if code in common),
        reporting=(len(now), len(before)),
    )


def _pair(code: str, now: Counts, before: Counts) -> Pair:
    return Pair(code, now.get(code), _unsourced(before[code]) if code in before else None)


def _unsourced(count: Count) -> Count:
    return replace(count, source=Source(), source_of_listed=Source())


def _least(count: Count | None) -> int:
    return count.value.least if count else 0


def _whole(register: Register) -> Count:
    return counts.activities(None, register.activities, {total.scope: total for total in register.totals})


def _by_region(register: Register, regions: tuple[str, ...]) -> Counts:
    """The activities of each region that has any."""
    totals = {total.scope: total for total in register.totals}
    members: dict[str | None, list[DistinctActivity]] = defaultdict(list)
    for one in register.activities:
        members[one.activity.region].append(one)
    found = {code: counts.activities(code, tuple(members[code]), totals) for code in regions}
    return {code: count for code, count in found.items() if count.value != ZERO}


def _by_kind(register: Register, kinds: tuple[str, ...]) -> Counts:
    totals = {total.scope: total for total in register.totals}
    return counts.by_kind(None, register.activities, totals, kinds)
