"""A table of the report in Word: fitted to the page, its header repeated on every one."""

from collections.abc import Callable
from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT

from svod.publishing.docx_parts import element, keep_row_whole, repeat_as_header, words
from svod.publishing.docx_style import TEXT_WIDTH
from svod.publishing.layout import TableLayout, fit
from svod.publishing.quotes import printable
from svod.records import Cell, Run, Table

Word = Any  # python-docx carries no types
RunsToWord = Callable[[tuple[Run, ...]], list[Word]]

_LETTER = 11.5  # twentieths of a point that an upright letter takes of the header's height, for each point of its size
_WHOLE = 24  # rows; a table of no more stays on one page


def draw_table(document: Word, table: Table, runs_to_word: RunsToWord) -> None:
    """Append the table to the document, and a little room below it."""
    layout = fit(table)
    widths = [int(TEXT_WIDTH.twips * share / 100) for share in layout.shares]
    drawn = document.add_table(rows=0, cols=len(table.header), style="Table Grid")
    drawn.alignment, drawn.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(drawn._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.set(_W + "w", str(width))
    drawn._tbl.append(_header(table, layout, widths))
    for number, row in enumerate(table.rows, 1):
        drawn._tbl.append(_row(row, layout, widths, runs_to_word, with_next=_stays_with_next(number, len(table.rows))))
    document.add_paragraph(style="Svod Cell")


def _stays_with_next(row: int, rows: int) -> bool:
    """A table that fits a page is not parted; of a longer one the sum never stands alone."""
    return row < rows and (rows <= _WHOLE or row >= rows - 2)


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _header(table: Table, layout: TableLayout, widths: list[int]) -> Word:
    row = element("w:tr")
    for place, (text, width) in enumerate(zip(table.header, widths, strict=True)):
        upright = layout.upright and place > 0
        content = [words(printable(text), bold=True)]
        row.append(_cell(width, "center", layout.size, content, upright=upright, with_next=True))
    keep_row_whole(row)
    if layout.upright:
        longest = max(len(text) for text in table.header[1:])
        height = str(int((longest + 3) * _LETTER * layout.size))
        row.get_or_add_trPr().append(element("w:trHeight", {"w:val": height, "w:hRule": "atLeast"}))
    repeat_as_header(row)
    return row


def _row(
    cells: tuple[Cell, ...], layout: TableLayout, widths: list[int], runs_to_word: RunsToWord, *, with_next: bool
) -> Word:
    row = element("w:tr")
    for cell, width in zip(cells, widths, strict=True):
        runs = tuple(Run(run.text, run.sources, run.activities, run.strong or cell.strong) for run in cell.runs)
        alignment = "center" if cell.numeric else "left"
        row.append(_cell(width, alignment, layout.size, runs_to_word(runs), with_next=with_next))
    keep_row_whole(row)
    return row


def _cell(
    width: int, alignment: str, size: int, content: list[Word], *, upright: bool = False, with_next: bool = False
) -> Word:
    properties = element("w:tcPr", None, element("w:tcW", {"w:w": str(width), "w:type": "dxa"}))
    if upright:
        properties.append(element("w:textDirection", {"w:val": "btLr"}))
    properties.append(element("w:vAlign", {"w:val": "center"}))
    keep = [element("w:keepNext")] if with_next else []
    style = element("w:pStyle", {"w:val": "SvodCell"})
    look = element("w:pPr", None, style, *keep, element("w:jc", {"w:val": alignment}))
    for run in content:
        for text in run.iter(_W + "r"):
            text.get_or_add_rPr().append(element("w:sz", {"w:val": str(2 * size)}))
    return element("w:tc", None, properties, element("w:p", None, look, *content))
