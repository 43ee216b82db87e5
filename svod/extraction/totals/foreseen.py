"""Numbers of what was not held: "пройдёт более 100 мероприятий", "әр мектеп кемінде 2 шара өткізеді"."""

from svod.extraction.lexicon.categories import HELD
from svod.extraction.lexicon.grammar import words
from svod.extraction.text.frame import Frame
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import Sentence
from svod.language.numbers import NumberMention

AHEAD = frozenset({"planned.verb", "cancelled.word"})
TELLING = HELD | AHEAD | {"held.joined"}
EVERY, AT_LEAST = words("every_one"), "at_least"


def is_foreseen(frame: Frame, sentence: Sentence, number: NumberMention, said: frozenset[str]) -> bool:
    """Whether the verb that the number belongs to plans or denies: the next one in Kazakh, elsewhere the nearest.

    `said`: all categories of the sentence's words.
    """
    if number.qualifier == AT_LEAST and not EVERY.isdisjoint(frame.words_in(sentence.start, number.start)):
        return True  # "каждая школа проводит не менее трёх мероприятий": so many are asked for
    if AHEAD.isdisjoint(said):
        return False
    verbs = [mark for mark in frame.marks_of(sentence) if mark.categories & TELLING]
    verbs = [mark for mark in verbs if not mark.quoted and not _denies_another(frame, number, mark)]
    if all(AHEAD.isdisjoint(mark.categories) for mark in verbs):
        return False
    behind = [mark for mark in verbs if mark.start >= number.end]
    if frame.language_at(number.start) == "kk" and behind:
        verbs = behind
    own = min(verbs, key=lambda mark: max(mark.start - number.end, number.start - mark.end))
    return any(_together(own, mark) for mark in verbs if not AHEAD.isdisjoint(mark.categories))


def _denies_another(frame: Frame, number: NumberMention, verb: Mark) -> bool:
    """ "Атқарылған 88 шараның көбі қалада өтті, ауылдан хабар болған жоқ": what is denied stands behind a comma."""
    between = frame.text[min(number.end, verb.end) : max(number.start, verb.start)]
    return "cancelled.word" in verb.categories and "," in between


def _together(own: Mark, planned: Mark) -> bool:
    """ "Будут проведены", "өткізу жоспарланған": one verb beside the other, or the same."""
    return own.first - 1 <= planned.last and planned.first <= own.last + 1
