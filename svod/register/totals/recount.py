"""A region and kind of a part, counted row by row: what a tally of it holds."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Case, IntegerField, When

from svod.register.models import State
from svod.register.totals.counted import Part, View, counts_here
from svod.register.totals.fewest import COLUMNS as OF_TOLD, fewest, told

STATES = {View.CONFIRMED.value: View.CONFIRMED.states, "draft": (State.DRAFT,), View.ALL.value: View.ALL.states}
WHOLE, UNDATED, DAY, AUDIENCE = "", "undated", "day:", "audience:"  # what of a cell a sum is over
COLUMNS = ("state", "planned", "same_as", "first_day", "participants_most", "count_most")

Slices = dict[str, list[int | None]]  # each a Sum as JSON holds it: see `_sum`


class Row(NamedTuple):
    """As much of an activity as sums come from; `told` asks for what stands from `region` on."""

    here: int
    state: str
    planned: bool
    same_as: int | None
    day: date | None
    people_most: int | None
    most: int | None
    region: str
    kind: str
    audiences: str
    place: str
    organiser: str
    least: int
    people: int | None
    named: int
    vague: int
    sha256: str
    position: int


OWN = Row._fields.index("region")


def recounted(part: Part, region: str, kind: str) -> dict[str, Any]:
    """The columns of the tally of that region and kind."""
    here = Case(When(counts_here(part), then=1), default=0, output_field=IntegerField())
    cell = part.activities().filter(region=region, kind=kind).order_by()
    rows = [Row(*one) for one in cell.values_list(here, *COLUMNS, *OF_TOLD)]
    held = [row for row in rows if row.here and not row.planned]
    sums = {name: _slices([row for row in held if row.state in states]) for name, states in STATES.items()}
    return {"rows": len(rows), "states": _states(rows), **sums}


def _states(rows: Sequence[Row]) -> dict[str, int]:
    live = [row for row in rows if row.state != State.REJECTED]
    return {
        **{state.value: sum(row.state == state for row in rows) for state in State},
        "planned": sum(row.planned for row in live),
        "again": sum(row.same_as is not None for row in live),
        "open": sum(row.here and row.state == State.DRAFT for row in rows),
    }


def _slices(rows: Iterable[Row]) -> Slices:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        for name in _slices_of(row):
            groups[name].append(row)
    return {name: _sum(group) for name, group in groups.items()}


def _slices_of(row: Row) -> Iterator[str]:
    yield WHOLE
    yield f"{DAY}{row.day}" if row.day else UNDATED
    for code in row.audiences.split() or ("",):
        yield f"{AUDIENCE}{code}"


def _sum(rows: Sequence[Row]) -> list[int | None]:
    """Rows; activities and attendances, each at least and at most; rows that give no number of people."""
    least, people = sum(row.least for row in rows), sum(row.people or 0 for row in rows)
    if not all(row.named for row in rows):
        least, people = fewest([told(*row[OWN:]) for row in rows])
    most = None if any(row.most is None for row in rows) else sum(row.most or 0 for row in rows)
    people_most = None if any(row.people_most is None for row in rows) else sum(row.people_most or 0 for row in rows)
    unknown = sum(row.people is None for row in rows)
    return [len(rows), least, most, people, people_most, unknown]
