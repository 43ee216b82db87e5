"""Tables: a row is one line with its cells between bars, its columns named by the row at the head."""

from collections.abc import Mapping
from dataclasses import dataclass

from svod.extraction.lexicon.grammar import GROUPS
from svod.extraction.mentions.found import Found
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import Sentence, is_row
from svod.language.numbers import NumberMention
from svod.records import Span


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row: a column's role ("date", "activity", "people" …) -> the cell's place."""

    cells: Mapping[str, Span]

    def holds(self, role: str, position: int) -> bool:
        """Whether the position lies in that cell; true for every position where no column has that role."""
        cell = self.cells.get(role)
        return cell is None or cell.start <= position < cell.end

    @property
    def aside(self) -> tuple[Span, ...]:
        """The cells that say where and by whom: "психолог" in the column of who answers for it came as no guest."""
        return tuple(self.cells[role] for role in ("organiser", "place") if role in self.cells)


def find_rows(frame: Frame) -> dict[int, Row]:
    """The rows of all tables by their line. Every table's first row names its columns, if it names any."""
    rows: dict[int, Row] = {}
    if "|" not in frame.text and "\t" not in frame.text:
        return rows
    roles: list[str] = []
    last_line = -2
    for sentence in frame.sentences:
        if not is_row(frame.text[sentence.start : sentence.end]):
            continue
        cells = _cells(frame, sentence)
        found = [_role(frame, cell) for cell in cells]
        if sum(role != "" for role in found) >= 2 and not frame.dates_in(sentence.start, sentence.end):
            roles = found
        elif sentence.line - last_line > 6 and not roles:
            roles = []
        last_line = sentence.line
        if found is not roles:
            rows[sentence.line] = Row(_by_role(roles, cells))
    return rows


def _cells(frame: Frame, sentence: Sentence) -> list[Span]:
    cells, start = [], sentence.start
    for part in frame.text[sentence.start : sentence.end].replace("\t", "|").split("|"):
        cells.append(Span(start, start + len(part)))
        start += len(part) + 1
    return cells


def _role(frame: Frame, cell: Span) -> str:
    """The role that the words of a heading name: the longest known phrase decides."""
    for mark in frame.marks_in(cell.start, cell.end):
        for category in mark.categories:
            if category.startswith("column."):
                return category.removeprefix("column.")
    return ""


def _by_role(roles: list[str], cells: list[Span]) -> dict[str, Span]:
    named: dict[str, Span] = {}
    for role, cell in zip(roles, cells, strict=False):
        if role:
            named.setdefault(role, cell)
    return named


def add_cells(frame: Frame, row: Row, made: list[Found]) -> list[Span]:
    """Give the row's activities what its other columns say; returns the places of the numbers that were given."""
    given: list[Span] = []
    people = _people(frame, row)
    if people is not None and len(made) == 1:
        given.append(Span(people.start, people.end))
        made[0].say("participants", people.bounds, given[0])
    organiser, title = _words(frame, row, "organiser"), _words(frame, row, "title")
    for item in made:
        if organiser:
            item.say("organiser", organiser[:1].upper() + organiser[1:], row.cells["organiser"])
        if title and item.title is None:
            item.say("title", title.strip('«»"“”'), row.cells["title"])
    return given


def summed_up(frame: Frame, row: Row, sentence: Sentence) -> NumberMention | None:
    """The people of a row that sums up: "Итого | | 160"."""
    first = next(iter(frame.marks_in(sentence.start, sentence.end)), None)
    return _people(frame, row) if first is not None and "total.trigger" in first.categories else None


def _people(frame: Frame, row: Row) -> NumberMention | None:
    """The number in the column of people: "42", "более 50"; not "6 команд"."""
    cell = row.cells.get("people")
    if cell is None:
        return None
    numbers = [number for number in frame.numbers_in(cell.start, cell.end) if number.role in ("quantity", "label")]
    others = [word for word in frame.words_in(cell.start, cell.end) if word in GROUPS]
    return numbers[0] if len(numbers) == 1 and not others else None


def _words(frame: Frame, row: Row, role: str) -> str | None:
    """The text of the cell; None where the column is not there or the cell is empty or a dash."""
    cell = row.cells.get(role)
    text = " ".join(frame.text[cell.start : cell.end].split()) if cell else ""
    return text if any(letter.isalpha() for letter in text) else None
