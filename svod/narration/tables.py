"""The tables, the chart and the tile map of a report, in whichever language the labels are."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from svod.language.bounds_text import short
from svod.narration.facts import Count, Source
from svod.narration.outline import Plan, Row
from svod.narration.runs import capital
from svod.packs.pack import Unit
from svod.records import BarChart, Bounds, Cell, Contradiction, Heading, Paragraph, ReportBlock, Run, Table, TileMap

EMPTY = "—"
COMPARED = 2  # regions that give numbers of participants: fewer make no table


@dataclass(frozen=True, slots=True)
class Labels:
    """The words of tables and drawings in one language. `kind` names a kind's column, `about` what two numbers that
    contradict each other count."""

    language: str
    texts: Mapping[str, Any]
    kind: Callable[[str], str]
    about: Callable[[Contradiction], str]

    def __getitem__(self, key: str) -> str:
        return str(self.texts[key])


def say_tables(plan: Plan, units: Mapping[str, Unit], labels: Labels) -> Iterator[ReportBlock]:
    """Regions by kinds, participants, chart, map, contradictions: each where there is something to show.

    A region of which nothing is known has no line; a note below the table names it.
    """
    if not plan.tables.rows:
        return
    yield Heading(labels["heading"], 1, "tables")
    yield _kinds_table(plan, units, labels)
    notes = list(_notes(plan, units, labels))
    if notes:
        yield Paragraph((Run(" ".join(notes)),), note=True)
    if sum(bool(row.participants) for row in plan.tables.rows) >= COMPARED:
        yield _participants_table(plan, units, labels)
    yield from chart_of_regions(plan, units, labels)
    yield map_of_regions(plan, units, labels)
    if plan.contradictions:
        yield _contradictions_table(plan, units, labels)


def chart_of_regions(plan: Plan, units: Mapping[str, Unit], labels: Labels) -> Iterator[BarChart]:
    """How many activities each region held; nothing where there is nothing to compare."""
    bars = _bars([(row.region, row.activities) for row in plan.tables.rows], units, labels)
    if len(bars) >= COMPARED:
        yield BarChart(labels["chart"], bars)


def chart_of_participants(plan: Plan, units: Mapping[str, Unit], labels: Labels) -> Iterator[BarChart]:
    """How many people came in each region; nothing where there is nothing to compare."""
    bars = _bars([(row.region, row.participants) for row in plan.tables.rows], units, labels)
    if len(bars) >= COMPARED:
        yield BarChart(labels["participants"], bars)


def _kinds_table(plan: Plan, units: Mapping[str, Unit], labels: Labels) -> Table:
    tables = plan.tables
    other = [labels["other"]] if tables.has_other else []
    header = (labels["region"], *map(capital, map(labels.kind, tables.kinds)), *other, labels["all"])

    def line(row: Row, name: str, *, strong: bool = False) -> tuple[Cell, ...]:
        counts = (*row.kinds, *([row.other] if tables.has_other else []))
        return (
            text_cell(name, strong=strong),
            *(number_cell(count, labels.language, strong=strong) for count in counts),
            number_cell(row.activities, labels.language, strong=strong),
        )

    rows = tuple(line(row, _name(row, units, labels)) for row in tables.rows if row.activities)
    return Table(labels["kinds"], header, (*rows, line(tables.sums, labels["sum"], strong=True)))


def _notes(plan: Plan, units: Mapping[str, Unit], labels: Labels) -> Iterator[str]:
    """What the table cannot say itself: the sign, why sums differ, who is not in it."""
    tables = plan.tables
    rows = [row.activities for row in tables.rows if row.activities]
    if any(count.value.most is None for count in rows):
        yield labels["at_least"]
    if any(count.listed is not None and count.value != count.listed for count in rows):
        yield labels["more_than_listed"]
    everything = tables.sums.activities
    if everything and everything.value.least < Bounds.total(count.value for count in rows).least:
        yield labels["without_region"]
    for key, regions in (
        ("nothing_held", plan.coverage.nothing_held),
        ("without_news", plan.without_news),
        ("unconfirmed", plan.coverage.unconfirmed),
        ("unread", plan.coverage.unread),
        ("silent", plan.coverage.silent),
    ):
        names = [units[region].short[labels.language] for region in regions if region in units]
        if names:
            yield labels[key].format(regions=", ".join(names))


def _participants_table(plan: Plan, units: Mapping[str, Unit], labels: Labels) -> Table:
    def line(row: Row, name: str, *, strong: bool = False) -> tuple[Cell, ...]:
        counts = (row.participants, row.known, row.unknown)
        return text_cell(name, strong=strong), *(number_cell(count, labels.language, strong=strong) for count in counts)

    rows = tuple(line(row, _name(row, units, labels)) for row in plan.tables.rows if row.activities)
    header = (labels["region"], labels["attended"], labels["known"], labels["unknown"])
    return Table(labels["participants"], header, (*rows, line(plan.tables.sums, labels["sum"], strong=True)))


def _contradictions_table(plan: Plan, units: Mapping[str, Unit], labels: Labels) -> Table:
    def line(found: Contradiction) -> tuple[Cell, ...]:
        unit = units.get(found.scope.region or "")
        return (
            text_cell(unit.names[labels.language] if unit else labels["campaign"]),
            text_cell(capital(labels.about(found))),
            number_cell(Count(found.one, Source(found.one_evidence)), labels.language),
            number_cell(Count(found.other, Source(found.other_evidence)), labels.language),
        )

    header = (labels["region"], labels["scope"], labels["one"], labels["other_value"])
    return Table(labels["contradictions"], header, tuple(map(line, plan.contradictions)))


def _bars(
    counts: Sequence[tuple[str | None, Count | None]], units: Mapping[str, Unit], labels: Labels
) -> tuple[tuple[str, int, int | None, str], ...]:
    """The regions with their numbers, the largest first; equal ones in the pack's order."""
    counted = [(units[region], count.value) for region, count in counts if region and count]
    return tuple(
        (unit.short[labels.language], value.least, value.most, short(value, labels.language))
        for unit, value in sorted(counted, key=lambda pair: -pair[1].least)
    )


