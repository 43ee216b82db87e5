"""XlsxWriter's worksheet, to which a row is written in one piece: most of a large workbook's time went cell by cell."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from html import escape
from typing import Any, NamedTuple

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from svod.publishing.quotes import printable

Value = str | int | float | date | None

MOST_REMEMBERED = 8192  # values: most cells say what cells above them said
_CELL_LIMIT = 32_000  # Excel's is 32,767 characters
_LOOKS_LIKE_FORMULA = ("=", "+", "-", "@", "\t", "\r")

# What XlsxWriter may write otherwise than it is said: most texts hold nothing of it.
_ESCAPED = re.compile("[_&<>\x00-\x08\x0b-\x1f\ufffe\uffff]")
_DAY_0 = date(1899, 12, 30).toordinal()  # Excel counts days from here


class Look(NamedTuple):
    """The letters of a column, and XlsxWriter's formats for it: a text that looks like a formula is `guarded`."""

    letters: str
    plain: Any
    guarded: Any


class Page(Worksheet):  # type: ignore[misc] # xlsxwriter carries no types
    """A worksheet of a workbook in constant memory, whose rows are written from above to below.

    A text is always a text: XlsxWriter takes "<r>…</r>" for markup of its own and writes it as it is, so that what
    somebody handed in could break the workbook.
    """

    @staticmethod
    def look(column: int, plain: Any, guarded: Any) -> Look:
        return Look(xl_col_to_name(column), plain, guarded)

    def write_line(self, row: int, height: float, values: Sequence[Value], looks: Sequence[Look]) -> None:
        self._write_single_row(row)  # what was written cell by cell stands above
        parts, line = [], str(row + 1)
        for value, (letters, plain, guarded) in zip(values, looks, strict=True):
            if value or value == 0:
                said, looks_like_formula = _said(value)
                look = guarded if looks_like_formula else plain
                parts.append(f'<c r="{letters}{line}" s="{look._get_xf_index()}"{said}')
        if self._check_dimensions(row, len(looks) - 1):
            return  # below Excel's last row
        high = f' ht="{height:g}" customHeight="1"' if height != self.original_row_height * 0.75 else ""
        self.fh.write(f'<row r="{line}"{high}>{"".join(parts)}</row>')


@lru_cache(maxsize=MOST_REMEMBERED)
def _said(value: str | float | date) -> tuple[str, bool]:
    """A cell's value as the file has it, and whether it is a text that begins like a formula: then it keeps Excel's own
    mark of a text, also when somebody edits it."""
    if isinstance(value, str):
        text = printable(value)[:_CELL_LIMIT]
        return _text(text), text.startswith(_LOOKS_LIKE_FORMULA)
    number = value.toordinal() - _DAY_0 if isinstance(value, date) else value
    return f"><v>{number:.16G}</v></c>", False


def _text(value: str) -> str:
    text = escape(Worksheet._escape_control_characters(value), quote=False) if _ESCAPED.search(value) else value
    space = "" if text == text.strip() else ' xml:space="preserve"'
    return f' t="inlineStr"><is><t{space}>{text}</t></is></c>'
