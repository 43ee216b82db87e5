"""The table as it is taken away: what the register knows, lists to choose from, and how it is filled in."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from svod.register.activity_table.field import Field, Written
from svod.register.activity_table.fields import FIELDS
from svod.register.activity_table.marks import mark_of
from svod.register.activity_table.names import Names
from svod.register.activity_table.words import LISTS, MARK, heading, told
from svod.register.models import Activity

SPARE = 1000  # rows below the last one in which the lists are offered
WIDTHS = {"title": 44, "kind": 24, "organisation": 34, "place": 28, "audience": 28, "partners": 28}
AS_TEXT = ("participants", "count")  # else Excel makes the tenth of December of "10-12"
DAYS = ("first_day", "last_day")


def template(rows: Iterable[Activity], names: Names) -> bytes:
    """The workbook in the languages of the names."""
    from svod.workbooks import Book  # only when a workbook is wanted

    with Book() as book:
        titles = [told()["sheets"][one] for one in names.languages]
        data, how = (" · ".join(dict.fromkeys(written)) for written in zip(*titles, strict=True))
        sheet = book.add_worksheet(data)
        _Writer(book, sheet, names).write(list(rows))
        _instruct(book.add_worksheet(how), book, names)
    return book.content


class _Writer:
    def __init__(self, book: Any, sheet: Any, names: Names) -> None:
        self.book, self.sheet, self.names = book, sheet, names
        self.lists = book.add_worksheet(LISTS)
        self.lists.hide()
        self.lists.write_string(0, 0, names.campaign.slug)
        self.used = 1  # columns of the lists: the first says whose table it is
        open_cell = {"locked": False, "text_wrap": True, "valign": "top"}
        self.formats = {
            "open": book.add_format(open_cell),
            "text": book.add_format({**open_cell, "num_format": "@"}),
            "day": book.add_format({**open_cell, "num_format": "dd.mm.yyyy"}),
            "head": book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"}),
        }

    def write(self, rows: list[Activity]) -> None:
        last = len(rows) + SPARE
        codes = ["organisation", *(cell for field in FIELDS for cell in field.cells)]
        self.sheet.write_string(0, 0, MARK, self.formats["head"])
        for place, code in enumerate(codes, 1):
            self.sheet.write_string(0, place, heading(code, self.names.languages), self.formats["head"])
            self.sheet.set_column(place, place, WIDTHS.get(code, 16), self._format(code))
        for number, row in enumerate(rows, 1):
            self._row(number, row)
        self._offer(last, codes)
        self.sheet.set_column(0, 0, 14, self.formats["text"], {"hidden": True})
        self.sheet.freeze_panes(1, 3)
        self.sheet.autofilter(0, 0, len(rows) or 1, len(codes))
        self.sheet.protect("", ALLOWED)

    def _format(self, code: str) -> Any:
        return self.formats["day" if code in DAYS else "text" if code in AS_TEXT else "open"]

    def _row(self, number: int, row: Activity) -> None:
        values = {column: getattr(row, column) for field in FIELDS for column in field.columns}
        self.sheet.write_string(number, 0, mark_of(row, self.names.campaign), self.formats["text"])
        self._cell(number, 1, "organisation", self.names.called[row.organisation.path])
        place = 2
        for field in FIELDS:
            for code, cell in zip(field.cells, field.write(values, self.names), strict=True):
                self._cell(number, place, code, cell)
                place += 1

    def _cell(self, number: int, place: int, code: str, cell: Written) -> None:
        style = self._format(code)
        if isinstance(cell, date):
            self.sheet.write_datetime(number, place, cell, style)
        elif isinstance(cell, int):
            self.sheet.write_number(number, place, cell, style)
        else:
            self.sheet.write_string(number, place, cell or "", style)

    def _offer(self, last: int, codes: list[str]) -> None:
        """Offer lists to choose from; where several may be named, or one's own words are read, other answers, too."""
        self._list(last, 1, list(self.names.called.values()), strict=True, code="organisation")
        for field in FIELDS:
            place = codes.index(field.cells[0]) + 1
            if field.listed:
                self._list(last, place, field.listed(self.names), strict=not field.several, code=field.code)
            elif field.cells[0] in told()["hints"]:
                hint = self._hint(field)
                self.sheet.data_validation(1, place, last, place, {"validate": "any", "input_message": hint})

    def _list(self, last: int, place: int, choices: list[str], *, strict: bool, code: str) -> None:
        for number, choice in enumerate(choices):
            self.lists.write_string(number, self.used, choice)
        column = chr(ord("A") + self.used)
        rule: dict[str, Any] = {"validate": "list", "source": f"={LISTS}!${column}$1:${column}${len(choices) or 1}"}
        rule["show_error"] = strict
        if code in told()["hints"]:
            rule["input_message"] = " ".join(told()["hints"][code][one] for one in self.names.languages)
        self.sheet.data_validation(1, place, last, place, rule)
        self.used += 1

    def _hint(self, field: Field) -> str:
        words = told()["hints"][field.cells[0]]
        return "\n".join(words[one] for one in self.names.languages)[:255]


# Sorting asks that the cells are open, so the mark is kept from a hand by being hidden: in a protected sheet a hidden
# column cannot be shown. A changed mark is noticed when the table comes back.
ALLOWED = {
    **dict.fromkeys(("insert_rows", "delete_rows", "sort", "autofilter", "format_rows"), True),
    **dict.fromkeys(("select_locked_cells", "select_unlocked_cells"), True),
}


def _instruct(sheet: Any, book: Any, names: Names) -> None:
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, 110, wrapped)
    row = 0
    for language in names.languages:
        for line in told()["instructions"][language]:
            sheet.write_string(row, 0, line, wrapped)
            row += 1
        row += 1
