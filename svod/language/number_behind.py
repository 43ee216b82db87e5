"""What the words behind a number make of it, by the languages' `role` tables: "16 дней", "5-11 классы", "71 %"."""

import re
from functools import cache

from svod.language import LANGUAGES
from svod.language.calendar_words import calendar_words
from svod.language.number_words import FIRST_WORD, NumberWords, alternatives, first_word, language_table
from svod.language.remembered import Remembered

# What stands behind a number on its line: "1 150" at the end of a row is no year of "г. Рудный" below.
GAP = re.compile(r"[^\S\n]{0,2}[-–]?[^\S\n]?")
DASHES = frozenset("-–")
# 9 «А», 9 а класс
CLASS_LETTER = re.compile(r"""[«"“„]\s?[а-яa-z]\s?[»"”“]|[а-я]\s?(?:класс|кл\b|сынып)""")
CLASS_LETTER_ENDS = frozenset("абвгдежзaabcde ")
JOINING = frozenset({"и", "по", "до", "мен", "пен", "бен", "and", "to", "of"})  # 5 "и" 6 декабря, 5 "of" May
COUNTED, SAID_ALIKE, ROLE = 0, 1, 2
LONGEST = 24  # characters of a word that are looked at


def role_behind(folded: str, end: int, words: NumberWords) -> str:
    """The role that the word behind a number gives it, "" for none: "16 дней" duration, "5-11 классы" grade"""
    start, sign = end + 1, folded[end : end + 1]
    if not (sign.isspace() or sign in DASHES):
        start = end
    elif not (sign == " " and folded[start : start + 1].isalpha()):  # most numbers stand before a word
        gap = GAP.match(folded, end)
        start = gap.end() if gap else end
    pattern = words.behind.get(folded[start : start + 1])
    found = pattern.match(folded, start) if pattern else None
    if found is not None:
        return found.lastgroup or ""
    return "grade" if folded[start + 1 : start + 2] in CLASS_LETTER_ENDS and CLASS_LETTER.match(folded, start) else ""


def goes_on(folded: str, end: int) -> int:
    """Whether what stands behind is but COUNTED, "45 человек", as with most numbers, is SAID_ALIKE, "5 декабря", or may
    give a ROLE."""
    if not (folded[end : end + 1] == " " and folded[end + 1 : end + 2].isalpha()):
        return ROLE
    behind = folded.find(" ", end + 1, end + LONGEST)
    word = folded[end + 1 : behind if behind > 0 else end + LONGEST]
    known = _GOES_ON.get(word)  # a subclass of dict is slow to subscribe
    return _GOES_ON[word] if known is None else known


def _may_go_on(word: str) -> int:
    """Whether it may be the letter of a class or the first word of a role; a month, or the "и" before a number."""
    letters = FIRST_WORD.match(word)
    first = letters[0] if letters else ""
    if len(first) < 2 or _roles().match(first):
        return ROLE
    return SAID_ALIKE if first in JOINING or first in calendar_words().months else COUNTED


_GOES_ON = Remembered(_may_go_on)


@cache
def _roles() -> re.Pattern[str]:
    """The first words of all that gives a role."""
    tables = [language_table(language, "numbers") for language in LANGUAGES]
    said = [word for table in tables for role in (*table["but"].values(), *table["role"].values()) for word in role]
    return re.compile(alternatives(_first_part(word) for word in said if word[0].isalpha()))


def _first_part(words: str) -> str:
    """ "учебный" of "учебный год*"; "год*" as it is."""
    first = first_word(words, 0)
    return words if words == f"{first}*" else first
