"""XlsxWriter's worksheet with its innermost loop made shorter: a large workbook spends most of its time there."""

from functools import cache
from typing import Any

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet


class Page(Worksheet):  # type: ignore[misc] # xlsxwriter carries no types
    """Cells of texts, numbers and days, each with a format, written row by row.

    A text is always a text: XlsxWriter takes "<r>…</r>" for markup of its own and writes it as it is, so that what
    somebody handed in could break the workbook.
    """

    def _write_cell(self, row: int, column: int, cell: Any) -> None:
        begin = f'<c r="{_letters(column)}{row + 1}" s="{cell.format._get_xf_index()}"'
        if hasattr(cell, "number"):
            self.fh.write(f"{begin}><v>{cell.number:.16G}</v></c>")
            return
        text = self._escape_data(self._escape_control_characters(cell.string))
        space = ' xml:space="preserve"' if text[:1].isspace() or text[-1:].isspace() else ""
        self.fh.write(f'{begin} t="inlineStr"><is><t{space}>{text}</t></is></c>')


_letters = cache(xl_col_to_name)
