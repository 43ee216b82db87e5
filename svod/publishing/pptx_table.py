"""A table of a slide: as large as its box allows, its rows parted over several slides where it is too long."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from pptx.enum.text import MSO_ANCHOR
from pptx.util import Pt

from svod.publishing.layout import fit
from svod.publishing.pptx_fit import BOLD_LETTER, LINE, Box, lines
from svod.publishing.pptx_parts import Look, add_line, colour, describe
from svod.publishing.quotes import printable
from svod.records import Cell, Run, Table

SIZES = (28.0, 24.0, 20.0, 18.0, 16.0, 14.0, 12.0, 11.0, 10.0, 9.0)
_SIDE, _ABOVE = 5.0, 3.0  # points between a cell's words and its border

Rows = Sequence[Sequence[Cell]]


def draw_table(slide: Any, table: Table, box: Box, tag: str) -> None:
    """The table as wide as the box, at the largest size at which it is no higher."""
    size = _size(table, box) or SIZES[-1]
    widths = _widths(table, box)
    rows = _rows(table)
    frame = slide.shapes.add_table(
        len(rows), len(widths), Pt(box.left), Pt(box.top), Pt(box.width), Pt(_height(table, box, size))
    )
    describe(frame, table.caption, table.caption)
    for column, width in zip(frame.table.columns, widths, strict=True):
        column.width = Pt(width)
    for number, row in enumerate(rows):
        frame.table.rows[number].height = Pt(_row_height(row, widths, size))
        for place, cell in enumerate(row):
            _write(frame.table.cell(number, place), cell, Look(size, tag), is_header=number == 0)


def parted(table: Table, box: Box) -> Iterator[Table]:
    """The table in parts that each fit the box, its header above each."""
    rows = list(table.rows)
    while rows:
        many = len(rows)
        while many > 1 and _size(replace(table, rows=tuple(rows[:many])), box) is None:
            many -= 1
        yield replace(table, rows=tuple(rows[:many]))
        rows = rows[many:]


def _size(table: Table, box: Box) -> float | None:
    """The largest size at which it fits, no word being parted; where words are too long for that, at which it fits."""
    fits = [size for size in SIZES if _height(table, box, size) <= box.height]
    return next((size for size in fits if _keeps_words_whole(table, box, size)), fits[-1] if fits else None)


def _keeps_words_whole(table: Table, box: Box, size: float) -> bool:
    rooms = [(width - 2 * _SIDE) / (BOLD_LETTER * size) for width in _widths(table, box)]
    cells = [(cell, room) for row in _rows(table) for cell, room in zip(row, rooms, strict=True)]
    return all(len(word) <= room for cell, room in cells for word in _text(cell).split())


def _height(table: Table, box: Box, size: float) -> float:
    widths = _widths(table, box)
    return sum(_row_height(row, widths, size) for row in _rows(table))


def _row_height(row: Sequence[Cell], widths: Sequence[float], size: float) -> float:
    most = max(lines(_text(cell), width - 2 * _SIDE, size) for cell, width in zip(row, widths, strict=True))
    return most * LINE * size + 2 * _ABOVE


def _rows(table: Table) -> list[Sequence[Cell]]:
    header = tuple(Cell((Run(text),), numeric=place > 0, strong=True) for place, text in enumerate(table.header))
    return [header, *table.rows]


def _widths(table: Table, box: Box) -> list[float]:
    return [box.width * share / 100 for share in fit(table).shares]


def _text(cell: Cell) -> str:
    return printable("".join(run.text for run in cell.runs))


def _write(drawn: Any, cell: Cell, look: Look, *, is_header: bool) -> None:
    drawn.margin_left = drawn.margin_right = Pt(_SIDE)
    drawn.margin_top = drawn.margin_bottom = Pt(_ABOVE)
    drawn.vertical_anchor = MSO_ANCHOR.MIDDLE
    drawn.fill.solid()
    drawn.fill.fore_color.rgb = colour("accent" if is_header else "panel" if cell.strong else "paper")
    own = replace(look, colour="paper" if is_header else "ink", bold=cell.strong)
    add_line(drawn.text_frame.paragraphs[0], _text(cell), own, centred=cell.numeric)
