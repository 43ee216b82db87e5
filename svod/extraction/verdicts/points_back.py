"""A bare noun first in its sentence that goes on about what was told before it."""

import re

from svod.extraction.fields.people import people_in
from svod.extraction.lexicon.grammar import is_past, words
from svod.extraction.mentions.mention import Mention, Verdict
from svod.extraction.mentions.rule import rule
from svod.extraction.text.scan import Mark
from svod.extraction.verdicts.apart_kk import only_told_held

SHORT = 60  # characters of a line of notes
DASH = re.compile(r"[–—]|\s-\s|:")
WITHIN, SET_BY, FEW = words("within"), words("set_by"), 3
TOLD_WITH_A_DAY = words("told_with_a_day")
DATIVE, INSTRUMENTAL = frozenset("d"), frozenset("i")


@rule(is_verb=False, is_near=True, is_plural=False, is_preceded=False)
def points_back(mention: Mention) -> Verdict | None:
    """ "Встреча прошла в деловой обстановке": bare, singular, first in its sentence, and something was told before."""
    if mention.language == "en":  # what is known has an article there
        return None
    if not mention.known and mention.language == "ru" and mention.cases() == INSTRUMENTAL:
        return None  # "анкетированием охвачено 400 женщин"
    frame, clause = mention.frame, mention.clause
    if (
        mention.mark.start > frame.words.starts[frame.word_index(clause.start)]
        or mention.mark.first != mention.mark.last
    ):
        return None
    dated = mention.entry.phrase not in TOLD_WITH_A_DAY and frame.dates_in(mention.sentence.start, mention.sentence.end)
    if dated or has_a_name(mention) or only_told_held(mention) or _has_its_people(mention):
        return None
    dash = DASH.search(frame.text, mention.mark.end, clause.end)  # "Анкета на выходе: ответили 402 студента"
    if dash is not None and (frame.numbers_in(dash.end(), clause.end) or _is_a_line(mention)):
        return None
    near = frame.marks_in(clause.start, clause.end)
    if any("place" in mark.categories or _is_a_house(mark) for mark in near):
        return None
    first, last = frame.word_index(clause.start), frame.word_index(clause.end)
    if not clause.verbs and not any(is_past(word) for word in frame.words.words[first:last]):
        return None
    return Verdict("reference", 0.6, "points_back")


def _is_a_house(mark: Mark) -> bool:
    """Where it may have been held; not "встреча завершилась, собранное передано центру", to whom something is given."""
    return "organiser.head" in mark.categories and mark.meaning.cases("organiser.head", "ru") != DATIVE


def _is_a_line(mention: Mention) -> bool:
    """ "линейка в 5 школе - была", the whole of a short line of notes."""
    frame, start, end = mention.frame, mention.sentence.start, mention.sentence.end
    return (
        frame.opens_line(mention.sentence)
        and end - start <= SHORT
        and frame.text[end : end + 1] in ("", "\n")
        and not mention.known
    )


def _has_its_people(mention: Mention) -> bool:
    """ "Анкету можно было заполнить в фойе, отозвались 58 читательниц": no other name of what was told before."""
    is_new = mention.language == "ru" and "without_parts" in mention.traits and not mention.known
    return is_new and bool(people_in(mention.frame, mention.mark.end, mention.sentence.end))


def has_a_name(mention: Mention) -> bool:
    """Whether the clause may name it; "встреча проведена в рамках проекта «Забота»" does not."""
    frame, clause = mention.frame, mention.clause
    quotes = frame.quotes_in(clause.start, clause.end)
    if not quotes:
        return False
    behind = frame.word_index(quotes[0].end)
    if not SET_BY.isdisjoint(frame.words.words[behind : behind + FEW]):  # "«Забота» акциясы аясында"
        return False
    before = frame.marks_in(mention.mark.end, quotes[0].start)
    return not any(mark.entries[0].phrase in WITHIN for mark in before)
