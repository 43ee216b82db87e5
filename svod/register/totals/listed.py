"""What is listed. The database adds up by region, kind and audience; where activities may be the same ("прошли
семинары" in two reports), the core says how few they can be."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby
from typing import Any

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Sum as Added, TextField, When
from django.db.models.functions import Cast

from svod.counting.listing import NOTHING, Listing, Told, least
from svod.counting.scopes import Cells
from svod.records import Bounds
from svod.register.models import Activity, State
from svod.register.totals.counted import Part, once
from svod.register.totals.texts import TEXT, text_named

NAMED = ~Q(title="") | Q(first_day__isnull=False) | Q(participants_least__isnull=False)
ADDED_UP: Mapping[str, Any] = {
    "rows": Count("pk"),
    "least": Added("count_least"),
    "named": Added("count_least", filter=NAMED, default=0),
    "most": Added("count_most"),
    "open": Count("pk", filter=Q(count_most__isnull=True)),
    "people": Added("participants_least", default=0),
    "people_most": Added("participants_most", default=0),
    "people_open": Count("pk", filter=Q(participants_most__isnull=True)),
    "silent": Count("pk", filter=Q(participants_least__isnull=True)),
}
AUDIENCES = Cast("audience", TextField())  # as it is kept: taken apart only where it is asked for
DATELESS = Case(When(first_day__isnull=True, then=1), default=0, output_field=IntegerField())
Tally = Mapping[str, Any]  # a row of the database's sums
Cell = tuple[str, str]  # region and kind
Key = Callable[[Tally], Hashable]


@dataclass(frozen=True, slots=True)
class Sum:
    """`rows` stand for `activities`; `unknown` of the rows give no number of people."""

    rows: int = 0
    activities: Bounds = NOTHING
    attendances: Bounds = NOTHING
    unknown: int = 0


class Ledger:
    """The sums over some rows; taken apart without asking the database again."""

    behind = 0  # of its sums are those of before: see books.py

    def __init__(self, rows: QuerySet[Activity]) -> None:
        self._rows = rows
        self._known: dict[tuple[Cell, frozenset[tuple[str, int]]], int] = {}  # the fewest of a part of a cell
        groups = rows.order_by().values("region", "kind", audiences=AUDIENCES, dateless=DATELESS)
        self._tallies: Sequence[Tally] = list(groups.annotate(**ADDED_UP))

    @property
    def whole(self) -> Sum:
        return self._sum(self._tallies)

    def by_day(self) -> dict[date, Sum]:
        return by_day(self._rows)

    @property
    def dateless(self) -> Sum:
        """Over the rows of no known day."""
        return self._sum([tally for tally in self._tallies if tally["dateless"]])

    def by(self, field: str) -> dict[str, Sum]:
        """By "region" or "kind"; "" where the text gives none."""
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
        fewest = sum(self._fewest(cell, group) for cell, group in cells.items())
        return added_up(tallies, fewest)

    def _fewest(self, cell: Cell, tallies: Sequence[Tally]) -> int:
        if all(tally["named"] == tally["least"] for tally in tallies):
            return sum(tally["least"] for tally in tallies)
        parts = frozenset((tally["audiences"], tally["dateless"]) for tally in tallies)
        if (cell, parts) not in self._known:
            meant = [told for part in parts for told in self._nameless[cell].get(part, ())]
            self._known[cell, parts] = least(meant)
        return self._known[cell, parts]

    @cached_property
    def _nameless(self) -> Mapping[Cell, Mapping[tuple[str, int], list[Told]]]:
        """All rows of the cells in which one names nothing of its own, asked for once."""
        cells = sorted({(t["region"], t["kind"]) for t in self._tallies if t["named"] != t["least"]})
        meant = Q(pk__in=())
        for region, some in groupby(cells, key=lambda cell: cell[0]):
            meant |= Q(region=region, kind__in=[kind for _, kind in some])
        found: dict[Cell, dict[tuple[str, int], list[Told]]] = defaultdict(lambda: defaultdict(list))
        rows = self._rows.filter(meant).order_by()
        for region, kind, dateless, *rest in rows.values_list("region", "kind", DATELESS, *COLUMNS):
            found[region, kind][rest[0], dateless].append(told(region, kind, *rest))
        return found


def as_cells(sums: Mapping[tuple[str | None, str], Sum]) -> dict[str, Cells]:
    """By measure, as the core settles them."""
    return {
        "activities": {cell: Listing(found.activities) for cell, found in sums.items()},
        "participants": {cell: Listing(found.attendances, (), found.unknown) for cell, found in sums.items()},
    }


NAMES_ITSELF = Case(When(NAMED, then=1), default=0, output_field=IntegerField())
COLUMNS = (AUDIENCES, "place", "organiser", "count_least", NAMES_ITSELF, *TEXT)


def told(
    region: str, kind: str, audiences: str, place: str, organiser: str, least: int, named: int, *text: Any
) -> Told:
    """As much of an activity as the fewest are counted by. A telling more never changes it: the text is its own
    telling's alone."""
    return Told(
        region=region or None,
        kind=kind,
        audience=(audiences,),
        place=place.casefold(),
        organiser=organiser.casefold(),
        count=Bounds.at_least(least),
        named=bool(named),
        texts=frozenset({text_named(*text)}),
        participants=None,
        evidence=(),
        people_evidence=(),
    )


def added_up(tallies: Sequence[Tally], fewest: int) -> Sum:
    """Interval arithmetic: what one of them leaves open, the sum leaves open."""

    def all_of(name: str) -> int:
        return sum(tally[name] or 0 for tally in tallies)

    most = None if all_of("open") else all_of("most")
    people_most = None if all_of("people_open") else all_of("people_most")
    return Sum(all_of("rows"), Bounds(fewest, most), Bounds(all_of("people"), people_most), all_of("silent"))


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
    """By the day on which an activity began; those of no known day are left out. A day names an activity, so here the
    database's sum is the honest one."""
    tallies = rows.filter(first_day__isnull=False).order_by("first_day").values("first_day").annotate(**ADDED_UP)
    return {tally["first_day"]: added_up([tally], tally["least"]) for tally in tallies}
