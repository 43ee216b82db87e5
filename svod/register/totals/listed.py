"""What is listed. The database adds up by region, kind and audience; where activities may be the same ("прошли
семинары" in two reports), the core says how few they can be."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Sum as Added, When

from svod.counting.listing import Listing
from svod.counting.scopes import Cells
from svod.counting.told import Told
from svod.records import Bounds
from svod.records.bounds import ZERO
from svod.register.models import Activity, State
from svod.register.totals.counted import Part, once
from svod.register.totals.fewest import AUDIENCES, COLUMNS, NAMED, Fewest, fewest, told

ADDED_UP: Mapping[str, Any] = {
    "rows": Count("pk"),
    "least": Added("count_least"),
    "named": Added("count_least", filter=NAMED, default=0),
    "most": Added("count_most"),
    "open": Count("pk", filter=Q(count_most__isnull=True)),
    "people": Added("participants_least", default=0),
    "people_named": Added("participants_least", filter=NAMED, default=0),
    "people_most": Added("participants_most", default=0),
    "people_open": Count("pk", filter=Q(participants_most__isnull=True)),
    "silent": Count("pk", filter=Q(participants_least__isnull=True)),
}
DATELESS = Case(When(first_day__isnull=True, then=1), default=0, output_field=IntegerField())
Tally = Mapping[str, Any]  # a row of the database's sums
Cell = tuple[str, str]  # region and kind
Key = Callable[[Tally], Hashable]


@dataclass(frozen=True, slots=True)
class Sum:
    """`rows` stand for `activities`; `unknown` of the rows give no number of people."""

    rows: int = 0
    activities: Bounds = ZERO
    attendances: Bounds = ZERO
    unknown: int = 0


class Ledger:
    """The sums over some rows; taken apart without asking the database again."""

    behind = 0  # of its sums are those of before: see books.py

    def __init__(self, rows: QuerySet[Activity]) -> None:
        self._rows = rows
        self._known: dict[tuple[Cell, frozenset[tuple[str, int]]], Fewest] = {}  # of a part of a cell
        groups = rows.order_by().values("region", "kind", audiences=AUDIENCES, dateless=DATELESS)
        self._tallies: Sequence[Tally] = list(groups.annotate(**ADDED_UP))

    @property
    def whole(self) -> Sum:
        return self._sum(self._tallies)

    def by_day(self) -> dict[date, Sum]:
        return by_day(self._rows)

    @property
    def dateless(self) -> Sum:
        """The sum over the rows of no known day."""
        return self._sum([tally for tally in self._tallies if tally["dateless"]])

    def by(self, field: str) -> dict[str, Sum]:
        """The sums by "region" or "kind"; "" where the text gives none."""
        return self._grouped(lambda tally: (tally[field],))

    def by_audience(self) -> dict[str, Sum]:
        """Audiences share activities: these are never added to one another. "" for those that name none."""
        return self._grouped(lambda tally: tally["audiences"].split() or ("",))

    def cells(self) -> dict[str, Cells]:
        """By measure, as the core settles them."""
        sums = {
            (region or None, kind): found
            for (region, kind), found in self._grouped(lambda tally: ((tally["region"], tally["kind"]),)).items()
        }
        return as_cells(sums)

    def _grouped(self, keys: Callable[[Tally], Iterable[Any]]) -> dict[Any, Sum]:
        groups: dict[Any, list[Tally]] = defaultdict(list)
        for tally in self._tallies:
            for key in keys(tally):
                groups[key].append(tally)
        return {key: self._sum(group) for key, group in groups.items()}

    def _sum(self, tallies: Sequence[Tally]) -> Sum:
        cells: dict[Cell, list[Tally]] = defaultdict(list)
        for tally in tallies:
            cells[tally["region"], tally["kind"]].append(tally)
        return _added_up(tallies, [self._fewest(cell, group) for cell, group in cells.items()])

    def _fewest(self, cell: Cell, tallies: Sequence[Tally]) -> Fewest:
        if all(map(_is_named, tallies)):
            return _all_of(tallies)
        parts = frozenset((tally["audiences"], tally["dateless"]) for tally in tallies)
        if (cell, parts) not in self._known:
            self._known[cell, parts] = fewest([told for part in parts for told in self._nameless[cell].get(part, ())])
        return self._known[cell, parts]

    @cached_property
    def _nameless(self) -> Mapping[Cell, Mapping[tuple[str, int], list[Told]]]:
        """All rows of the cells in which one names nothing of its own, asked for once."""
        meant = _rows_of(tally for tally in self._tallies if not _is_named(tally))
        found: dict[Cell, dict[tuple[str, int], list[Told]]] = defaultdict(lambda: defaultdict(list))
        for dateless, *row in self._rows.filter(meant).order_by().values_list(DATELESS, *COLUMNS):
            region, kind, audiences = row[:3]
            found[region, kind][audiences, dateless].append(told(*row))
        return found


def as_cells(sums: Mapping[tuple[str | None, str], Sum]) -> dict[str, Cells]:
    """By measure, as the core settles them."""
    return {
        "activities": {cell: Listing(found.activities) for cell, found in sums.items()},
        "participants": {cell: Listing(found.attendances, (), found.unknown) for cell, found in sums.items()},
    }


def _is_named(tally: Tally) -> bool:
    """Whether nothing of it may be the same as anything else: then the database's sum is the honest one."""
    return bool(tally["named"] == tally["least"] and tally["people_named"] == tally["people"])


