"""What a document may tell besides what was drafted from it, see `Reading.left_out`, as its column `left_out` keeps it:
[what it is, its columns]. Nothing counts from it until somebody takes it in, and it needs no state of its own: what was
taken in or turned down stands there as a row."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from svod import records
from svod.register.models import Activity, Document, ReportedTotal
from svod.register.models.finding import Finding

MODELS: dict[str, type[Finding]] = {"activity": Activity, "total": ReportedTotal}
DAYS = ("first_day", "last_day")

Kept = list[list[Any]]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """One of them, still open: its place in the column, and the row it would be, which no database has."""

    place: int
    row: Finding


def kept(told: Iterable[records.Activity | records.ReportedTotal]) -> Kept:
    """As the column keeps it."""
    return [
        ["total", ReportedTotal.values_of(one)]
        if isinstance(one, records.ReportedTotal)
        else ["activity", Activity.values_of(one)]
        for one in told
    ]


def still_open(document: Document, rows: Sequence[Finding]) -> Iterator[LeftOut]:
    """Those of which none of the document's `rows` tells, whatever became of it."""
    for place in range(len(document.left_out)):
        row = row_of(document, place)
        if not any(_tells(other, row) for other in rows):
            yield LeftOut(place, row)


def row_of(document: Document, place: int) -> Finding:
    """The draft it would be. Raises IndexError where there is none."""
    name, values = document.left_out[place]
    submission = document.submission
    days = {day: date.fromisoformat(values[day]) for day in DAYS if values.get(day)}
    origins = {} if values["region"] else {"region": "organisation"}
    return MODELS[name](
        campaign=submission.campaign,
        organisation=submission.organisation,
        document=document,
        origins=origins,
        **{**values, **days, "region": values["region"] or submission.organisation.region},
    )


def _tells(row: Finding, left: Finding) -> bool:
    """Whether it is the same: an activity of its kind at that place, or a number of people that stands there."""
    if isinstance(left, Activity):
        return isinstance(row, Activity) and row.kind == left.kind and _meet(row.start, row.end, left)
    places = list(row.sources.values()) if isinstance(row, Activity) else [[row.start, row.end]]
    return any(_meet(start, end, left) for start, end in places)


def _meet(start: int, end: int, left: Finding) -> bool:
    return start < left.end and left.start < end
