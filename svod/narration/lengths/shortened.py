"""A chart and a table with as many lines as a slide has room for: the largest, and for a table the rest in one."""

from dataclasses import replace

from svod.language.bounds_text import short
from svod.narration.tables import text_cell
from svod.records import BarChart, Bounds, Cell, Run, Table

BARS = 6  # labels of a chart of two years
ROWS = 8  # of a table, its sum not counted

Row = tuple[Cell, ...]


def largest_bars(chart: BarChart) -> BarChart:
    """The labels with the longest bars; what is left out is not in the chart at all."""
    each = max(1, len(chart.series))
    groups = [chart.bars[at : at + each] for at in range(0, len(chart.bars), each)]
    groups.sort(key=lambda group: -max(bar[1] for bar in group))
    return replace(chart, bars=tuple(bar for group in groups[:BARS] for bar in group))


def largest_rows(table: Table, others: str, language: str) -> Table:
    """The rows with the largest first number, one for all `others`, and the sum, which stays that of all."""
    *rows, whole = table.rows
    if len(rows) <= ROWS:
        return table
    order = sorted(rows, key=lambda row: -(row[1].value.least if row[1].value else 0))
    kept = {id(row) for row in order[: ROWS - 1]}
    rest = [row for row in rows if id(row) not in kept]
    together = (
        text_cell(others),
        *(_together(cells, language) for cells in zip(*(row[1:] for row in rest), strict=True)),
    )
    return replace(table, rows=(*(row for row in rows if id(row) in kept), together, whole))


def _together(cells: Row, language: str) -> Cell:
    """The sum of the cells, which opens what each of them opens."""
    value = Bounds.total(cell.value for cell in cells if cell.value)
    runs = [run for cell in cells for run in cell.runs]
    sources = tuple(dict.fromkeys(place for run in runs for place in run.sources))
    activities = tuple(dict.fromkeys(name for run in runs for name in run.activities))
    return Cell((Run(short(value, language), sources, activities),), numeric=True, value=value)