def _all_of(tallies: Sequence[Tally]) -> Fewest:
    return Fewest(sum(tally["least"] for tally in tallies), sum(tally["people"] for tally in tallies))


def _rows_of(tallies: Iterable[Tally]) -> Q:
    """Their regions and kinds."""
    cells = sorted({(tally["region"], tally["kind"]) for tally in tallies})
    meant = Q(pk__in=())
    for region, some in groupby(cells, key=lambda cell: cell[0]):
        meant |= Q(region=region, kind__in=[kind for _, kind in some])
    return meant


def _added_up(tallies: Sequence[Tally], cells: Sequence[Fewest]) -> Sum:
    """Add up the tallies as intervals: what one leaves open the sum leaves open. `cells` say how few each may be."""

    def all_of(name: str) -> int:
        return sum(tally[name] or 0 for tally in tallies)

    activities = Bounds(sum(cell.activities for cell in cells), None if all_of("open") else all_of("most"))
    people = Bounds(sum(cell.attendances for cell in cells), None if all_of("people_open") else all_of("people_most"))
    return Sum(all_of("rows"), activities, people, all_of("silent"))


def ledger(rows: QuerySet[Activity]) -> Ledger:
    return Ledger(rows)


def listed(rows: QuerySet[Activity]) -> Sum:
    """The sums over the rows as a whole."""
    return Ledger(rows).whole


def states_of(part: Part) -> dict[str, int]:
    """How many rows stand in each state, and beside: drafts that are still to be decided, planned rows, and those that
    tell again what counts elsewhere."""
    counts = {state.value: Count("pk", filter=Q(state=state)) for state in State}
    live = ~Q(state=State.REJECTED)
    found = part.activities().aggregate(
        **counts,
        planned=Count("pk", filter=Q(planned=True) & live),
        again=Count("pk", filter=Q(same_as__isnull=False) & live),
    )
    return {**found, "open": once(part.activities().filter(state=State.DRAFT), part).count()}


def by_day(rows: QuerySet[Activity]) -> dict[date, Sum]:
    """The sums by the day on which an activity began; those of no known day are left out."""
    dated = rows.filter(first_day__isnull=False).order_by("first_day")
    tallies = list(dated.values("first_day", "region", "kind").annotate(**ADDED_UP))
    nameless = _nameless_by_day(dated, [tally for tally in tallies if not _is_named(tally)])
    return {
        day: _added_up(some, [_all_of([one]) if _is_named(one) else fewest(nameless[_day_of(one)]) for one in some])
        for day, some in ((day, list(some)) for day, some in groupby(tallies, key=lambda tally: tally["first_day"]))
    }


def _day_of(tally: Tally) -> tuple[date, str, str]:
    return tally["first_day"], tally["region"], tally["kind"]


def _nameless_by_day(dated: QuerySet[Activity], tallies: Sequence[Tally]) -> Mapping[Any, list[Told]]:
    found: dict[Any, list[Told]] = defaultdict(list)
    meant = dated.filter(_rows_of(tallies), first_day__in={tally["first_day"] for tally in tallies})
    for day, *row in meant.values_list("first_day", *COLUMNS) if tallies else ():
        found[day, row[0], row[1]].append(told(*row))
    return found
