"""The cells of a table of planned activities, XLSX or DOCX, as a person reads them."""

from collections.abc import Iterator, Sequence
from typing import IO

from svod.register.plan_head import head_of, left_out
from svod.register.workbook import BROKEN, BadSheet, answering, opened, read_apart, said

MOST_ROWS = 2000
LEFT = "left: "  # before the heading of a column that is none of ours

Table = list[list[str]]
Cells = tuple[int, dict[str, str]]  # a row under its number, by our names of the columns


class NoTable(ValueError):  # noqa: N818 # the state of somebody's file, not a fault of ours
    """`args[0]` says why: no_sheet (it cannot be opened), no_table (no column tells an activity), sheet_empty."""


def lines_of(stream: IO[bytes], name: str) -> list[Cells]:
    """The filled rows below the first head of the file. Raises NoTable."""
    try:
        return read_apart(in_docx if name.lower().endswith(".docx") else in_xlsx, stream)
    except BadSheet as refusal:
        raise NoTable(refusal.code) from refusal


@answering
def in_xlsx(stream: IO[bytes]) -> list[Cells]:
    with opened(stream, MOST_ROWS) as (book, _package):
        sheets = (sheet.iter_rows(values_only=True, max_row=MOST_ROWS + 50) for sheet in book.worksheets)
        return _below([[said(cell) for cell in row] for row in rows] for rows in sheets)


@answering
def in_docx(stream: IO[bytes]) -> list[Cells]:
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        tables = docx.Document(stream).tables
        return _below([[said(cell.text) for cell in row.cells] for row in table.rows] for table in tables)
    except (PackageNotFoundError, *BROKEN) as error:
        raise BadSheet("no_sheet") from error  # what python-docx raises for broken files is no family either


def _below(tables: Iterator[Table]) -> list[Cells]:
    """Of the first table that has a head."""
    for rows in tables:
        found = _below_head(rows)
        if found is not None:
            if not found:
                raise BadSheet("sheet_empty")
            return found[:MOST_ROWS]
    raise BadSheet("no_table")


def _below_head(rows: Sequence[Sequence[str]]) -> list[Cells] | None:
    """The rows below the head, which names the activity and its day, or who answers for it; None without a head."""
    for number, row in enumerate(rows):
        head = head_of(row)
        if "activity" in head and len(head) > 1:
            places = head | {f"{LEFT}{heading}": place for place, heading in left_out(row).items()}
            below = enumerate(rows[number + 1 :], number + 2)
            cells = ((n, {name: row[place] for name, place in places.items() if place < len(row)}) for n, row in below)
            return [(n, found) for n, found in cells if found.get("activity") and len(set(found.values())) > 1]
    return None
