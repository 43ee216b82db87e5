"""Sentences that say of what was told how many were there: "Всего было 12 ребят", "всего в зале 110 человек"."""

from svod.extraction.fields.people import People
from svod.extraction.lexicon.grammar import IN_ALL, WHERE, words
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import Sentence

WERE, BACK = words("were_there"), words("back")
HALLS, HALL = words("halls"), 24  # characters back to "всего в зале"
FEW = 7  # words of a sentence that says no more than how many there were


def were_there(frame: Frame, sentence: Sentence, said: frozenset[str]) -> bool:
    """ "Всего было 12 ребят.", "всего в зале было 65 студентов": so many were at what was told."""
    seen = frame.words_of(sentence)
    return len(seen) <= FEW and seen[0] in IN_ALL and not WERE.isdisjoint(seen) and "measure.organisations" not in said


def they_were(frame: Frame, sentence: Sentence, said: frozenset[str]) -> bool:
    """ "Часы прошли в лицее. Они прошли во всех классах, охват – 231 ученик" """
    return "held.subject" in said and frame.word_from(sentence.start) in BACK


def in_the_hall(frame: Frame, people: People) -> bool:
    """ "Спорили студенты и педагоги, всего в зале 110 человек": in the one where it was."""
    *_, first, second, third = "", "", "", *frame.words_in(people.start - HALL, people.start)
    return first in IN_ALL and second in WHERE and third in HALLS
