"""Rows of a form that names what it counts: "Количество круглых столов | 3", "в них участников | 94"."""

from collections.abc import Iterator, Sequence

from svod.extraction.lexicon.grammar import IN_ALL, words
from svod.extraction.mentions.found import Found
from svod.extraction.mentions.kinds import kinds_of
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.tables.columns import ACTIVITY, QUANTITY
from svod.extraction.tables.rows import Row
from svod.extraction.tables.said import Told, lone_number
from svod.extraction.text.frame import Frame

OF_PEOPLE = frozenset({"measure.participants", "column.people"})
NUMBER_OF = words("number_of") | words("beside_a_kind")


def adds_people(frame: Frame, row: Row, found: Sequence[Found], line: int) -> bool:
    """Whether the row only says how many came to what the row above it counts, "охват тренингами", "в них участников":
    that has them then."""
    cell, number = row.cells.get(ACTIVITY), _number(frame, row)
    if cell is None or number is None or not found or not 0 < line - found[-1].line <= 1:
        return False
    said = frame.said(cell.start, cell.end)
    codes = kinds_of(frame.marks_in(*cell))
    of_it = codes == {found[-1].kind} if codes else "total.them" in said
    if said.isdisjoint(OF_PEOPLE) or not of_it or not IN_ALL.isdisjoint(frame.words_in(cell.start, cell.end)):
        return False
    if found[-1].participants is None:
        found[-1].say("participants", *number)
    return True


def hear_of_count(frame: Frame, row: Row, mentions: Sequence[Mention]) -> None:
    """ "Количество тренингов | 5": so many were held; none of which there were none."""
    cell, number = row.cells.get(ACTIVITY), _number(frame, row)
    if cell is None or number is None or NUMBER_OF.isdisjoint(frame.words_in(cell.start, cell.end)[:2]):
        return
    for mention in mentions:
        if mention.verdict.status != "planned" and mention.is_plural:
            mention.verdict = Verdict("none" if number[0].most == 0 else "held", 0.7, "counted_in_column")


def counts(frame: Frame, row: Row) -> Iterator[tuple[str, Told]]:
    """What the row sums up: "Проведено мероприятий | 0", "Всего охвачено | 212"."""
    cell, number = row.cells.get(ACTIVITY), _number(frame, row)
    if cell is None or number is None:
        return
    said = frame.said(cell.start, cell.end)
    if "kind" in said:
        return
    if not said.isdisjoint(OF_PEOPLE):
        yield "participants", number
    elif "measure.activities" in said:
        yield "activities", number


def _number(frame: Frame, row: Row) -> Told | None:
    return lone_number(frame, row.cells[QUANTITY]) if QUANTITY in row.cells else None
