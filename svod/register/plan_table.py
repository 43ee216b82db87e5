"""A table of planned activities, from XLSX or DOCX: its rows, each cell understood as far as it goes.

What an activity is called is read as the reports are (`svod.extraction`), so this belongs to the worker.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import IO, Any

from svod.extraction import extract, named
from svod.language.dates import Days, find_dates
from svod.packs import Pack
from svod.records import Document
from svod.register.plan_head import head_of
from svod.register.services.numbers import understood
from svod.register.workbook import BROKEN, BadSheet, opened, said

MOST_ROWS = 2000
UNKNOWN = "other"  # the kind of what is called by no word of the pack


class NoTable(ValueError):  # noqa: N818 # the state of somebody's file, not a fault of ours
    """`args[0]` says why: no_sheet (it cannot be opened), no_table (no column tells an activity), sheet_empty."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row under its number in the table. `unclear` names what a person should look at."""

    number: int
    text: str
    kind: str = UNKNOWN
    title: str = ""
    first_day: str | None = None  # ISO
    last_day: str | None = None
    place: str = ""
    responsible: str = ""
    audience: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    expected_least: int | None = None
    expected_most: int | None = None
    unclear: tuple[str, ...] = field(default=())

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def read_table(stream: IO[bytes], name: str, pack: Pack, year: int) -> list[Row]:
    """Raises NoTable."""
    days = (pack.first_day, pack.last_day)
    return [_understood(number, cells, pack, year, days) for number, cells in _lines(stream, name)]


def _lines(stream: IO[bytes], name: str) -> list[tuple[int, dict[str, str]]]:
    """The filled rows below the first head of the file, by our names of the columns."""
    try:
        tables = list(_docx(stream) if name.lower().endswith(".docx") else _xlsx(stream))
    except BadSheet as refusal:
        raise NoTable(refusal.code) from refusal
    except BROKEN as error:
        raise NoTable("no_sheet") from error  # what python-docx raises for broken files is no family either
    for rows in tables:
        found = _below_head(rows)
        if found is not None:
            if not found:
                raise NoTable("sheet_empty")
            return found[:MOST_ROWS]
    raise NoTable("no_table")


def _xlsx(stream: IO[bytes]) -> Iterator[list[list[str]]]:
    with opened(stream, MOST_ROWS) as (book, _package):
        for sheet in book.worksheets:
            yield [[said(cell) for cell in row] for row in sheet.iter_rows(values_only=True, max_row=MOST_ROWS + 50)]


def _docx(stream: IO[bytes]) -> Iterator[list[list[str]]]:
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = docx.Document(stream)
    except PackageNotFoundError as error:
        raise ValueError(str(error)) from error
    for table in document.tables:
        yield [[said(cell.text) for cell in row.cells] for row in table.rows]


def _below_head(rows: Sequence[Sequence[str]]) -> list[tuple[int, dict[str, str]]] | None:
    """None where no row is a head: one that names the activity and its day, or who answers for it."""
    for number, row in enumerate(rows):
        head = head_of(row)
        if "activity" in head and len(head) > 1:
            below = enumerate(rows[number + 1 :], number + 2)
            cells = ((n, {name: row[place] for name, place in head.items() if place < len(row)}) for n, row in below)
            return [(n, found) for n, found in cells if found.get("activity") and len(set(found.values())) > 1]
    return None


def _understood(number: int, cells: dict[str, str], pack: Pack, year: int, days: Days) -> Row:
    text = cells["activity"]
    told = next(iter(extract(Document("plan", text, year=year), pack).activities), None)
    when = next(iter(find_dates(cells.get("day", ""), year, days)), None)
    period = when.period if when else (told.date if told else None)
    expected = understood(cells.get("expected", ""))
    unclear = [*(["kind"] if told is None else []), *(["day"] if cells.get("day") and period is None else [])]
    return Row(
        number=number,
        text=text,
        kind=told.kind if told else UNKNOWN,
        title=((told and told.title) or text)[:500],
        first_day=period.first.isoformat() if period else None,
        last_day=period.last.isoformat() if period else None,
        place=cells.get("place", "")[:200],
        responsible=cells.get("responsible", "")[:200],
        audience=_terms(told.audience if told else (), cells.get("audience", ""), "audience", pack),
        partners=_terms(told.partners if told else (), cells.get("partners", ""), "partner", pack),
        expected_least=expected and expected.least,
        expected_most=expected and expected.most,
        unclear=tuple(unclear),
    )


def _terms(told: tuple[str, ...], cell: str, category: str, pack: Pack) -> tuple[str, ...]:
    """What the cell names; where there is none, what the activity's own words tell."""
    return named(cell, category, pack) or told
