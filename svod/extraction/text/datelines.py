"""Where a day heads a paragraph: "3 декабря. Кураторы…", "Астана, 3 декабря.", "Күні: 26.11.2024"."""

from svod.extraction.lexicon.categories import TELLS
from svod.extraction.lexicon.grammar import words
from svod.extraction.text.frame import Frame
from svod.extraction.text.holidays_kk import is_holiday
from svod.extraction.text.other_days import is_elsewhere
from svod.extraction.text.sentences import Sentence
from svod.language.dates import DateMention

AFTER_CARD = 12  # characters behind a card's date: a weekday
YEAR = "ж."
PREPOSITIONS = words("day_prepositions")
DATELINE = 5  # words before the day: "г. Астана, 3 декабря"


def heads(frame: Frame, sentence: Sentence, first: DateMention) -> bool:
    """ "2 декабря, понедельник. Утром…", "3 декабря. Кураторы…", "02.12.22г. мастер-класс" """
    text = frame.text
    words_before = frame.words_in(sentence.start, first.start + 1)
    if not PREPOSITIONS.isdisjoint(words_before[-2:]):
        return False
    before = text[sentence.start : first.start].strip(" \t-–—•*0123456789.):")
    after = text[first.end : first.end + 2].lstrip(" ")
    return (
        (len(before) <= 12 or _only_places(frame, sentence, first))
        and (not after or after[0] in ".,:–—-;(\n")
        and "kind" not in frame.said(sentence.start, first.start)  # "Круглый стол 28 ноября."
        and not before.count("«")
        and not is_holiday(frame, first.end)
        and not is_elsewhere(frame, first)
    )


def _only_places(frame: Frame, sentence: Sentence, first: DateMention) -> bool:
    """ "Астана (Нур-Султан), 3 декабря." """
    marks = frame.marks_in(sentence.start, first.start)
    few = len(frame.words_in(sentence.start, first.start)) <= DATELINE
    return few and bool(marks) and all("place" in mark.categories for mark in marks)


def days_alone(frame: Frame) -> list[DateMention]:
    """The days that are all a line or a sentence says: "26.11.2024 ж." over what took place, or below a message."""
    found = []
    for day in frame.dates:
        sentence = frame.sentence_at(day.start)
        rest = frame.text[sentence.start : day.start] + frame.text[day.end : sentence.end]
        if day.period is None:
            continue
        ends_it = not frame.has_letters(day.end, sentence.end)
        is_edge = sentence == frame.sentences[-1] or (sentence == frame.sentences[0] and ends_it)
        if len(rest.strip(" .()")) <= len(YEAR) or (is_edge and _is_signature(frame, sentence)):
            found.append(day)
    return found


def _is_signature(frame: Frame, sentence: Sentence) -> bool:
    """ "Жуалы ауданы, №1 мектеп, 26.11.2025 ж." at the end or at the head: who wrote it and when, and nothing told."""
    said = frame.said_in(sentence)
    return "organiser.head" in said and said.isdisjoint(TELLS) and len(frame.sentences) > 1


def is_a_line(frame: Frame, day: DateMention) -> bool:
    """ "27 ноября, среда": a line that says no more, with an empty one below it."""
    begin, end = frame.text.rfind("\n", 0, day.start) + 1, frame.text.find("\n", day.end)
    is_followed = frame.text.startswith("\n\n", end)
    return is_followed and day.start - begin < len(YEAR) and end - day.end <= AFTER_CARD


def is_card(frame: Frame, day: DateMention) -> bool:
    """ "Күні: 26.11.2024": a line that says no more than its day."""
    text = frame.text
    begin = text.rfind("\n", 0, day.start) + 1
    alone = len(text[day.end : text.find("\n", day.end)].strip(" .")) <= AFTER_CARD
    return ":" in text[begin : day.start] and alone
