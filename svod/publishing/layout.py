"""How a table is fitted to a page: how wide its columns are, and whether its header stands upright."""

from dataclasses import dataclass

from svod.records import Table

_WIDEST = 30  # letters; longer words of a cell wrap
_PADDING = 2  # letters' width that a cell's sides and a reference's mark take
_MARK = 3
_ROOM = 70  # letters of the smallest size in a line of the page


@dataclass(frozen=True, slots=True)
class TableLayout:
    """`shares` of the width by column, in a hundredth of the whole; `upright` headers are turned to save room."""

    shares: tuple[float, ...]
    upright: bool
    size: int  # points


def fit(table: Table) -> TableLayout:
    """The layout with which the table is no wider than the page."""
    upright = len(table.header) > 5 and sum(_column(table, place, False) for place in range(len(table.header))) > _ROOM
    widths = [_column(table, place, upright) for place in range(len(table.header))]
    whole = sum(widths) or 1
    size = 12 if len(widths) <= 6 else 11 if len(widths) <= 8 else 10 if len(widths) <= 11 else 9
    return TableLayout(tuple(round(100 * width / whole, 2) for width in widths), upright, size)


def _column(table: Table, place: int, upright: bool) -> int:
    """About how many letters wide the column wants to be."""
    cells = [row[place] for row in table.rows]
    texts = ["".join(run.text for run in cell.runs) for cell in cells]
    marks = _MARK if any(run.sources or run.activities for cell in cells for run in cell.runs) else 0
    wide = max((len(text) for text in texts), default=1) + marks
    if not (upright and place):  # the first column's header never stands upright
        wide = max(wide, max((len(word) for word in table.header[place].split()), default=1))
    return min(wide, _WIDEST) + _PADDING
