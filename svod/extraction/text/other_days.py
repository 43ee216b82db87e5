"""Days on which nothing was held: "приказ от 14.11.2024 № 212", "День охраны труда, который отмечают 28 апреля"."""

import re

from svod.extraction.lexicon import seldom
from svod.extraction.lexicon.categories import HELD
from svod.extraction.lexicon.grammar import PUT_OFF, words
from svod.extraction.text.frame import Frame
from svod.extraction.text.signs import DASHES
from svod.language.dates import DateMention

PAPER = 5  # words back from "от" to the paper that is of that day: "письма районного отдела № 12-4 от 20 ноября"
PAPERS, APPROVED = tuple(words("papers")), tuple(words("approved"))
OF_A_DAY = words("of_a_day")
MARKING = 5  # words between a day of the calendar and the verb by which it is marked
AS_OF, UP_TO = tuple(f"{word} " for word in words("as_of")), words("up_to_a_day")
FAR = 60  # characters back to where the words about the day begin
UNTIL, TO_COME = words("until_a_day"), words("to_come")
ONE_MORE = tuple(words("another_day"))
VERY, SET_FOR, CANCELLED = words("very"), tuple(words("set_for")), frozenset({"cancelled.word"})
NUMBER = re.compile(r"(?:\s?(?:г\.|г|года))?,?\s?№")
IS_A_DAY = re.compile(r"\s?(?:–|—|-)\s?(?:это\s)?(?:[\w-]+\s){0,3}?день\s")  # "25 ноября – Международный день"


def is_elsewhere(frame: Frame, day: DateMention) -> bool:
    """Whether the day is a paper's own, one the calendar marks, or one until which something goes on or is told."""
    return (
        _of_a_paper(frame, day)
        or _of_the_calendar(frame, day)
        or _is_to_come(frame, day)
        or _is_reported_at(frame, day)
        or _is_of_one_more(frame, day)
    )


def _is_reported_at(frame: Frame, day: DateMention) -> bool:
    """ "По состоянию на 10.12.2025 проведено…", "На 10 декабря прошли…": what was held by then, not on it."""
    sentence = frame.sentence_at(day.start)
    before = frame.words.folded[sentence.start : day.start]
    if before.endswith(AS_OF):
        return True
    said = frame.said_in(sentence)
    return before.strip() in UP_TO and not said.isdisjoint(HELD) and "planned.verb" not in said


def _is_of_one_more(frame: Frame, day: DateMention) -> bool:
    """ "Прошло три тренинга, четвёртый – 12 декабря": the day is of one more, which the part before it names."""
    before = frame.words.folded[max(0, day.start - FAR) : day.start]
    part = max(before.rfind(sign) for sign in ",;(")
    if part < 0 or "\n" in before[part:] or ". " in before[part:]:
        return False
    said = frame.words_in(day.start - len(before) + part, day.start)
    is_told = bool(said) and said[0].startswith(ONE_MORE)
    return is_told and "kind" not in frame.said(day.start - len(before) + part, day.start)


def _is_to_come(frame: Frame, day: DateMention) -> bool:
    """ "Работы принимаются до 5 декабря", "объявлен конкурс, итоги будут подведены 9 декабря" """
    folded = frame.words.folded
    before = folded[max(0, day.start - FAR) : day.start]
    first = frame.word_index(day.start)
    if first > 1 and frame.words.words[first - 1] in VERY:  # "до самого 10 декабря"
        first -= 1
    if first > 0 and frame.words.words[first - 1] in UNTIL and frame.words.gap(first).isspace():
        return first == 1 or not frame.words.words[first - 2].startswith(PUT_OFF)  # "ярмарку отложили до 22 декабря"
    if (
        first > 1
        and frame.words.words[first - 2].startswith(SET_FOR)
        and not frame.said_in(frame.sentence_at(day.start)).isdisjoint(CANCELLED)
    ):
        return True  # "форум, назначенный на 1 декабря, отложен"
    if TO_COME.isdisjoint(frame.words_in(day.start - len(before), day.start)):
        return False
    part = max(before.rfind(sign) for sign in ",;:–(")
    if part < 0 or "\n" in before[part:] or ". " in before[part:]:
        return False
    start = day.start - len(before) + part
    said = frame.words_in(start, day.start)
    return not TO_COME.isdisjoint(said) and "kind" not in frame.said(start, day.start)


def _of_a_paper(frame: Frame, day: DateMention) -> bool:
    """ "Письмо от 20 ноября", "приказ от 14.11.2024 № 212", "план, утверждённый 15.11.2024" """
    first, seen = frame.word_index(day.start), frame.words
    if first == 0:
        return False
    if seen.words[first - 1].startswith(APPROVED):
        return True
    if seen.words[first - 1] not in OF_A_DAY:
        return False
    before = seen.words[max(0, first - PAPER) : first]
    return NUMBER.match(seen.folded, day.end) is not None or any(word.startswith(PAPERS) for word in before)


def _of_the_calendar(frame: Frame, day: DateMention) -> bool:
    """ "Который отмечают 28 апреля", "ежегодно 10 декабря отмечается", "25 ноября – Международный день …" """
    folded = frame.words.folded
    is_equated = not DASHES.isdisjoint(folded[day.end : day.end + 2]) and IS_A_DAY.match(folded, day.end) is not None
    if is_equated and "kind" not in frame.said_in(frame.sentence_at(day.start)):
        return True  # "5 декабря – день открытых дверей" was held
    marked = frame.words.all_of(seldom.MARKED)
    if not marked:
        return False
    first, last = frame.word_index(day.start), frame.word_index(day.end)
    if not any(first - MARKING <= at < first or last <= at < last + MARKING for at in marked):
        return False
    start = max(folded.rfind(sign, 0, day.start) for sign in ".,;!\n")
    end = min((at for sign in ".,;!\n" if (at := folded.find(sign, day.end)) >= 0), default=len(folded))
    return any(start < frame.words.starts[at] < end for at in marked)
