"""The rows of a table as a text: what activities stand on, each on its row, each field on its cell."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from svod.reading.content import blocks_of, row
from svod.records import Block, Span
from svod.register.activity_table.fields import FIELDS
from svod.register.activity_table.lines import Line, Table
from svod.register.activity_table.words import MARK

# The names under which an activity keeps where its text says a field.
KEPT_AS = {"days": "date", "format": "online"}
BAR = " | "
EMPTY = "—"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands, and its fields that say something."""

    row: Span
    fields: Mapping[str, Span]


@dataclass(frozen=True, slots=True)
class Told:
    text: str
    blocks: tuple[Block, ...]
    places: Mapping[int, Place]  # by the number of the row


def told(table: Table, lines: Iterable[Line]) -> Told:
    """Make the text: the head, and a line for each row, as every table is read."""
    known = list(lines)
    codes = [code for code in table.heads if code != MARK]
    pieces = [row(table.heads[code] for code in codes), *(row(_cells(line, codes)) for line in known)]
    text, blocks = blocks_of(pieces)
    places = {line.number: _place(text, block, codes) for line, block in zip(known, blocks[1:], strict=True)}
    return Told(text, blocks, places)


def _cells(line: Line, codes: Iterable[str]) -> Iterator[str]:
    """The cells of a line: none is empty and none holds a bar, so that each is found again between the bars."""
    return (line.cells[code].replace("|", "/") or EMPTY for code in codes)


def _place(text: str, block: Block, codes: Iterable[str]) -> Place:
    spans, start = {}, block.start
    for code, part in zip(codes, text[block.start : block.end].split(BAR), strict=True):
        if part != EMPTY:
            spans[code] = Span(start, start + len(part))
        start += len(part) + len(BAR)
    fields = {}
    for field in FIELDS:
        parts = [spans[cell] for cell in field.cells if cell in spans]
        if parts:
            fields[KEPT_AS.get(field.code, field.code)] = Span(parts[0].start, parts[-1].end)
    return Place(Span(block.start, block.end), fields)
