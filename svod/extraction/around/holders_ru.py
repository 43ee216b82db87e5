"""Who held it, told by a sentence of its own: "Организаторами выступили …", "Мероприятие было организовано …"."""

from collections.abc import Iterable, Sequence
from itertools import takewhile

from svod.extraction.around.later import goes_on
from svod.extraction.holders.heads import HOLDERS, head_cases
from svod.extraction.holders.names import extent, first_adjective, nominative
from svod.extraction.lexicon.categories import NOUNS
from svod.extraction.lexicon.grammar import IN, words
from svod.extraction.mentions.found import Found
from svod.extraction.text.clause import Clause
from svod.extraction.text.clauses import clauses_of
from svod.extraction.text.frame import Frame
from svod.extraction.text.prepositions import after_preposition
from svod.extraction.text.scan import Mark
from svod.extraction.text.sentences import Sentence

CALLED = words("organisers_called")  # "организаторами выступили"
IT = words("it")  # "её провела библиотека"
FAR = 2  # lines from what was held to the paragraph that says by whom
OPENING = 3  # words before the one that says what the sentence is about


def tell_holder_ru(frame: Frame, sentence: Sentence, said: frozenset[str], found: Sequence[Found]) -> None:
    """Give what the sentence before told its organiser, where it named none."""
    if not found or said.isdisjoint(HOLDERS) or sentence.line - found[-1].line > FAR:
        return
    sentence_before = found[-1].mention.sentence
    last = list(takewhile(lambda item: item.mention.sentence is sentence_before, reversed(found)))
    if any(item.mention.language != "ru" for item in last):
        return
    is_called = not CALLED.isdisjoint(frame.words_of(sentence)[:OPENING])
    if any(item.organiser and not (is_called and _is_only_housed(frame, item)) for item in last):
        return
    clause = clauses_of(frame, sentence)[0]
    heads = [mark for mark in clause.marks if not mark.categories.isdisjoint(HOLDERS) and not mark.quoted]
    tellings = (*_called(frame, clause, heads), *_holds(frame, clause, heads), *_by_initiative(frame, sentence, heads))
    for head, case in tellings:
        span = extent(frame, clause, head)
        name = nominative(frame.text[span.start : span.end], "ru", case)
        for item in last:
            item.say("organiser", name, span)
        return


def _is_only_housed(frame: Frame, item: Found) -> bool:
    """ "В университете состоялась конференция. Её организаторами выступили …": where it was is not who held it."""
    before = frame.word_index(item.sources["organiser"].start) - 1 if "organiser" in item.sources else -1
    return before >= 0 and frame.words.words[before] in IN


def _called(frame: Frame, clause: Clause, heads: Sequence[Mark]) -> Iterable[tuple[Mark, str]]:
    """ "Организатором форума выступил фонд", "Организаторы – отдел образования и центр" """
    first = frame.word_index(clause.start)
    if CALLED.isdisjoint(frame.words.words[first : first + OPENING]):
        return
    for head in heads:
        if "n" in head_cases(head) and not after_preposition(frame, clause, head):
            yield head, "n"


def _holds(frame: Frame, clause: Clause, heads: Sequence[Mark]) -> Iterable[tuple[Mark, str]]:
    """ "Мероприятие организовано отделом", "Встречу (её) провела библиотека": what was told stands first, bare."""
    first = frame.word_index(clause.start)
    at, is_it = frame.mark_at[first], frame.words.words[first] in IT
    if not clause.verbs or (not is_it and frame.said_at(first).isdisjoint(NOUNS)):
        return
    verb, own = clause.verbs[0], set() if is_it or at is None else _own(at)
    for head in heads:
        if head.first < verb.first or after_preposition(frame, clause, head):
            continue
        if "kind" in frame.said(frame.words.end(first), head.start):
            return  # "Встреча началась с лекции центра"
        cases = head_cases(head)
        if "held.subject" in verb.categories and "i" in cases:
            yield head, "i"
        elif "held.object" in verb.categories and "n" in cases and "n" not in own:
            yield head, "n"


def _by_initiative(frame: Frame, sentence: Sentence, heads: Sequence[Mark]) -> Iterable[tuple[Mark, str]]:
    """ "Мероприятие прошло по инициативе отдела полиции": the sentence goes on about what was told."""
    if not goes_on(frame, sentence):
        return
    for head in heads:
        first = first_adjective(frame, clauses_of(frame, sentence)[0], head)
        if "organiser.of" in frame.said_at(first - 1) and "g" in head_cases(head):
            yield head, "g"


def _own(mark: Mark) -> set[str]:
    return {letter for entry in mark.entries if entry.category == "kind" for letter in entry.cases}
