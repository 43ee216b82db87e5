"""Reported totals: numbers that sum up in the author's own words."""

from collections.abc import Iterable, Iterator

from svod.extraction.frame import Frame
from svod.extraction.grammar import words
from svod.extraction.quantities import PEOPLE
from svod.extraction.scan import Mark
from svod.extraction.sentences import Sentence
from svod.language.numbers import NumberMention
from svod.records import Evidence, ReportedTotal, Span

WHOLE_REGION = tuple(words("whole_region"))  # how the words begin that sum up over a whole region
Scope = tuple[str | None, str | None]  # (region, town or district)
MEASURES = (
    ("measure.activities", "activities"),
    ("measure.participants", "participants"),
    ("measure.materials", "materials"),
    ("measure.organisations", "organisations"),
    ("audience", "participants"),
    ("material", "materials"),
)


def sums_up(frame: Frame, sentence: Sentence) -> bool:
    """Whether the sentence has a word of summing up: "всего", "охвачено", "барлығы"."""
    return any("total.trigger" in mark.categories for mark in frame.marks_in(sentence.start, sentence.end))


def totals_in(
    frame: Frame, sentence: Sentence, document: str, scope: Scope, taken: Iterable[Span]
) -> Iterator[ReportedTotal]:
    """The totals of one sentence, apart from the numbers that its activities took. `scope`: what they sum up over."""
    region, place = scope
    if any(word.startswith(WHOLE_REGION) for word in frame.words_in(sentence.start, sentence.end)):
        place = None
    used = list(taken)
    summing = sums_up(frame, sentence)
    for number in frame.numbers_in(sentence.start, sentence.end):
        if (
            number.role != "quantity"
            or frame.quote_around(number.start)
            or any(span.start <= number.start < span.end for span in used)
        ):
            continue
        mark = counted(frame, number, sentence)
        if mark is None:
            continue
        measure, kind = _measure(mark)
        if measure is None or not (summing or measure == "activities"):
            continue
        start, end = min(number.start, mark.start), max(number.end, mark.end)
        yield ReportedTotal(
            measure,
            number.bounds,
            Evidence(document, start, end),
            kind,
            region,
            0.8,
            ("summing_up" if summing else "generic_measure",),
            place,
        )


def counted(frame: Frame, number: NumberMention, sentence: Sentence) -> Mark | None:
    """What the number counts: the noun after it, else the noun before it ("мероприятий – не менее 640")."""
    index = frame.word_index(number.end)
    for _ in range(4):
        if (
            index >= len(frame.words)
            or frame.words.starts[index] >= sentence.end
            or any(sign in frame.words.gap(index) for sign in ",;:()|")
        ):
            break
        at = frame.mark_at[index]
        if at >= 0 and _measure(frame.marks[at])[0]:
            return frame.marks[at]
        index += 1
    index = frame.word_index(number.start) - 1
    for _ in range(2):
        if (
            index < 0
            or frame.words.starts[index] < sentence.start
            or any(sign in frame.words.gap(index + 1) for sign in ",;()|")
        ):
            return None
        at = frame.mark_at[index]
        if at >= 0 and _measure(frame.marks[at])[0]:
            return frame.marks[at]
        index -= 1
    return None


def _measure(mark: Mark) -> tuple[str | None, str | None]:
    for category, measure in MEASURES:
        if category in mark.categories:
            return measure, None
    kind = mark.entry("kind")
    return ("activities", kind.code) if kind is not None else (None, None)


__all__ = ["PEOPLE", "counted", "sums_up", "totals_in"]
