"""What the cells of a table's row say."""

import re

from svod.extraction.text.frame import Frame
from svod.extraction.text.row_lines import row_start
from svod.extraction.text.sentences import Sentence
from svod.extraction.text.spans import span_of
from svod.records import Bounds, Span

NOTHING = frozenset({"", "-", "–", "—"})
BOTH = re.compile(r"\s*(\d+(?:\s\d{3})*)\s?[/(]\s?(\d+(?:\s\d{3})*)")

Told = tuple[Bounds, Span]  # a number, and where it stands


def cells_of(frame: Frame, sentence: Sentence) -> list[Span]:
    """Where the cells are; white space beside a bar is the cell's."""
    cells, start = [], row_start(frame.text, sentence.start)
    for part in frame.text[start : sentence.end].replace("\t", "|").split("|"):
        cells.append(span_of(start, start + len(part)))
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
