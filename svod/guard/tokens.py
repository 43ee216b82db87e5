"""The capitalised words of a text, in runs of those that stand side by side."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from svod.guard.names import STRONG, Word, written
from svod.guard.places import Places, is_place
from svod.guard.roles import is_bearer, is_role

CAPITAL = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІ"
SON_OF = "(?:[ \u00a0](?:ұлы|қызы)[а-яәіңғ]{0,4}(?!\\w))?"  # "Әуез ұлы" is one word as "Әуезұлы" is
# What follows its capital: a search leaps from one capital to the next, and asks then what stands before it.
INITIAL = r"(?:(?<=Д)ж|(?<=[SZKC])h|(?<=Y)[eua])?\."
NAME = rf"(?:{INITIAL}|(?:[\w-]|['’](?=\w))*(?<!-){SON_OF})"
TOKEN = re.compile(rf"[{CAPITAL}](?<![\w@./-].){NAME}")
AFTER_INITIAL = re.compile(rf"[{CAPITAL}]{NAME}")  # "А.Н.Иванова": no space between
QUOTATION = re.compile(r"[«“„\"]([^«»“”„\"\n]{1,90})[»”“\"]")
TITLE_WORDS = 5  # a longer quotation is speech
BEFORE = 4  # signs before a word that say whether it begins a sentence
AN_END = r"[\n.!?…:;|•*\]]|\d\)|[-–—]\s"
OPENS = r"\s*[«“„\"(]?$"
SENTENCE_END = re.compile(rf"(?:{AN_END}){OPENS}")
TEXT_BEGINS = re.compile(OPENS)
LIST_MARK = re.compile(r"(?:\d\)|:|[–—-])\s$")


class Token(NamedTuple):
    """A capitalised word or an initial at [start, end)."""

    start: int
    end: int
    text: str
    word: Word
    initial: bool
    begins: bool  # it begins a sentence, so that its capital says nothing
    listed: bool  # after a colon, a dash or a number of a list: names stand there as well
    titled: bool  # it stands within a short quotation: a title, the name of a club
    place: bool
    role: bool  # it says who somebody is, or what bears a name: "Учитель", "Major", "Street"


Run = tuple[Token, ...]


def runs(text: str, places: Places, language: str) -> Iterator[Run]:
    """Words that only spaces part, in order."""
    titles = [match.span(1) for match in QUOTATION.finditer(text) if len(match[1].split()) <= TITLE_WORDS]
    run: list[Token] = []
    for token in _tokens(text, titles, places, language):
        if run and not _are_beside(text, run[-1], token):
            yield tuple(run)
            run = []
        run.append(token)
    if run:
        yield tuple(run)


def _are_beside(text: str, one: Token, other: Token) -> bool:
    between = text[one.end : other.start]
    return len(between) <= 2 and not between.strip(" \u00a0") and (bool(between) or one.initial or other.initial)


def _tokens(text: str, titles: list[tuple[int, int]], places: Places, language: str) -> Iterator[Token]:
    inside = iter(titles)
    opens, closes = next(inside, (len(text), len(text)))
    position, initial = 0, False
    while match := (AFTER_INITIAL.match(text, position) if initial else None) or TOKEN.search(text, position):
        start, end = match.span()
        position = end
        while closes <= start:
            opens, closes = next(inside, (len(text), len(text)))
        letters = match[0]
        after_initial, initial = initial, letters.endswith(".")
        word, place, role = _known(letters, places, language)
        before = _before(text[max(0, start - BEFORE) : start], at_first=start <= BEFORE)
        yield Token(
            start,
            end,
            letters,
            word,
            initial=initial or len(letters) == 1,
            begins=not after_initial and before.begins,
            listed=before.listed,
            titled=opens <= start,
            place=place,
            role=role,
        )


class _Known(NamedTuple):
    word: Word
    place: bool
    role: bool


@lru_cache(maxsize=50_000)
def _known(letters: str, places: Places, language: str) -> _Known:
    """What the word tells wherever it stands."""
    word = written(letters)
    role = (word.surname < STRONG and is_role(letters, language)) or is_bearer(letters)  # but "Соседова"
    return _Known(word, is_place(word.letters, places), role)


class _Before(NamedTuple):
    begins: bool
    listed: bool


@lru_cache(maxsize=50_000)
def _before(signs: str, *, at_first: bool) -> _Before:
    """What the signs before a word say of it; `at_first` where the text begins with them."""
    begins = SENTENCE_END.search(signs) or (at_first and TEXT_BEGINS.match(signs))
    return _Before(bool(begins), LIST_MARK.search(signs) is not None)
