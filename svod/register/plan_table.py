"""A table of planned activities, from XLSX or DOCX: its rows, each cell understood as far as it goes.

What an activity is called is read as the reports are (`svod.extraction`), so this belongs to the worker.
"""

from calendar import monthrange
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import IO, Any

from svod.extraction import extract, named
from svod.language.dates import Days, find_dates
from svod.packs import Pack
from svod.records import Document, Period
from svod.register.plan_cells import LEFT, lines_of
from svod.register.plan_head import is_part_of_month, is_throughout
from svod.register.services.numbers import understood


@dataclass(frozen=True, slots=True)
class Row:
    """A row under its number in the table. `unclear` names what a person should look at, `day` is what its cell says,
    `left` the headings of what it says and no plan has a place for."""

    number: int
    text: str
    kind: str  # the one that has the rest, where no word of the pack says which
    title: str = ""
    first_day: str | None = None  # ISO
    last_day: str | None = None
    place: str = ""
    responsible: str = ""
    audience: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    expected_least: int | None = None
    expected_most: int | None = None
    day: str = ""
    unclear: tuple[str, ...] = field(default=())
    left: tuple[str, ...] = field(default=())

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def read_table(stream: IO[bytes], name: str, pack: Pack, year: int) -> list[Row]:
    """Raises svod.register.plan_cells.NoTable."""
    days = (pack.first_day, pack.last_day)
    return [_understood(number, cells, pack, year, days) for number, cells in lines_of(stream, name)]


def _understood(number: int, cells: dict[str, str], pack: Pack, year: int, days: Days) -> Row:
    text = cells["activity"]
    told = next(iter(extract(Document("plan", text, year=year), pack).activities), None)
    period = _when(cells.get("day", ""), pack, year, days)
    if period is None and told and not find_dates(cells.get("day", ""), year, days):
        period = told.date
    expected = understood(cells.get("expected", ""))
    unclear = [*(["kind"] if told is None else []), *(["day"] if cells.get("day") and period is None else [])]
    return Row(
        number=number,
        text=text,
        kind=told.kind if told else pack.rest,
        title=((told and told.title) or text)[:500],
        first_day=period.first.isoformat() if period else None,
        last_day=period.last.isoformat() if period else None,
        place=cells.get("place", "")[:200],
        responsible=cells.get("responsible", "")[:200],
        audience=_terms(told.audience if told else (), cells.get("audience", ""), "audience", pack),
        partners=_terms(told.partners if told else (), cells.get("partners", ""), "partner", pack),
        expected_least=expected and expected.least,
        expected_most=expected and expected.most,
        day=cells.get("day", "")[:100],
        unclear=tuple(unclear),
        left=tuple(name.removeprefix(LEFT) for name, cell in cells.items() if name.startswith(LEFT) and cell),
    )


def _when(cell: str, pack: Pack, year: int, days: Days) -> Period | None:
    """ "1–3 декабря"; "декабрь", all of it; "в течение акции", its days. None for "вторая неделя декабря"."""
    when = next(iter(find_dates(cell, year, days)), None)
    if when is None:
        return Period(*pack.days(year)) if is_throughout(cell) else None
    first, last = when.first, when.last
    is_months = first.month and last.month and not first.day and not last.day
    if when.period or not is_months or is_part_of_month(cell):
        return when.period
    begins, ends = first.year or year, last.year or year
    return Period(date(begins, first.month, 1), date(ends, last.month, monthrange(ends, last.month)[1]))


def _terms(told: tuple[str, ...], cell: str, category: str, pack: Pack) -> tuple[str, ...]:
    """What the cell names; where there is none, what the activity's own words tell."""
    return named(cell, category, pack) or told
