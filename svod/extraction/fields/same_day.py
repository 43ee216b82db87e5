"""What goes on with the day told before, and what lasts longer than a day."""

import re

from svod.extraction.lexicon import seldom
from svod.extraction.lexicon.grammar import words
from svod.extraction.text.clause import Clause
from svod.extraction.text.frame import Frame
from svod.extraction.text.sentences import Sentence

OPENING = 24  # characters in which a sentence says that it goes on with the same day
SAYS = words("same_day") | words("and_then")
SAME_DAY = re.compile(rf"\b(?:{'|'.join(sorted(SAYS))})\b")
SAME_DAY_HERE = re.compile(rf"\b(?:{'|'.join(sorted(SAYS | words('same_day_here')))})\b")
SAME_DAY_FIRST = tuple(f"{phrase} " for phrase in words("same_day_first"))
THEN_LAST = words("then_last")
FOR_LONG = words("for_long")
FOR_SO_LONG = tuple(words("for_so_long"))
# What each of them ends with: rarer than what it begins with, so that hardly a sentence is searched for all of them.
ENDS = frozenset(phrase.rpartition(" ")[2] for phrase in SAYS | words("same_day_here"))
AFTER_ALL = tuple(words("after_all"))
AFTER = tuple(words("right_after"))
SOON = 5  # words in which "после" is followed by what was told before
AFTER_IT, BEFORE_IT = words("after_it"), words("before_it")  # "семинардан кейін", "семинар басталар алдында"
NEAR = 2  # words from what was told to "алдында"


def says_same_day(frame: Frame, sentence: Sentence, clause: Clause, kind_here: str | None) -> bool:
    """ "А вечером …", "после семинара …": `kind_here` is what was told last on the sentence's line, None if nothing."""
    if kind_here is not None and _follows_it(frame, sentence, kind_here):
        return True
    if frame.words.words[frame.word_index(sentence.end) - 1] in THEN_LAST:
        return True
    folded, said = frame.words.folded, SAME_DAY if kind_here is None else SAME_DAY_HERE
    return any(
        folded.startswith(SAME_DAY_FIRST, start)
        or (
            not ENDS.isdisjoint(frame.words_in(start, start + OPENING)) and said.search(folded[start : start + OPENING])
        )
        for start in {sentence.start, clause.start}
    )


def _follows_it(frame: Frame, sentence: Sentence, kind: str) -> bool:
    """ "Прошёл семинар. После семинара участники …": of the kind told last; "после пленарной части" of anything."""
    if frame.words.has(seldom.BESIDE_IT) and _stands_beside_it(frame, sentence, kind):
        return True
    if not frame.words.folded.startswith(AFTER, sentence.start):
        return False
    if frame.words.folded.startswith(AFTER_ALL, sentence.start):
        return True
    first = frame.word_index(sentence.start)
    marks = (mark for mark in frame.marks_of(sentence) if mark.first - first < SOON)
    return any(kind in mark.meaning.kinds for mark in marks)


def _stands_beside_it(frame: Frame, sentence: Sentence, kind: str) -> bool:
    """ "Жиналыс өтті. Жиналыстан соң …", "семинар басталар алдында …": before and behind the kind told last."""
    mark = frame.mark_at[frame.word_index(sentence.start)]
    if mark is None or not (kind in mark.meaning.kinds or "kind_formless" in mark.categories):
        return False
    behind = frame.words.words[mark.last + 1 : mark.last + 1 + NEAR]
    if not AFTER_IT.isdisjoint(behind[:1]):
        return "b" in mark.meaning.cases("kind", "kk") | mark.meaning.cases("kind_formless", "kk")
    return not BEFORE_IT.isdisjoint(behind)


def took_long(frame: Frame, clause: Clause) -> bool:
    """ "В течение недели кураторы провели …", "всю неделю шли беседы": on no one day."""
    if frame.words.has(seldom.FOR_LONG) and not FOR_LONG.isdisjoint(frame.words_in(clause.start, clause.end)):
        return True
    if not frame.words.has(seldom.FOR_SO_LONG):
        return False
    said = frame.words.folded[clause.start : clause.end]
    return any(phrase in said for phrase in FOR_SO_LONG)
