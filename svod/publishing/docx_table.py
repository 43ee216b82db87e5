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

_UPRIGHT_HEIGHT = "2600"  # twentieths of a point


def draw_table(document: Word, table: Table, runs_to_word: RunsToWord) -> None:
    """Append the table to the document, and a little room below it."""
    layout = fit(table)
    widths = [int(TEXT_WIDTH.twips * share / 100) for share in layout.shares]
    drawn = document.add_table(rows=0, cols=len(table.header), style="Table Grid")
    drawn.alignment, drawn.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(drawn._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.set(_W + "w", str(width))
    drawn._tbl.append(_header(table, layout, widths))
    for row in table.rows:
        drawn._tbl.append(_row(row, layout, widths, runs_to_word))
    document.add_paragraph(style="Svod Cell")


_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def _header(table: Table, layout: TableLayout, widths: list[int]) -> Word:
    row = element("w:tr")
    for place, (text, width) in enumerate(zip(table.header, widths, strict=True)):
        upright = layout.upright and place > 0
        row.append(_cell(width, "center", layout.size, [words(printable(text), bold=True)], upright=upright))
    keep_row_whole(row)
    if layout.upright:
        row.get_or_add_trPr().append(element("w:trHeight", {"w:val": _UPRIGHT_HEIGHT, "w:hRule": "atLeast"}))
    repeat_as_header(row)
    return row


def _row(cells: tuple[Cell, ...], layout: TableLayout, widths: list[int], runs_to_word: RunsToWord) -> Word:
    row = element("w:tr")
    for cell, width in zip(cells, widths, strict=True):
        runs = tuple(Run(run.text, run.sources, run.activities, run.strong or cell.strong) for run in cell.runs)
        row.append(_cell(width, "center" if cell.numeric else "left", layout.size, runs_to_word(runs)))
    keep_row_whole(row)
    return row


def _cell(width: int, alignment: str, size: int, content: list[Word], *, upright: bool = False) -> Word:
    properties = element("w:tcPr", None, element("w:tcW", {"w:w": str(width), "w:type": "dxa"}))
    if upright:
        properties.append(element("w:textDirection", {"w:val": "btLr"}))
    properties.append(element("w:vAlign", {"w:val": "center"}))
    look = element("w:pPr", None, element("w:pStyle", {"w:val": "SvodCell"}), element("w:jc", {"w:val": alignment}))
    for run in content:
        for text in run.iter(_W + "r"):
            text.get_or_add_rPr().append(element("w:sz", {"w:val": str(2 * size)}))
    return element("w:tc", None, properties, element("w:p", None, look, *content))
