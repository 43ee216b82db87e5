"""Small numbers in a table of help given: which cells must be hidden so that none of them can be worked out.

Rows are below the level of the region (districts, organisations), columns are kinds of help. The sums of the rows and
of the columns are printed as well; those of the columns are the region's and may be small. A hidden cell is safe where
a circle of hidden cells leads through it: what is added to one can be taken from the next without changing any sum.

The table is a network: each cell an arc from its row to its column, each sum of a row an arc from the sums' column to
the row, each sum of a column an arc from the column to the sums' row. What flows in flows out: that is what sums say.
"""

from collections.abc import Iterator, Mapping
from heapq import heappop, heappush

ALL = None  # the row or the column of the sums
LEAST = 5  # fewer people who got help could be recognised
COST_OF_ZERO = 1_000  # hiding a zero tells that it is one of few: rather another cell
COST_OF_SUM = 1_000_000  # rather all cells of a row than its sum
COST_OF_REGION = 1_000_000_000

Cell = tuple[str | None, str | None]
Node = tuple[str, str | None]


def with_sums(cells: Mapping[tuple[str, str], int]) -> dict[Cell, int]:
    """The table with the sums of its rows and columns, and the sum of all; what is not given is 0."""
    rows, columns = ({cell[side]: None for cell in cells} for side in (0, 1))
    table: dict[Cell, int] = {(row, column): cells.get((row, column), 0) for row in rows for column in columns}
    table |= {(row, ALL): sum(table[row, column] for column in columns) for row in rows}
    table |= {(ALL, column): sum(table[row, column] for row in rows) for column in columns}
    return table | {(ALL, ALL): sum(cells.values())}


def suppressed(
    cells: Mapping[tuple[str, str], int], least: int = LEAST, *, is_nought_small: bool = False
) -> frozenset[Cell]:
    """The cells to hide, sums (whose row or column is None) among them: those from 1 to below `least`, and the fewest
    others without which they could be worked out from the rest.

    `is_nought_small`: a 0 is hidden as well. Where nobody chose "no", everybody's answer is known.
    """
    table = with_sums(cells)
    smallest = 0 if is_nought_small else 1
    hidden = {cell for cell, value in table.items() if cell[0] is not ALL and smallest <= value < least}
    for cell in sorted(hidden, key=lambda one: (-table[one], str(one))):
        hidden |= _circle(cell, table, hidden)
    return frozenset(hidden)


def _circle(cell: Cell, table: Mapping[Cell, int], hidden: set[Cell]) -> set[Cell]:
    """The cheapest circle through the cell, in that direction in which it is cheaper."""
    begin, end = _arc(cell)
    ways = [_way(end, begin, cell, table, hidden)]
    if table[cell]:
        ways.append(_way(begin, end, cell, table, hidden))
    return min((way for way in ways if way), key=lambda way: way[0], default=(0, set[Cell]()))[1]


def _way(
    begin: Node, end: Node, without: Cell, table: Mapping[Cell, int], hidden: set[Cell]
) -> tuple[int, set[Cell]] | None:
    """The cheapest way along cells that may change, and its cost; cells that are hidden already cost nothing."""
    queue: list[tuple[int, int, Node, frozenset[Cell]]] = [(0, 0, begin, frozenset())]
    done: set[Node] = set()
    number = 0  # nodes are not compared
    while queue:
        cost, _, node, way = heappop(queue)
        if node == end:
            return cost, set(way)
        if node in done:
            continue
        done.add(node)
        for other, cell in _steps(node, table):
            if cell != without and other not in done:
                number += 1
                more = 0 if cell in hidden else _cost(cell, table[cell])
                heappush(queue, (cost + more, number, other, way | {cell}))
    return None


def _steps(node: Node, table: Mapping[Cell, int]) -> Iterator[tuple[Node, Cell]]:
    """Where a unit more can flow from here, and along which cell: forward always, back where there is something."""
    for cell, value in table.items():
        begin, end = _arc(cell)
        if begin == node:
            yield end, cell
        elif end == node and value:
            yield begin, cell


def _arc(cell: Cell) -> tuple[Node, Node]:
    row, column = ("row", cell[0]), ("column", cell[1])
    return (row, column) if (cell[0] is ALL) == (cell[1] is ALL) else (column, row)


def _cost(cell: Cell, value: int) -> int:
    if cell[0] is ALL:
        return COST_OF_REGION + value
    return value + 1 + (COST_OF_SUM if cell[1] is ALL else 0) + (0 if value else COST_OF_ZERO)
