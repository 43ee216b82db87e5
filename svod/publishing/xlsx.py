"""The register as a workbook. Every text is written as text: none can become a formula, here or where it is copied."""

from collections.abc import Callable, Iterable
from datetime import datetime
from itertools import chain
from pathlib import Path
from textwrap import wrap
from typing import Any

from svod.packs.pack import Pack
from svod.publishing.compared_sheets import compared_sheets
from svod.publishing.quotes import Guard, as_is, printable
from svod.publishing.sheets import Row, Sheet, SheetChart, Sheets
from svod.records import Problem, Register, Report

Message = Callable[[Problem], str]

_CREATED = datetime(2000, 1, 1)  # a workbook must say when; the register's own day is not the clock's
_LINE = 15.0  # points
_MOST_LINES = 8
_BASE: dict[str, object] = {"valign": "top", "font_name": "Calibri", "font_size": 11}
_FORMATS: dict[str, dict[str, object]] = {
    "text": {"num_format": "@"},
    "long": {"num_format": "@", "text_wrap": True},
    "number": {"num_format": "#,##0"},
    "share": {"num_format": "0%"},
    "date": {"num_format": "dd.mm.yyyy", "align": "left"},
}
_COLOURS = ("#7A2E06", "#E08A47", "#8A8174", "#F8C99C")  # of a chart's series: told apart in grey, too
_HEADER: dict[str, object] = {"bold": True, "text_wrap": True, "bottom": 2, "bg_color": "#F6F1E8"}


def write_xlsx(
    register: Register,
    pack: Pack,
    path: Path,
    language: str = "ru",
    *,
    message: Message | None = None,
    guard: Guard = as_is,
    compared: Report | None = None,
) -> None:
    """Write the workbook to `path`; the same register gives the same bytes. `compared` are further sheets."""
    sheets = Sheets(register, pack, language, message or _code, guard).all()
    write_sheets(chain(sheets, compared_sheets(compared) if compared else ()), path)


def write_sheets(sheets: Iterable[Sheet], path: Path) -> None:
    """Write a workbook of any sheets to `path`. Rows go to the disk as they are made."""
    import xlsxwriter  # only when a workbook is wanted

    from svod.publishing.xlsx_page import Page

    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as workbook:
        workbook.set_properties({"created": _CREATED, "author": "Svod"})
        writer = _Writer(workbook, Page)
        for sheet in sheets:
            writer.write(sheet)


def _lines(row: Row, wrapped: Iterable[tuple[int, int]]) -> int:
    """How many lines the row's longest wrapped text takes: not every program finds that out by itself. `wrapped` has
    the places of such texts, and how wide they are."""
    most = 1
    for place, width in wrapped:
        value = row[place]
        if isinstance(value, str):
            lines = 1 + len(value) // width  # where it is one line, as most are
            most = max(most, lines if "\n" not in value else sum(1 + len(line) // width for line in value.split("\n")))
    return min(most, _MOST_LINES)


def _code(problem: Problem) -> str:
    return problem.code


class _Writer:
    """Writes sheets into one workbook."""

    def __init__(self, workbook: Any, page: type) -> None:  # xlsxwriter carries no types
        self._workbook = workbook
        self._page = page
        self._header = workbook.add_format({**_BASE, **_HEADER})
        self._plain = {name: workbook.add_format({**_BASE, **look}) for name, look in _FORMATS.items()}
        self._guarded = {
            name: workbook.add_format({**_BASE, **look, "quote_prefix": True}) for name, look in _FORMATS.items()
        }

    def write(self, sheet: Sheet) -> None:
        """The header, frozen; the rows; a filter over all of them."""
        page = self._workbook.add_worksheet(sheet.name, self._page)
        page.set_row(0, _LINE * max(2, *(len(wrap(one.name, one.width - 2)) for one in sheet.columns)))  # bold is wider
        for place, column in enumerate(sheet.columns):
            page.set_column(place, place, column.width)
            page.write_string(0, place, column.name, self._header)
        wrapped = [(place, column.width) for place, column in enumerate(sheet.columns) if column.look == "long"]
        looks = [page.look(at, self._plain[one.look], self._guarded[one.look]) for at, one in enumerate(sheet.columns)]
        last = 0
        for last, row in enumerate(sheet.rows, start=1):
            page.write_line(last, _LINE * _lines(row, wrapped), row, looks)
        if sheet.chart:
            self._chart(page, sheet, sheet.chart)
        page.freeze_panes(1, sheet.frozen)
        page.autofilter(0, 0, last, len(sheet.columns) - 1)
        page.set_landscape()
        page.set_paper(9)  # A4
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)

    def _chart(self, page: Any, sheet: Sheet, chart: SheetChart) -> None:
        """Bars beside the columns, the first row above."""
        drawn = self._workbook.add_chart({"type": "bar"})
        for column, title, colour in zip(chart.values, chart.titles, _COLOURS, strict=False):
            drawn.add_series(
                {
                    "name": printable(title),
                    "categories": [sheet.name, 1, chart.names, chart.rows, chart.names],
                    "values": [sheet.name, 1, column, chart.rows, column],
                    "fill": {"color": colour},
                }
            )
        drawn.set_title({"name": printable(chart.title), "name_font": {"size": 12}})
        drawn.set_y_axis({"reverse": True})
        drawn.set_x_axis({"major_gridlines": {"visible": False}})
        drawn.set_size({"width": 640, "height": 120 + 40 * chart.rows})
        page.insert_chart(1, len(sheet.columns) + 1, drawn, {"description": printable(chart.title)})
