"""What is listed. The database adds up by region, kind and audience; where activities may be the same ("прошли
семинары" in two reports), the core says how few they can be."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Count, Q, QuerySet, Sum as Added

from svod.counting.listing import NOTHING, Listing, Told, least
from svod.counting.scopes import Cells
from svod.records import Bounds
from svod.register.models import Activity
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
Tally = Mapping[str, Any]  # a row of the database's sums
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

    def __init__(self, rows: QuerySet[Activity]) -> None:
        self._rows = rows
        self._known: dict[tuple[tuple[str, str], frozenset[tuple[str, ...]]], int] = {}  # the fewest of a cell
        self._tallies: Sequence[Tally] = list(rows.order_by().values("region", "kind", "audience").annotate(**ADDED_UP))

    @property
    def whole(self) -> Sum:
        return self._sum(self._tallies)

    def by(self, field: str) -> dict[str, Sum]:
        """By "region" or "kind"; "" where the text gives none."""
        return self._grouped(lambda tally: (tally[field],))

    def by_audience(self) -> dict[str, Sum]:
        """Audiences share activities: these are never added to one another. "" for those that name none."""
        return self._grouped(lambda tally: tally["audience"] or ("",))

    def cells(self) -> dict[str, Cells]:
        """By measure, as the core settles them."""
        sums = {
            (region or None, kind): found
            for (region, kind), found in self._grouped(lambda tally: ((tally["region"], tally["kind"]),)).items()
        }
        return {
            "activities": {cell: Listing(found.activities) for cell, found in sums.items()},
            "participants": {cell: Listing(found.attendances, (), found.unknown) for cell, found in sums.items()},
        }

    def _grouped(self, keys: Callable[[Tally], Iterable[Any]]) -> dict[Any, Sum]:
        groups: dict[Any, list[Tally]] = defaultdict(list)
        for tally in self._tallies:
            for key in keys(tally):
                groups[key].append(tally)
        return {key: self._sum(group) for key, group in groups.items()}

    def _sum(self, tallies: Sequence[Tally]) -> Sum:
        cells: dict[tuple[str, str], list[Tally]] = defaultdict(list)
        for tally in tallies:
            cells[tally["region"], tally["kind"]].append(tally)
        fewest = sum(self._fewest(cell, group) for cell, group in cells.items())
        return added_up(tallies, fewest)

    def _fewest(self, cell: tuple[str, str], tallies: Sequence[Tally]) -> int:
        if all(tally["named"] == tally["least"] for tally in tallies):
            return sum(tally["least"] for tally in tallies)
        audiences = frozenset(tally["audience"] for tally in tallies)
        if (cell, audiences) not in self._known:
            meant = [told for told in self._nameless[cell] if told.audience in audiences]
            self._known[cell, audiences] = least(meant)
        return self._known[cell, audiences]

    @cached_property
    def _nameless(self) -> Mapping[tuple[str, str], list[Told]]:
        """All rows of the cells in which one names nothing of its own, asked for once."""
        cells = {(t["region"], t["kind"]) for t in self._tallies if t["named"] != t["least"]}
        kinds = {kind for _, kind in cells}
        found: dict[tuple[str, str], list[Told]] = defaultdict(list)
        for region, kind, *rest in self._rows.filter(kind__in=kinds).order_by().values_list(*COLUMNS):
            if (region, kind) in cells:
                found[region, kind].append(told(region, kind, *rest))
        return found


COLUMNS = (
    *("region", "kind", "audience", "place", "organiser", "title", "first_day"),
    *("count_least", "count_most", "participants_least", "participants_most", *TEXT),
)


def told(
    region: str,
    kind: str,
    audience: tuple[str, ...],
    place: str,
    organiser: str,
    title: str,
    day: date | None,
    count_least: int,
    count_most: int | None,
    people: int | None,
    people_most: int | None,
    sha256: str,
    position: int,
) -> Told:
    """An activity as the core counts it. A telling more never changes it: the text is its own telling's alone."""
    participants = None if people is None else Bounds(people, people_most)
    return Told(
        region=region or None,
        kind=kind,
        audience=audience,
        place=place.casefold(),
        organiser=organiser.casefold(),
        count=Bounds(count_least, count_most),
        named=bool(title or day or participants),
        texts=frozenset({text_named(sha256, position)}),
        participants=participants,
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


def by_day(rows: QuerySet[Activity]) -> dict[date, Sum]:
    """By the day on which an activity began; those of no known day are left out. A day names an activity, so here the
    database's sum is the honest one."""
    tallies = rows.filter(first_day__isnull=False).order_by("first_day").values("first_day").annotate(**ADDED_UP)
    return {tally["first_day"]: added_up([tally], tally["least"]) for tally in tallies}
