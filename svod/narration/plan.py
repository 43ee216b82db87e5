"""The plan of a report: which facts are told and in which order. It knows the register and the pack, no language."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from svod.narration import counts
from svod.narration.compared import two_years
from svod.narration.counts import Members, Totals
from svod.narration.facts import Count, Section, Source, Whole
from svod.narration.grouping import Room, chosen, summed_up
from svod.narration.highlights import highlights
from svod.narration.kept import against_plan
from svod.narration.matrix import ByRegion, tables
from svod.narration.outline import Compared, Plan
from svod.narration.places import known_places
from svod.narration.sentences import sentences
from svod.packs import Pack
from svod.records import Bounds, DistinctActivity, Register

NAMED = 8  # of the most frequent kinds, audiences and partners


def make_plan(register: Register, pack: Pack, room: Room, earlier: Register | None = None) -> Plan:
    """What the report says about the register, and about an earlier one, in the pack's order of regions and kinds."""
    totals = {total.scope: total for total in register.totals}
    kinds = tuple(term.code for term in pack.kinds)
    regions = tuple(unit.code for unit in pack.geography.regions)
    register = known_places(register, pack.geography)
    by_region = _by_region(register.activities, pack)
    return Plan(
        year=register.year,
        whole=_whole(register, totals, by_region, kinds),
        sections=tuple(
            _section(region, by_region.get(region, ()), register, totals, kinds, room)
            for region in _regions_with_news(register, by_region, pack)
        ),
        planned=_planned(register.planned, pack, kinds, room),
        coverage=register.coverage,
        tables=tables(register.activities, by_region, _regions_of_tables(register, by_region, pack), totals, kinds),
        contradictions=register.contradictions,
        documents=sum(document.format != "log" for document in register.documents),
        highlights=highlights(by_region, regions, room, kinds),
        confirmed=register.confirmed,
        compared=compare(register, pack, earlier),
        handed_out=register.handed_out,
    )


def compare(register: Register, pack: Pack, earlier: Register | None = None) -> Compared:
    """What of the register stands beside its plans and beside an earlier one, in the pack's order."""
    kinds = tuple(term.code for term in pack.kinds)
    regions = tuple(unit.code for unit in pack.geography.regions)
    return Compared(
        kept=against_plan(register, regions, kinds),
        years=two_years(register, earlier, regions, kinds) if earlier else None,
        surveys=register.surveys,
    )


def _by_region(activities: Iterable[DistinctActivity], pack: Pack) -> ByRegion:
    """The activities of each region; under None those of no single region, or of none that the pack knows."""
    known = {unit.code for unit in pack.geography.regions}
    by_region: dict[str | None, list[DistinctActivity]] = defaultdict(list)
    for member in activities:
        region = member.activity.region
        by_region[region if region in known else None].append(member)
    return {region: tuple(members) for region, members in by_region.items()}


def _regions_with_news(register: Register, by_region: ByRegion, pack: Pack) -> list[str | None]:
    """The regions with activities, a reported total or a contradiction, in the pack's order; None comes last."""
    told: set[str | None] = {region for region in by_region if region}
    told |= {total.scope.region for total in register.totals if total.scope.region and total.value.least}
    told |= {contradiction.scope.region for contradiction in register.contradictions}
    regions: list[str | None] = [unit.code for unit in pack.geography.regions if unit.code in told]
    return [*regions, None] if by_region.get(None) else regions


def _regions_of_tables(register: Register, by_region: ByRegion, pack: Pack) -> tuple[str, ...]:
    shown = {*register.coverage.expected, *register.coverage.reported, *by_region}
    return tuple(unit.code for unit in pack.geography.regions if unit.code in shown)


def _section(
    region: str | None, members: Members, register: Register, totals: Totals, kinds: tuple[str, ...], room: Room
) -> Section:
    told, rest = chosen(tuple(one for one in members if one.activity.kind not in room.untold), room, kinds)
    own = totals if region else {}
    return Section(
        region=region,
        activities=counts.activities(region, members, own),
        participants=counts.participants(region, members, own),
        sentences=sentences(told, room, kinds),
        rest=summed_up(rest, kinds, room),
        handed_out=_handed_out(rest),
        source_of_materials=Source.of(tuple(member for member in rest if member.activity.materials)),
        contradictions=tuple(found for found in register.contradictions if region and found.scope.region == region),
        reported=counts.reported(region, own),
    )


def _planned(members: Members, pack: Pack, kinds: tuple[str, ...], room: Room) -> tuple[Section, ...]:
    """What is to be held, region by region in the pack's order; the best known alone where there is much."""
    told, rest = chosen(members, room, kinds)
    told_in, rest_in = _by_region(told, pack), _by_region(rest, pack)
    regions: list[str | None] = [unit.code for unit in pack.geography.regions]
    return tuple(
        Section(
            region=region,
            activities=counts.listed((*told_in.get(region, ()), *rest_in.get(region, ()))),
            participants=None,
            sentences=sentences(told_in.get(region, ()), room, kinds),
            rest=summed_up(rest_in.get(region, ()), kinds, room),
        )
        for region in (*regions, None)
        if region in told_in or region in rest_in
    )


def _handed_out(members: Members) -> tuple[str, ...]:
    """The materials of these activities, the most frequent first."""
    frequency = Counter(material for member in members for material in member.activity.materials)
    return tuple(sorted(frequency, key=lambda material: (-frequency[material], material)))


def _whole(register: Register, totals: Totals, by_region: ByRegion, kinds: tuple[str, ...]) -> Whole:
    members = register.activities
    return Whole(
        activities=counts.activities(None, members, totals),
        participants=counts.participants(None, members, totals),
        records=counts.records(members),
        without_participants=counts.records(counts.without_participants(members)),
        reporting=_reporting(register, by_region),
        kinds=_leading(counts.by_kind(None, members, totals, kinds)),
        audiences=_leading(counts.by_audience(members, totals)),
        partners=_leading(counts.by_partner(members, totals)),
        contradictions=tuple(found for found in register.contradictions if not found.scope.region),
        reported=counts.reported(None, totals),
    )


def _reporting(register: Register, by_region: ByRegion) -> Count:
    """Of how many of the expected regions the numbers tell; for each, the first place that was read."""
    heard = {*register.coverage.reported} - {*register.coverage.unconfirmed}
    reported = [region for region in register.coverage.expected if region in heard]
    firsts = [by_region[region][0] for region in reported if by_region.get(region)]
    denied = tuple(answer.evidence for answer in register.coverage.answers if answer.region in reported)
    evidences = (*(member.evidences[0] for member in firsts if member.evidences), *denied)
    return Count(Bounds.exactly(len(reported)), Source(evidences, tuple(member.id for member in firsts)))


def _leading(numbers: Mapping[str, Count]) -> tuple[tuple[str, Count], ...]:
    """The largest, the largest first."""
    return tuple(sorted(numbers.items(), key=lambda pair: -pair[1].value.least))[:NAMED]
