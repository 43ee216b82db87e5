"""Of which of a sentence's activities a day is: "лекция 2 декабря, беседа 3 декабря", "тренинг, 5 декабря – …"."""

import re

from svod.extraction.lexicon.grammar import PREPOSITIONS
from svod.extraction.lexicon.meaning import DIRECT
from svod.extraction.text.brackets import bracket_around
from svod.extraction.text.frame import Frame
from svod.language.dates import DateMention

FORWARD = re.compile(r"(?:\s?(?:г\.|г|года))?\s?[–—:-]\s")  # "5 декабря – концерт"
PARTS = frozenset(",;(")
KIND = frozenset({"kind"})


def is_day_before(frame: Frame, before: DateMention, own: DateMention, start: int, end: int) -> bool:
    """ "Лекция 2 декабря, беседа 3 декабря": of a kind at [start, end), `before` is the day of the one before it."""
    if not PARTS.isdisjoint(frame.text[end : own.start]) or _heads_another(frame, own):
        return False
    return _is_told_behind(frame, before, start)


def has_none(frame: Frame, before: DateMention, behind: DateMention, start: int, end: int) -> bool:
    """ "Лекция 25.11, полка книг, эстафета 30.11": a kind at [start, end) between those that have a day behind them."""
    if PARTS.isdisjoint(frame.text[end : behind.start]) or _heads_another(frame, behind):
        return False
    return _is_told_behind(frame, before, start) and names_kind(frame, end, behind.start)


def _is_told_behind(frame: Frame, day: DateMention, start: int) -> bool:
    """ "Лекция 2 декабря, …": the kind right before a day, and a sign between the day and the next kind."""
    kind = _kind_before(frame, day.start)
    parted = not PARTS.isdisjoint(frame.text[day.end : start])
    return parted and kind >= 0 and PARTS.isdisjoint(frame.text[kind : day.start])


def _heads_another(frame: Frame, day: DateMention) -> bool:
    """ "…, 5 декабря – концерт"; not "эстафета 30.11 – 12 пар"."""
    forward = FORWARD.match(frame.text, day.end)
    return forward is not None and frame.number_at(forward.end()) is None


def is_day_behind(frame: Frame, day: DateMention, end: int, last: int) -> bool:
    """Whether a day behind a kind that ends there is another's: "лекция, беседа (4 декабря)", "5 декабря – …"."""
    between = frame.text[end : day.start]
    if PARTS.isdisjoint(between):
        return False
    if FORWARD.match(frame.text, day.end) is not None:
        return between.rstrip().endswith((",", ";")) and names_kind(frame, day.end, last)
    opened = bracket_around(frame.text, end, day.start)
    return opened >= 0 and names_kind(frame, end, opened)


def _kind_before(frame: Frame, position: int) -> int:
    """Where the last kind before it ends in its sentence; -1 where none does."""
    kinds = frame.kinds_in(frame.sentence_at(position).start, position)
    return kinds[-1].end if kinds else -1


def names_kind(frame: Frame, start: int, end: int) -> bool:
    """Whether a kind stands there as what is listed: "участникам конкурса", "на кубок профкома" name none."""
    seen = frame.words.words
    return any(
        mark.meaning.cases_in(KIND) & DIRECT and seen[mark.first - 1] not in PREPOSITIONS
        for mark in frame.kinds_in(start, end)
    )
