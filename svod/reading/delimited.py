"""CSV, as forms on the web and spreadsheets export it: every record one row, whatever parts its cells."""

import csv
from collections.abc import Iterator
from itertools import islice

from svod.reading.content import Content, Piece, row
from svod.reading.encodings import decode
from svod.reading.limits import Meter

_SEPARATORS = ";\t,"
_FEWEST = {",": 3}  # cells of a record; of others two
_LOOKED_AT = 12  # records, in so many characters
_SAMPLE = 20_000


def read(data: bytes, meter: Meter) -> Content:
    """The records of a table; a cell may have lines of its own."""
    text = decode(data)
    return Content(tuple(_rows(text, separator_of(text) or ",")))


def separator_of(text: str) -> str | None:
    """What parts the cells of a text that is a table from its first line on; None for any other text."""
    sample = text[:_SAMPLE]
    return next((sign for sign in _SEPARATORS if sign in sample and _is_parted(sample, sign)), None)


def _is_parted(text: str, separator: str) -> bool:
    """Whether the records are as wide as the first one, and no cell begins with a space, as words behind a comma do."""
    try:
        records = list(islice(_records(text, separator), _LOOKED_AT))
    except csv.Error:
        return False
    widths = {len(record) for record in records}
    return (
        len(records) > 1
        and len(widths) == 1
        and widths.pop() >= _FEWEST.get(separator, 2)
        and not any(cell.startswith(" ") for record in records for cell in record)
    )


def _records(text: str, separator: str) -> Iterator[list[str]]:
    lines = text.lstrip("\ufeff\r\n").splitlines(keepends=True)
    return (record for record in csv.reader(lines, delimiter=separator) if any(cell.strip() for cell in record))


def _rows(text: str, separator: str) -> Iterator[Piece]:
    return map(row, _records(text, separator))
