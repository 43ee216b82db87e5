"""A table's rows: each is one line with its cells between bars, and the row at the head says what its columns hold."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import takewhile

from svod.extraction.tables.columns import Column, Kind, below, beside, named
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import Sentence, is_row
from svod.records import Bounds, Span

APART = 6  # lines between the rows of one table: a cell may have lines of its own
NOTHING = frozenset({"", "-", "–", "—"})
BOTH = re.compile(r"\s*(\d+(?:\s\d{3})*)\s?[/(]\s?(\d+(?:\s\d{3})*)")

Told = tuple[Bounds, Span]  # a number, and where it stands


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a kind were held, in `cell`, and how many people came, in the cell beside it."""

    kind: Kind
    cell: Span
    people: Span | None


@dataclass(frozen=True, slots=True)
class Row:
    """`cells`: a column's role ("date", "activity", "people" …) -> this row's cell, of several the first.

    Of a table of numbers there are `counts`, and the `label` that says of whom or where. `is_head`: it only names the
    columns of such a table.
    """

    cells: Mapping[str, Span]
    counts: tuple[Count, ...] = ()
    label: Span | None = None
    is_head: bool = False

    def holds(self, role: str, position: int) -> bool:
        """Whether the position lies in that cell; true for every position where no column has that role."""
        cell = self.cells.get(role)
        return cell is None or cell.start <= position < cell.end

    @property
    def aside(self) -> tuple[Span, ...]:
        """The cells that say where and by whom: "психолог" in the column of who answers for it came as no guest."""
        return tuple(self.cells[role] for role in ("organiser", "place") if role in self.cells)

    @property
    def guests(self) -> tuple[Span, ...]:
        """The cell that says with whom: "психолог" there is a guest, and nobody for whom it was held."""
        return (self.cells["partners"],) if "partners" in self.cells else ()


@dataclass(slots=True)
class _Table:
    columns: list[Column] = field(default_factory=list)
    head: int = -1  # the line of a head that names kinds, until a row below it counts some


def find_rows(frame: Frame) -> dict[int, Row]:
    """The rows of all tables by their line; what names the columns of other things than counts is not among them."""
    rows: dict[int, Row] = {}
    if "|" not in frame.text and "\t" not in frame.text:
        return rows
    table, last_line = _Table(), -2
    for sentence in frame.sentences:
        if not is_row(frame.text[sentence.start : sentence.end]):
            continue
        cells = cells_of(frame, sentence)
        columns = named(frame, sentence, cells)
        if columns:
            goes_on = table.head == last_line == sentence.line - 1
            table = _Table(below(table.columns, columns) if goes_on else columns, sentence.line)
            if goes_on:
                rows[last_line] = Row({}, is_head=True)
        else:
            if sentence.line - last_line > APART:
                table = _Table()
            row = _row(frame, table.columns, cells)
            rows[sentence.line] = row
            if row.counts and table.head >= 0:
                rows[table.head], table.head = Row({}, is_head=True), -1
        last_line = sentence.line
    return rows


def cells_of(frame: Frame, sentence: Sentence) -> list[Span]:
    """Where the cells are; white space beside a bar is the cell's."""
    cells, start = [], sentence.start
    for part in frame.text[sentence.start : sentence.end].replace("\t", "|").split("|"):
        cells.append(Span(start, start + len(part)))
        start += len(part) + 1
    return cells


def text_of(frame: Frame, cell: Span) -> str:
    return " ".join(frame.text[cell.start : cell.end].split())


def lone_number(frame: Frame, cell: Span) -> Told | None:
    """The number that is all the cell says."""
    numbers = [one for one in frame.numbers_in(cell.start, cell.end) if one.role in ("quantity", "label")]
    span = Span(numbers[0].start, numbers[0].end) if len(numbers) == 1 else None
    return (numbers[0].bounds, span) if span and text_of(frame, cell) == text_of(frame, span) else None


def counted_in(frame: Frame, cell: Span) -> tuple[Told, ...]:
    """How many were held, and behind it, where the cell says that, how many came: "14", "2/45", "5 (120 чел.)"."""
    both = BOTH.match(frame.text, cell.start, cell.end)
    if both is not None and all(number.role != "grade" for number in frame.numbers_in(cell.start, cell.end)):
        return tuple((Bounds.exactly(int(re.sub(r"\s", "", both[group]))), Span(*both.span(group))) for group in (1, 2))
    alone = lone_number(frame, cell)
    return () if alone is None else (alone,)


def _row(frame: Frame, columns: list[Column], cells: list[Span]) -> Row:
    told: dict[str, Span] = {}
    counts: list[Count] = []
    pairs = list(zip(columns, cells, strict=False))
    paired = beside(columns)
    for place, (column, cell) in enumerate(pairs):
        if column.kind is not None:
            people = pairs[place + 1][1] if place in paired and place + 1 < len(pairs) else None
            counts.append(Count(column.kind, cell, people))
        elif column.role and place - 1 not in paired:
            told.setdefault(column.role, cell)
    if not _are_counts(frame, [count.cell for count in counts]):
        return Row(told)
    label = takewhile(lambda pair: pair[0].kind is None, pairs)
    return Row(told, tuple(counts), next((cell for _, cell in label if _has_letters(frame, cell)), None))


def _are_counts(frame: Frame, cells: list[Span]) -> bool:
    """Whether each says how many, or nothing, and one does."""
    said = [cell for cell in cells if text_of(frame, cell) not in NOTHING]
    return bool(said) and all(counted_in(frame, cell) for cell in said)


def _has_letters(frame: Frame, cell: Span) -> bool:
    return any(letter.isalpha() for letter in frame.text[cell.start : cell.end])
