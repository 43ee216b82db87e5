"""A plan that is a report, too: a column says of each row that it was done, was not, or nothing yet."""

from collections.abc import Iterable

from svod.extraction.lexicon.grammar import PUT_OFF, words
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.tables.columns import DATE, DONE
from svod.extraction.tables.rows import Row
from svod.extraction.tables.said import NOTHING, text_of
from svod.extraction.text.frame import Frame
from svod.records import Span

NOT, GOES_ON = words("not"), words("in_progress")
CANCELLED, AHEAD = frozenset({"cancelled.word", "cancelled.verb"}), frozenset({"planned.verb"})
# "Провести семинар", "Форма: семинар": what a plan's rows and a card's lines say.
WISHED = frozenset({"in_the_infinitive", "wished", "called_off", "in_manner_of"})


def hear_of_deed(frame: Frame, row: Row, mentions: Iterable[Mention]) -> None:
    """Decide the row's mentions by what stands in that column, if there is one."""
    cell = row.cells.get(DONE) or _never(frame, row.cells.get(DATE))
    if cell is None:
        return
    verdict = Verdict(_status(frame, cell), 0.8, "told_in_column")
    for mention in mentions:
        if mention.verdict.status in ("held", "planned") or mention.verdict.rule in WISHED:
            mention.verdict = verdict


def _never(frame: Frame, day: Span | None) -> Span | None:
    """ "Когда: не состоялось", "09.12, ауыстырылды → 16.12" """
    if day is None:
        return None
    is_off = not frame.said(day.start, day.end).isdisjoint(CANCELLED)
    return day if is_off or is_put_off(frame, day, frame.words_in(day.start, day.end)) else None


def is_put_off(frame: Frame, cell: Span, seen: list[str]) -> bool:
    """ "Перенесено на 12.12.2024": still to come, on the day that is told."""
    return bool(frame.dates_in(cell.start, cell.end)) and any(word.startswith(PUT_OFF) for word in seen)


def _status(frame: Frame, cell: Span) -> str:
    seen = frame.words_in(cell.start, cell.end)
    said = frame.said(cell.start, cell.end)
    if is_put_off(frame, cell, seen):
        return "planned"
    if not NOT.isdisjoint(seen) or not said.isdisjoint(CANCELLED):
        return "none"
    is_ahead = text_of(frame, cell) in NOTHING or not said.isdisjoint(AHEAD) or not GOES_ON.isdisjoint(seen)
    return "planned" if is_ahead else "held"
