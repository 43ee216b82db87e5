"""The tables of a report: regions by kinds of activity, regions by participants."""

from collections.abc import Mapping

from svod.narration import counts
from svod.narration.counts import Members, Totals
from svod.narration.outline import Row, Tables
from svod.records.bounds import ZERO

COLUMNS = 6  # the kinds that have a column of their own: what a page is wide enough for

ByRegion = Mapping[str | None, Members]


def tables(
    members: Members, by_region: ByRegion, regions: tuple[str, ...], totals: Totals, kinds: tuple[str, ...]
) -> Tables:
    """A line for each region, one for what belongs to no single region (where there is any), and the sums."""
    everywhere = counts.by_kind(None, members, totals, kinds)
    common = sorted(everywhere, key=lambda kind: -everywhere[kind].value.least)[:COLUMNS]
    columns = tuple(kind for kind in everywhere if kind in common)
    rows = [_row(region, by_region.get(region, ()), totals, kinds, columns) for region in regions]
    if by_region.get(None):
        rows.append(_row(None, by_region[None], {}, kinds, columns))
    return Tables(
        columns,
        tuple(rows),
        sums=_row(None, members, totals, kinds, columns),
        has_other=len(everywhere) > len(columns),
    )


def _row(region: str | None, members: Members, totals: Totals, kinds: tuple[str, ...], columns: tuple[str, ...]) -> Row:
    found = counts.by_kind(region, members, totals, kinds)
    activities = counts.activities(region, members, totals)
    return Row(
        region=region,
        activities=activities if activities.value != ZERO else None,
        participants=counts.participants(region, members, totals),
        known=counts.records(counts.with_participants(members)),
        unknown=counts.records(counts.without_participants(members)),
        kinds=tuple(found.get(kind) for kind in columns),
        other=counts.together(count for kind, count in found.items() if kind not in columns),
    )
