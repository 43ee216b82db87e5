"""A table's rows: each is one line with its cells between bars, and the row at the head says what its columns hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import takewhile

from svod.extraction.tables.columns import DATE, GROUP, PEOPLE, Column, Kind, below, beside, groups_below, named
from svod.extraction.tables.headless import columns_of, lone_number_last, people_last
from svod.extraction.tables.said import NOTHING, cells_of, counted_in, text_of
from svod.extraction.text.frame import Frame
from svod.extraction.text.row_lines import is_row, is_row_at, row_start
from svod.extraction.text.sentences import Sentence
from svod.records import Span

ASIDE = ("organiser", "place")
FROM_ABOVE = (DATE, "organiser")  # what a row that begins with an empty cell has from the one above it
APART = 6  # lines between the rows of one table: a cell may have lines of its own


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a kind were held, in `cell`, and how many people came, in the cell beside it."""

    kind: Kind
    cell: Span
    people: Span | None


@dataclass(frozen=True, slots=True)
class Row:
    """`cells`: a column's role ("date", "activity", "people" …) -> this row's cell, of several the first; `further` are
    the others that say by whom and where ("организация", and "ответственный" in a column of its own).

    Of a table of numbers there are `counts`, and the `label` that says of whom or where. `is_head`: it only names the
    columns of such a table.
    """

    cells: Mapping[str, Span]
    counts: tuple[Count, ...] = ()
    label: Span | None = None
    is_head: bool = False
    above: Mapping[str, Span] = field(default_factory=dict)
    groups: tuple[Span, ...] = ()
    further: tuple[Span, ...] = ()

    def cell(self, role: str) -> Span | None:
        """This row's cell of that role, else the one above that it goes on from."""
        return self.above.get(role) or self.cells.get(role)

    def holds(self, role: str, position: int) -> bool:
        """Whether the position lies in that cell; true for every position where no column has that role."""
        cell = self.cells.get(role)
        return cell is None or cell.start <= position < cell.end

    @property
    def aside(self) -> tuple[Span, ...]:
        """The cells that say where and by whom: "психолог" in the column of who answers for it came as no guest."""
        return (*(self.cells[role] for role in ASIDE if role in self.cells), *self.further)

    @property
    def guests(self) -> tuple[Span, ...]:
        """The cell that says with whom: "психолог" there is a guest, and nobody for whom it was held."""
        return (self.cells["partners"],) if "partners" in self.cells else ()


@dataclass(slots=True)
class _Table:
    columns: list[Column] = field(default_factory=list)
    head: int = -1  # the line of a head that names kinds, until a row below it counts some
    first: int = -1  # the line of its head
    rows: list[tuple[int, list[Span]]] = field(default_factory=list)  # each with its line


def find_rows(frame: Frame) -> dict[int, Row]:
    """The rows of all tables by their line; what names the columns of other things than counts is not among them."""
    rows: dict[int, Row] = {}
    if "|" not in frame.text and "\t" not in frame.text:
        return rows
    table, last_line = _Table(), -2
    for sentence in frame.sentences:
        if not _is_row(frame, sentence):
            continue
        cells, is_below = cells_of(frame, sentence), last_line == sentence.line - 1
        columns = named(frame, sentence, cells)
        if columns:
            goes_on = table.head == last_line and is_below
            _end(frame, table, rows)
            table = _Table(below(table.columns, columns) if goes_on else columns, sentence.line, sentence.line)
            if goes_on:
                rows[last_line] = Row({}, is_head=True)
        elif table.first == last_line and is_below and (parted := groups_below(frame, table.columns, cells)):
            table.columns = parted
        else:
            if sentence.line - last_line > APART:
                _end(frame, table, rows)
                table = _Table()
            row = _row(frame, table.columns, cells)
            rows[sentence.line] = row
            table.rows.append((sentence.line, cells))
            if row.counts and table.head >= 0:
                rows[table.head], table.head = Row({}, is_head=True), -1
        last_line = sentence.line
    _end(frame, table, rows)
    return rows


def _is_row(frame: Frame, sentence: Sentence) -> bool:
    """Whether it is the whole of a line that is one."""
    start = row_start(frame.text, sentence.start)
    begins = start == 0 or frame.text[start - 1] == "\n"
    return is_row_at(frame.text, start, sentence.end) if begins else is_row(frame.text[sentence.start : sentence.end])


def _end(frame: Frame, table: _Table, rows: dict[int, Row]) -> None:
    """All its rows were seen: a head it may have done without, and what goes on from one row to the next."""
    columns = table.columns or columns_of(frame, [cells for _, cells in table.rows])
    above: dict[str, Span] = {}
    last_line = -2
    for line, cells in table.rows:
        row = rows[line] if table.columns else _without_a_head(frame, columns, cells)
        if last_line == line - 1 and text_of(frame, cells[0]) in NOTHING:
            row = replace(row, above={role: cell for role, cell in above.items() if _is_blank(frame, row, role)})
        else:
            above = {}
        above |= {role: row.cells[role] for role in FROM_ABOVE if not _is_blank(frame, row, role)}
        rows[line], last_line = row, line


def _without_a_head(frame: Frame, columns: list[Column], cells: list[Span]) -> Row:
    row = _row(frame, columns, cells)
    people = None if PEOPLE in row.cells else lone_number_last(frame, cells) or people_last(frame, cells)
    return row if people is None else replace(row, cells={**row.cells, PEOPLE: people})


def _is_blank(frame: Frame, row: Row, role: str) -> bool:
    return role not in row.cells or text_of(frame, row.cells[role]) in NOTHING


def _row(frame: Frame, columns: list[Column], cells: list[Span]) -> Row:
    told: dict[str, Span] = {}
    counts: list[Count] = []
    pairs = list(zip(columns, cells, strict=False))
    paired = beside(columns)
    groups = tuple(cell for column, cell in pairs if column.role == GROUP)
    further: tuple[Span, ...] = ()
    for place, (column, cell) in enumerate(pairs):
        if column.kind is not None:
            people = pairs[place + 1][1] if place in paired and place + 1 < len(pairs) else None
            counts.append(Count(column.kind, cell, people))
        elif column.role and place - 1 not in paired and told.setdefault(column.role, cell) is not cell:
            further += (cell,) if column.role in ASIDE else ()
    if not _are_counts(frame, [count.cell for count in counts]):
        return Row(told, groups=groups, further=further)
    label = takewhile(lambda pair: pair[0].kind is None, pairs)
    return Row(told, tuple(counts), next((cell for _, cell in label if frame.has_letters(cell.start, cell.end)), None))


def _are_counts(frame: Frame, cells: list[Span]) -> bool:
    """Whether each says how many, or nothing, and one does."""
    said = [cell for cell in cells if text_of(frame, cell) not in NOTHING]
    return bool(said) and all(counted_in(frame, cell) for cell in said)
