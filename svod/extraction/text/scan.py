"""The marks of a text: every place where the lexicon knows the words."""

import re
import sys
from dataclasses import dataclass

from svod.extraction.lexicon.grammar import is_adjective, words as listed
from svod.extraction.lexicon.table import Entry, Form, Forms, Lexicon, Meaning
from svod.extraction.lexicon.words import Words
from svod.language.calendar_words import calendar_words
from svod.language.number_words import number_words
from svod.language.remembered import Remembered
from svod.records import Span

ENDED = re.compile(r"\w{5}\.\s")  # a full stop behind a word too long to be shortened
IN_CYRILLIC = re.compile("(?:[^а-я]*+[а-я]){20}")
PREFIXED = listed("compound_beginnings")  # their head comes after them
COMPOUNDED = frozenset({"kind", "audience", "measure.activities"})  # heads of compounds that no list has
PAIR = 2  # words
NEVER = Span(sys.maxsize, sys.maxsize)  # behind the last quotation


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


def forms_of(words: Words, lexicon: Lexicon) -> list[Form]:
    """What the lexicon knows of each word, looked up once for all texts: they have few words, again and again."""
    forms = lexicon.forms(_in_latin(words.folded))
    if forms.known is None:
        forms.known = Remembered(lambda word: _form(word, forms, lexicon))
    return list(map(forms.known.__getitem__, words.words))


def scan(words: Words, seen: list[Form], lexicon: Lexicon, quotes: list[Span]) -> list[Mark]:
    """The longest phrase at each place, from left to right. `seen` are the words' forms.

    Phrases of different categories may lie within one another ("приём граждан" is a kind, "граждане" an audience); the
    inner one is left out, as the author's words are one phrase there. Where the last word of a phrase begins a longer
    one, that is meant: "в" + "районе имени Кунаева", not "в районе" + "имени Кунаева".
    """
    marks: list[Mark] = []
    starts, ends = words.starts, words.ends
    forms = lexicon.forms(_in_latin(words.folded))
    places = iter(quotes)
    opens = closes = -1  # the first quotation not yet passed
    free = 0  # the first word no phrase has taken
    for first, form in enumerate(seen):
        if first < free or (form.alone is None and not form.begins):
            continue
        meaning, last = form.alone, first
        found = _phrase(words, first, seen, forms) if form.begins else None
        if found is not None:
            end = first + found[1] - 1
            beyond = _phrase(words, end, seen, forms)
            if beyond is None or not _is_meant(beyond, found, lexicon):
                meaning, last = lexicon.meaning(found[0]), end
        if meaning is None:
            continue
        start, free = starts[first], last + 1
        while closes <= start:
            opens, closes = next(places, NEVER)
        marks.append(Mark(start, ends[last], first, last, opens <= start, meaning))
    return marks


def _is_meant(beyond: tuple[int, int], found: tuple[int, int], lexicon: Lexicon) -> bool:
    """Whether the phrase that the last word begins is longer, or as long and a place: "в" + "области Абай"."""
    if beyond[1] == found[1]:
        return "place" in lexicon.meaning(beyond[0]).categories
    return beyond[1] > found[1]


def _phrase(words: Words, first: int, seen: list[Form], forms: Forms) -> tuple[int, int] | None:
    """The meaning and the length of the longest phrase that begins at that word, of more words than one."""
    every, form = words.words, seen[first]
    if not form.begins or first + 1 >= len(every) or not seen[first + 1].goes_on:
        return None
    pair = f"{form.head} {every[first + 1]}"
    opened = forms.opened.get(pair)
    for length, phrase in forms.opened[pair] if opened is None else opened:
        if length > PAIR:  # the pair only opens it
            phrase = forms.phrases.get(" ".join((form.head, *every[first + 1 : first + length])))
        if phrase is not None and first + length <= len(every) and _is_one(words, first, length):
            return phrase, length
    return None


def _form(word: str, forms: Forms, lexicon: Lexicon) -> Form:
    """ "Онлайн-час" begins the phrases of "час"."""
    alone, begins, head = forms.words.get(word), word in lexicon.begun, word
    if "-" in word:
        alone = _compound(word, forms, lexicon) if alone is None else alone
        if not begins:
            head = _without_beginning(word)
            begins = head in lexicon.begun
    meaning = None if alone is None else lexicon.meaning(alone)
    numbers, days = number_words().places_in(word), calendar_words().places_in(word)
    return Form(word, meaning, begins, head, word in lexicon.going_on, numbers, days)


def _without_beginning(word: str) -> str:
    """ "час" of "онлайн-час", "танымдық" of "тарихи-танымдық": an adjective's last part begins the phrase."""
    first, _, rest = word.partition("-")
    last = word.rpartition("-")[2]
    return rest if first in PREFIXED else last if is_adjective(last) else word


def _is_one(words: Words, first: int, length: int) -> bool:
    """Whether no quotation, no sentence and no item ends inside a phrase.

    "«…онлайн». – Консультации", "рейд онлайн. Собрание прошло", "беседы, лекции".
    """
    last = first + length - 1
    between = words.text[words.ends[first] : words.starts[last]]
    if "." in between and ENDED.search(words.text, words.starts[first], words.starts[last]):
        return False
    return (
        "," not in between
        and "»" not in between
        and "\n-" not in between
        and "\n–" not in between
        and "|" not in between
    )


def _compound(word: str, forms: Forms, lexicon: Lexicon) -> int | None:
    """What a compound is by its head: "концерт-реквием" is a concert, "мини-олимпиада" a contest."""
    first, _, rest = word.partition("-")
    number = forms.words.get(rest if first in PREFIXED else first)
    if number is None and first not in lexicon.begun:
        number = forms.words.get(rest)  # "ширату-тренинг": no word but the last is known
    if number is None:
        return None
    meaning = lexicon.meaning(number)
    if meaning.language == "kk":
        return _compound_kk(first, rest, forms, lexicon)
    is_head = meaning.language != "kk" and not COMPOUNDED.isdisjoint(meaning.categories)
    return number if is_head else None


def _compound_kk(first: str, rest: str, forms: Forms, lexicon: Lexicon) -> int | None:
    """ "Дәріс-кеңес", "сағат-әңгіме": two nouns in the nominative are what the first one is."""
    one, other = forms.words.get(first), forms.words.get(rest)
    if one is None or other is None:
        return None
    is_kind = "n" in lexicon.meaning(one).cases("kind", "kk")
    return one if is_kind and any("n" in entry.cases for entry in lexicon.meaning(other).entries) else None


def _in_latin(folded: str) -> bool:
    """Whether hardly a letter is Cyrillic."""
    return IN_CYRILLIC.match(folded, 0, 2000) is None
