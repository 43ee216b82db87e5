"""Who corrects themselves: "исправляю: не 40, а 45", "28 емес, 38 адам", "ошиблась, на семинаре было 34 человека"."""

from collections.abc import Sequence

from svod.extraction.lexicon import seldom
from svod.extraction.lexicon.grammar import words
from svod.extraction.mentions.found import Found
from svod.extraction.mentions.kinds import kinds_of
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import Sentence
from svod.language.numbers import NumberMention
from svod.records import Span

CORRECTING = tuple(words("correcting"))  # how the words begin that say so
NOT_BEFORE, NOT_BEHIND = words("not_so_before"), words("not_so_behind")  # "не 40, а 45"; "28 емес, 38"
FAR = 8  # activities back
OF_OTHERS = frozenset({"measure.activities", "measure.materials", "measure.organisations", "material"})
NUMBERS = ("participants", "count")


def corrects(frame: Frame, sentence: Sentence, found: Sequence[Found]) -> bool:
    """Whether the sentence only puts right a number told before; that is then the new one."""
    if not found or not frame.numbers_of(sentence):
        return False
    if frame.dates_in(sentence.start, sentence.end) and not _says_so(frame, sentence):
        return False  # "исправлю: на тренинге 27-го был 21 человек, а не 18" says of which day it was told
    numbers = [one for one in frame.numbers_of(sentence) if one.role in ("quantity", "label")]
    numbers = [one for one in numbers if not frame.quote_around(one.start)]  # «Ты не одна»
    if not 0 < len(numbers) <= 2:
        return False
    if len(numbers) == 2:
        wrong = denied(frame, numbers)
        right = next((one for one in numbers if one is not wrong), None)
        return wrong is not None and right is not None and _replaced(found, wrong, right)
    if not _says_so(frame, sentence) or not frame.said_in(sentence).isdisjoint(OF_OTHERS):
        return False
    named = kinds_of(frame.marks_of(sentence))
    told = [one for one in found[-FAR:] if one.participants is not None and (not named or one.kind in named)]
    if told:
        told[-1].say("participants", numbers[0].bounds, Span(numbers[0].start, numbers[0].end))
    return bool(told)


def _says_so(frame: Frame, sentence: Sentence) -> bool:
    """ "Ой, ошиблась: 34", "было 101, опечатка"; not "Работа над ошибками: 30 детей" """
    if not frame.words.has(seldom.CORRECTING):
        return False
    said = frame.words_of(sentence)
    return any(word.startswith(CORRECTING) for word in (*said[:2], *said[-1:]))


def denied(frame: Frame, numbers: Sequence[NumberMention]) -> NumberMention | None:
    """The number that is said to be wrong."""
    for number in numbers:
        index = frame.word_index(number.start)
        behind = frame.word_index(number.end)
        if index and frame.words.words[index - 1] in NOT_BEFORE:
            return number
        if behind < len(frame.words) and frame.words.words[behind] in NOT_BEHIND:
            return number
    return None


def _replaced(found: Sequence[Found], wrong: NumberMention, right: NumberMention) -> bool:
    """Whether an activity told before had the wrong number: the last one that did has the right one."""
    for item in reversed(found[-FAR:]):
        for name in NUMBERS:
            if getattr(item, name) == wrong.bounds:
                item.say(name, right.bounds, Span(right.start, right.end))
                return True
    return False
