"""Organisations of many parts, whose texts tell what others held."""

from svod.extraction.lexicon.grammar import words
from svod.extraction.text.frame import Frame
from svod.records import Span

UNIONS, PRIMARY, OF_FACULTIES = (tuple(words(name)) for name in ("unions", "primary", "of_faculties"))
REGIONAL, COMMITTEES = tuple(words("regional")), tuple(words("committees"))  # "областной комитет"
SHORT = 1_500  # characters: what a longer text tells others may have held


def tells_of_others(frame: Frame, name: Span) -> bool:
    """A union over a territory reports what its schools held, a university at length what its faculties did; not
    "первичная организация", not a school."""
    return len(frame.text) > SHORT and (
        is_a_union(frame, name) or any(word.startswith(OF_FACULTIES) for word in frame.words_in(name.start, name.end))
    )


def is_a_union(frame: Frame, name: Span) -> bool:
    """One over a territory; not "первичная организация", "профком лицея"."""
    said = frame.words_in(name.start, name.end)
    of_many = any(word.startswith(REGIONAL) for word in said) and any(word.startswith(COMMITTEES) for word in said)
    is_one = of_many or any(word.startswith(UNIONS) for word in said)
    return is_one and not any(word.startswith(PRIMARY) for word in said)
