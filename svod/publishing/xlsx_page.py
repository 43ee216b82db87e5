"""XlsxWriter's worksheet, to which a row is written in one piece: most of a large workbook's time went cell by cell."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache, lru_cache
from html import escape
from typing import Any

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

Value = str | int | float | date
Cell = tuple[int, Value, Any]  # its column, and the format it has

MOST_REMEMBERED = 4096  # texts, and as many numbers: most cells say what cells above them said

# What XlsxWriter may write otherwise than it is said: most texts hold nothing of it.
_ESCAPED = re.compile("[_&<>\x00-\x08\x0b-\x1f\ufffe\uffff]")
_DAY_0 = date(1899, 12, 30).toordinal()  # Excel counts days from here


class Page(Worksheet):  # type: ignore[misc] # xlsxwriter carries no types
    """A worksheet of a workbook in constant memory, whose rows are written from above to below.

    A text is always a text: XlsxWriter takes "<r>…</r>" for markup of its own and writes it as it is, so that what
    somebody handed in could break the workbook.
    """

    def write_line(self, row: int, height: float, cells: Iterable[Cell]) -> None:
        self._write_single_row(row)  # what was written cell by cell stands above
        parts, column, line = [], 0, str(row + 1)
        for column, value, look in cells:
            said = _text(value) if isinstance(value, str) else _number(value)
            parts.append(f'<c r="{_letters(column)}{line}" s="{look._get_xf_index()}"{said}')
        if self._check_dimensions(row, column):
            return  # below Excel's last row
        high = f' ht="{height:g}" customHeight="1"' if height != self.original_row_height * 0.75 else ""
        self.fh.write(f'<row r="{line}"{high}>{"".join(parts)}</row>')


@lru_cache(maxsize=MOST_REMEMBERED)
def _text(value: str) -> str:
    text = escape(Worksheet._escape_control_characters(value), quote=False) if _ESCAPED.search(value) else value
    space = "" if text == text.strip() else ' xml:space="preserve"'
    return f' t="inlineStr"><is><t{space}>{text}</t></is></c>'


@lru_cache(maxsize=MOST_REMEMBERED)
def _number(value: float | date) -> str:
    number = value.toordinal() - _DAY_0 if isinstance(value, date) else value
    return f"><v>{number:.16G}</v></c>"


_letters = cache(xl_col_to_name)
