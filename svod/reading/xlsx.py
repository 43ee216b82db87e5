"""XLSX: every sheet that shows, every row one line."""

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from svod.reading.archive import check_package
from svod.reading.content import Content, Note, Piece, repeats_when_merged, row
from svod.reading.errors import Damaged
from svod.reading.limits import Meter

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_UNNAMED = re.compile(r"(?:Лист|Sheet|Парақ|Таблица)\s?\d*")


def read(data: bytes, meter: Meter) -> Content:
    """The values of an XLSX file, not its formulas; macros are left alone. Raises Damaged, TooLarge, Unsafe."""
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    check_package(data, meter)
    notes = []
    with warnings.catch_warnings(), ZipFile(BytesIO(data)) as archive:
        warnings.simplefilter("ignore")  # openpyxl tells of styles and filters it drops: nobody's text
        try:
            book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True)
        except (InvalidFileException, KeyError, ValueError, TypeError) as error:
            raise Damaged from error
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        if len(shown) < len(book.worksheets):
            notes.append(Note("hidden_sheets", (("count", str(len(book.worksheets) - len(shown))),)))
        if "xl/vbaProject.bin" in archive.namelist():
            notes.append(Note("macros"))
        pieces = [piece for sheet in shown for piece in _sheet(sheet, archive)]
    return Content(tuple(pieces), tuple(notes))


def _sheet(sheet: Any, archive: ZipFile) -> Iterator[Piece]:
    """The sheet's rows, below its name where somebody gave it one."""
    rows = [piece for piece in _rows(sheet, _covering(sheet, archive)) if piece.text]
    if rows and not _UNNAMED.fullmatch(sheet.title):
        yield Piece("heading", sheet.title)
    yield from rows


def _rows(sheet: Any, covering: dict[tuple[int, int], int]) -> Iterator[Piece]:
    """What is merged over several rows is told in each, unless it is a number: "Абай" over five lines is five times
    "Абай", 150 over five lines is 150 once.
    """
    sheet.reset_dimensions()  # the declared ones may be wrong, or a million columns wide
    told: dict[tuple[int, int], str] = {}
    for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
        cells = [_text(value) for value in values]
        for (top, column), last in covering.items():
            if top == number and column <= len(cells) and repeats_when_merged(cells[column - 1]):
                told[top, column] = cells[column - 1]
            elif top < number <= last and (top, column) in told:
                cells += [""] * (column - len(cells))
                cells[column - 1] = told[top, column]
        yield row(cells)


def _covering(sheet: Any, archive: ZipFile) -> dict[tuple[int, int], int]:
    """(row, column) of the first cell of every range merged over several rows, and the last row it covers."""
    from openpyxl.utils import range_boundaries

    # Sheets opened for reading only do not offer their merged ranges, and opened otherwise they take ten times as long.
    part = archive.read(sheet._worksheet_path)
    covering = {}
    for reference in _MERGED.findall(part):
        left, top, _, bottom = range_boundaries(reference.decode())
        if left and top and bottom and bottom > top:
            covering[top, left] = bottom
    return covering


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case datetime() if value.time() != time():
            return f"{value:%d.%m.%Y %H:%M}"
        case date():
            return f"{value:%d.%m.%Y}"
        case time():
            return f"{value:%H:%M}"
        case float():
            return f"{value:.10g}"
        case _:
            return str(value)
