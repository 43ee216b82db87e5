"""Numbers set beside others: another year's by "больше чем в прошлом году", and "оба" of what was told before."""

from svod.extraction.lexicon.endings_kk import DATIVE
from svod.extraction.lexicon.grammar import words
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import Sentence
from svod.language.numbers import NumberMention

MORE = words("by_how_many")
THAN, BOTH = words("than"), words("both")


def before_compared(frame: Frame, sentence: Sentence, numbers: list[NumberMention]) -> list[NumberMention]:
    """ "Прошло 67 мероприятий, больше чем в прошлом году (49)": of a sentence on the past, those before that year's."""
    past = next(mark for mark in frame.marks_of(sentence) if "goal.history" in mark.categories)
    if past.first == 0 or frame.words.words[past.first - 1] not in THAN:
        return []
    return [number for number in numbers if number.end < past.start]


def by_how_many(frame: Frame, number: NumberMention) -> bool:
    """ "Былтырғыдан 600 адамға көп": how many more than elsewhere."""
    index = frame.word_index(number.end) + 1
    seen = frame.words.words
    return index < len(seen) and seen[index] in MORE and seen[index - 1].endswith(DATIVE)


def are_both(frame: Frame, number: NumberMention) -> bool:
    """ "Оба мероприятия подготовила служба" """
    return frame.word_from(number.start) in BOTH
