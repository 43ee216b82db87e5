"""The marks of a text: every place where the lexicon knows the words."""

import re
from dataclasses import dataclass

from svod.extraction.lexicon.meaning import Entry, Meaning
from svod.extraction.lexicon.placed import BEHIND_ALL
from svod.extraction.lexicon.table import Lexicon
from svod.extraction.lexicon.words import Words
from svod.records import Span

ENDED = re.compile(r"\w{5}\.\s")  # a full stop behind a word too long to be shortened
ENDS = re.compile(r"\s*[.!?;:)\n]|\s[–—]\s")  # behind the last word of what is told
PAIR = 2  # words
NEVER = Span(BEHIND_ALL, BEHIND_ALL)  # behind the last quotation


@dataclass(slots=True, eq=False, init=False)
class Mark:
    """A phrase of the lexicon at words [first, last], characters [start, end). Never changed once made."""

    start: int
    end: int
    first: int
    last: int
    quoted: bool  # it lies within quotation marks
    meaning: Meaning
    entries: tuple[Entry, ...]  # these two are the meaning's, here because they are asked for most
    categories: frozenset[str]

    def __init__(self, start: int, end: int, first: int, last: int, quoted: bool, meaning: Meaning) -> None:
        self.start, self.end, self.first, self.last, self.quoted = start, end, first, last, quoted
        self.meaning, self.entries, self.categories = meaning, meaning.entries, meaning.categories


def scan(words: Words, lexicon: Lexicon, quotes: list[Span]) -> list[Mark]:
    """The longest phrase at each place, from left to right.

    Phrases of different categories may lie within one another ("приём граждан" is a kind, "граждане" an audience); the
    inner one is left out, as the author's words are one phrase there. Where the last word of a phrase begins a longer
    one, that is meant: "в" + "районе имени Кунаева", not "в районе" + "имени Кунаева".
    """
    marks: list[Mark] = []
    starts = words.starts
    places = iter(quotes)
    opens = closes = -1  # the first quotation not yet passed
    free = 0  # the first word no phrase has taken
    for first, form in enumerate(words.forms):
        if first < free or (form.alone is None and form.opened is None):
            continue
        meaning, last = form.alone, first
        found = _phrase(words, first) if form.opened is not None else None
        if found is not None:
            end = first + found[1] - 1
            beyond = _phrase(words, end)
            if beyond is None or not _is_meant(beyond, found, lexicon):
                meaning, last = lexicon.meaning(found[0]), end
        if meaning is not None and meaning.at_the_end is not None:
            meaning = _in_its_place(words, last, meaning)
        if meaning is None:
            continue
        start, free = starts[first], last + 1
        while closes <= start:
            opens, closes = next(places, NEVER)
        marks.append(Mark(start, words.end(last), first, last, opens <= start, meaning))
    return marks


def _in_its_place(words: Words, last: int, meaning: Meaning) -> Meaning | None:
    """What a form means there that is something else at the end of a sentence; None where it is nothing."""
    if last + 1 == len(words) or ENDS.match(words.gap(last + 1)):
        return meaning.at_the_end
    return meaning if meaning.entries else None


def _is_meant(beyond: tuple[int, int], found: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether the phrase that the last word begins is longer, or as long and a place: "в" + "области Абай"."""
    if beyond[1] == found[1]:
        return "place" in lexicon.meaning(beyond[0]).categories
    return beyond[1] > found[1]


def _phrase(words: Words, first: int) -> tuple[int, int] | None:
    """The meaning and the length of the longest phrase that begins at that word, of more words than one."""
    every, seen = words.words, words.forms
    opened = seen[first].opened
    if opened is None or first + 1 >= len(every) or not seen[first + 1].goes_on:
        return None
    second = every[first + 1]
    known = opened.get(second)  # a subclass of dict is slow to subscribe
    for length, phrase in opened[second] if known is None else known:
        if length > PAIR:  # the pair only opens it
            phrase = words.known.phrases.get(" ".join((seen[first].head, *every[first + 1 : first + length])))
        if phrase is not None and first + length <= len(every) and _is_one(words, first, length):
            return phrase, length
    return None


def _is_one(words: Words, first: int, length: int) -> bool:
    """Whether no quotation, no sentence and no item ends inside a phrase.

    "«…онлайн». – Консультации", "рейд онлайн. Собрание прошло", "беседы, лекции".
    """
    last = first + length - 1
    between = words.text[words.end(first) : words.starts[last]]
    if "." in between and ENDED.search(words.text, words.starts[first], words.starts[last]):
        return False
    return (
        "," not in between
        and "»" not in between
        and "\n-" not in between
        and "\n–" not in between
        and "|" not in between
    )