def map_of_regions(plan: Plan, units: Mapping[str, Unit], labels: Labels) -> TileMap:
    """How much each region held; one from which nothing came is seen as such."""
    values = {row.region: row.activities.value for row in plan.tables.rows if row.region and row.activities}
    tiles = tuple(
        (unit.code, unit.short[labels.language], *_tile(values.get(unit.code), unit.code, plan, labels))
        for unit in units.values()
    )
    positions = tuple((unit.code, *unit.tile) for unit in units.values() if unit.tile)
    legend: Sequence[str] = labels.texts["legend"]
    if plan.coverage.unconfirmed:
        legend = (labels["legend_confirmed"], *legend[1:])
    return TileMap(labels["map"], tiles, tuple(legend), positions)


def _tile(value: Bounds | None, region: str, plan: Plan, labels: Labels) -> tuple[int | None, str]:
    if value:
        return value.least, short(value, labels.language)
    return (0, "0") if region in plan.coverage.nothing_held else (None, EMPTY)


def number_cell(count: Count | None, language: str, *, strong: bool = False) -> Cell:
    """The number with its sources; a dash where there is none."""
    if count is None:
        return Cell((Run(EMPTY),), numeric=True, strong=strong)
    text = short(count.value, language)
    run = Run(text, count.source.evidences, count.source.activities, strong)
    return Cell((run,), numeric=True, strong=strong, value=count.value)


def text_cell(text: str, *, strong: bool = False) -> Cell:
    return Cell((Run(text, strong=strong),), strong=strong)


def _name(row: Row, units: Mapping[str, Unit], labels: Labels) -> str:
    return units[row.region].short[labels.language] if row.region else labels["nowhere"]
