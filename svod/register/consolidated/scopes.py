"""The facts about regions and the whole, from the same sums as the narrator tells: "all.people", "KZ-39.people"."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from svod.language.bounds_text import printed
from svod.narration import counts
from svod.narration.counts import Members, Totals
from svod.narration.facts import Count
from svod.narration.grammar import Grammar
from svod.packs import Pack
from svod.records import DistinctActivity, Evidence, Register

WHOLE = "all"


@dataclass(frozen=True, slots=True)
class Fact:
    """`words` as the narrator prints them; what stands behind them."""

    words: str
    activities: tuple[str, ...] = ()
    evidences: tuple[Evidence, ...] = ()


def scopes(register: Register, pack: Pack, grammar: Grammar) -> Iterator[tuple[str, Fact]]:
    totals = {total.scope: total for total in register.totals}
    kinds = tuple(term.code for term in pack.kinds)
    for name, count in _counts(register, pack, totals, kinds):
        yield name, Fact(printed(count.value, grammar.language), count.source.activities, count.source.evidences)
    coverage = register.coverage
    if coverage.expected:
        share = grammar.text("totals", "share").format(n=len(coverage.reported), of=len(coverage.expected))
        yield f"{WHOLE}.regions", Fact(share)
        yield f"{WHOLE}.reporting", Fact(str(len(coverage.reported)))
        yield f"{WHOLE}.expected", Fact(str(len(coverage.expected)))


def _counts(register: Register, pack: Pack, totals: Totals, kinds: tuple[str, ...]) -> Iterator[tuple[str, Count]]:
    whole = register.activities
    yield from _scope(WHOLE, None, whole, totals)
    yield from _named("records", counts.records(whole))
    yield from _named("unknown", counts.records(counts.without_participants(whole)))
    for kind, count in counts.by_kind(None, whole, totals, kinds).items():
        yield f"{WHOLE}.activities.{kind}", count
    for audience, count in counts.by_audience(whole, totals).items():
        yield f"{WHOLE}.audience.{audience}", count
    by_region: dict[str, list[DistinctActivity]] = defaultdict(list)
    for one in whole:
        by_region[one.activity.region or ""].append(one)
    for unit in pack.geography.regions:
        yield from _scope(unit.code, unit.code, tuple(by_region.get(unit.code, ())), totals)


def _scope(name: str, region: str | None, members: Members, totals: Totals) -> Iterator[tuple[str, Count]]:
    activities = counts.activities(region, members, totals)
    if not activities.value.least:
        return
    yield f"{name}.activities", activities
    if activities.listed and activities.listed != activities.value:
        yield f"{name}.described", Count(activities.listed, activities.source_of_listed)
    people = counts.participants(region, members, totals)
    if people:
        yield f"{name}.people", people
    for measure, count in counts.reported(region, totals):
        yield f"{name}.{measure}", count


def _named(what: str, count: Count | None) -> Iterator[tuple[str, Count]]:
    if count:
        yield f"{WHOLE}.{what}", count
