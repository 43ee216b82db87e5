"""Numbers of what is only planned: "до 10 декабря пройдёт более 100 мероприятий", "120 іс-шара өтеді"."""

from svod.extraction.lexicon.categories import HELD
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import Sentence
from svod.language.numbers import NumberMention

PLANNED = "planned.verb"
TELLING = HELD | {PLANNED, "held.joined"}


def is_foreseen(frame: Frame, sentence: Sentence, number: NumberMention, said: frozenset[str]) -> bool:
    """Whether the verb that the number belongs to plans: the next one in Kazakh, elsewhere the nearest.

    `said`: all categories of the sentence's words.
    """
    if PLANNED not in said:
        return False
    verbs = [mark for mark in frame.marks_of(sentence) if mark.categories & TELLING]
    verbs = [mark for mark in verbs if not mark.quoted]
    if not any(PLANNED in mark.categories for mark in verbs):
        return False
    behind = [mark for mark in verbs if mark.start >= number.end]
    if frame.language_at(number.start) == "kk" and behind:
        verbs = behind
    own = min(verbs, key=lambda mark: max(mark.start - number.end, number.start - mark.end))
    return any(_together(own, mark) for mark in verbs if PLANNED in mark.categories)


def _together(own: Mark, planned: Mark) -> bool:
    """ "Будут проведены", "өткізу жоспарланған": one verb beside the other, or the same."""
    return own.first - 1 <= planned.last and planned.first <= own.last + 1
