"""The register as a workbook. Every text is written as text: none can become a formula, here or where it is copied."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from svod.packs.pack import Pack
from svod.publishing.quotes import Guard, as_is, printable
from svod.publishing.sheets import Column, Row, Sheet, Sheets, Value
from svod.records import Problem, Register

Message = Callable[[Problem], str]

_CREATED = datetime(2000, 1, 1)  # a workbook must say when; the register's own day is not the clock's
_CELL_LIMIT = 32_000  # Excel's is 32,767 characters
_LINE = 15.0  # points
_MOST_LINES = 8
_LOOKS_LIKE_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_BASE: dict[str, object] = {"valign": "top", "font_name": "Calibri", "font_size": 11}
_FORMATS: dict[str, dict[str, object]] = {
    "text": {"num_format": "@"},
    "long": {"num_format": "@", "text_wrap": True},
    "number": {"num_format": "#,##0"},
    "share": {"num_format": "0%"},
    "date": {"num_format": "dd.mm.yyyy", "align": "left"},
}
_HEADER: dict[str, object] = {"bold": True, "text_wrap": True, "bottom": 2, "bg_color": "#F6F1E8"}


def write_xlsx(
    register: Register,
    pack: Pack,
    path: Path,
    language: str = "ru",
    *,
    message: Message | None = None,
    guard: Guard = as_is,
) -> None:
    """Write the workbook to `path`; the same register gives the same bytes."""
    write_sheets(Sheets(register, pack, language, message or _code, guard).all(), path)


def write_sheets(sheets: Iterable[Sheet], path: Path) -> None:
    """Write a workbook of any sheets to `path`. Rows go to the disk as they are made."""
    import xlsxwriter  # only when a workbook is wanted

    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as workbook:
        workbook.set_properties({"created": _CREATED, "author": "Svod"})
        writer = _Writer(workbook)
        for sheet in sheets:
            writer.write(sheet)


def _lines(row: Row, columns: tuple[Column, ...]) -> int:
    """How many lines the row's longest wrapped text takes: not every program finds that out by itself."""
    wrapped = (
        sum(1 + len(line) // column.width for line in value.split("\n"))
        for value, column in zip(row, columns, strict=True)
        if isinstance(value, str) and column.look == "long"
    )
    return min(max(wrapped, default=1), _MOST_LINES)


def _code(problem: Problem) -> str:
    return problem.code


class _Writer:
    """Writes sheets into one workbook."""

    def __init__(self, workbook: Any) -> None:  # xlsxwriter carries no types
        self._workbook = workbook
        self._header = workbook.add_format({**_BASE, **_HEADER})
        self._plain = {name: workbook.add_format({**_BASE, **look}) for name, look in _FORMATS.items()}
        self._guarded = {
            name: workbook.add_format({**_BASE, **look, "quote_prefix": True}) for name, look in _FORMATS.items()
        }

    def write(self, sheet: Sheet) -> None:
        """The header, frozen; the rows; a filter over all of them."""
        page = self._workbook.add_worksheet(sheet.name)
        page.set_row(0, 2 * _LINE)
        for place, column in enumerate(sheet.columns):
            page.set_column(place, place, column.width)
            page.write_string(0, place, column.name, self._header)
        last = 0
        for last, row in enumerate(sheet.rows, start=1):
            page.set_row(last, _LINE * _lines(row, sheet.columns))
            for place, (value, column) in enumerate(zip(row, sheet.columns, strict=True)):
                self._cell(page, last, place, value, column)
        page.freeze_panes(1, sheet.frozen)
        page.autofilter(0, 0, last, len(sheet.columns) - 1)
        page.set_landscape()
        page.set_paper(9)  # A4
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)

    def _cell(self, page: Any, row: int, place: int, value: Value, column: Column) -> None:
        look = self._plain[column.look]
        match value:
            case None | "":
                return
            case date():
                page.write_datetime(row, place, datetime(value.year, value.month, value.day), look)
            case int() | float():
                page.write_number(row, place, value, look)
            case _:
                text = printable(value)[:_CELL_LIMIT]
                page.write_string(row, place, text, self._text_look(text, column))

    def _text_look(self, text: str, column: Column) -> Any:
        """A text that begins like a formula keeps Excel's own mark of a text, also when somebody edits it."""
        return (self._guarded if text.startswith(_LOOKS_LIKE_FORMULA) else self._plain)[column.look]
