"""A table that sums up, row by row, what was told above it: "Линейка | 1 | 870" below the line on that assembly."""

from collections.abc import Sequence

from svod.extraction.fields.quantities import ONE
from svod.extraction.mentions.found import Found
from svod.extraction.tables.columns import COUNT, DATE, QUANTITY
from svod.extraction.tables.rows import Row

COLUMNS = frozenset("|\t")
NUMBERS = ("count", "participants")


def retold(row: Row, made: Sequence[Found], found: Sequence[Found]) -> Found | None:
    """The only activity of the row's kind that the prose above told, where the row tells no more than numbers.

    It takes over what the prose did not say: how many came, how many there were.
    """
    if len(made) != 1 or made[0].title is not None or not (row.cells.keys() & {COUNT, QUANTITY}):
        return None
    frame, item = made[0].mention.frame, made[0]
    if DATE in row.cells and any(map(str.isdigit, frame.text[row.cells[DATE].start : row.cells[DATE].end])):
        return None
    same = [one for one in found if one.kind == item.kind]
    if len(same) != 1 or not COLUMNS.isdisjoint(_text_of(same[0])):
        return None
    for name in NUMBERS:
        number, known = getattr(item, name), getattr(same[0], name)
        if name in item.sources and known in (None, ONE):
            same[0].say(name, number, item.sources[name])
    return same[0]


def _text_of(item: Found) -> str:
    sentence = item.mention.sentence
    return item.mention.frame.text[sentence.start : sentence.end]
