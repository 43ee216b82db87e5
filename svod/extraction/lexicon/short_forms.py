"""Whether the full stop behind a word says that it is shortened, and ends no sentence: "им. Абая", "5 дек. прошла"."""

import re
import tomllib
from functools import cache
from pathlib import Path

import svod.language
from svod.language.fold import fold

YEAR_BEFORE = re.compile(r"(?:\d{4}|\.\d\d)[\s-]*$")
NO_WORD = re.compile(r"[^\w-]")
LONGEST_SHORT = 12  # characters of a word that may be a short form
DATE_ALONE = 18  # characters of a date and "ж." with nothing before them
DIGITS = "0123456789"


@cache
def _breaks() -> tuple[frozenset[str], ...]:
    path = Path(svod.language.__file__).parent / "sentence_breaks.toml"
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(frozenset(data[name]) for name in ("before_a_name", "inside", "counted", "after_a_number"))


@cache
def _folded() -> frozenset[str]:
    return frozenset(fold(word) for short in _breaks() for word in short)


def _word_before(text: str, start: int, place: int) -> str:
    """The word that ends there, without the number it is written to: "29.11.24ж.", "5-7сын."."""
    last = text[max(start, place - LONGEST_SHORT - 1) : place].rpartition(" ")[2]
    if not last.isalnum():
        last = NO_WORD.split(last)[-1]
    return last if last.isdigit() else last.lstrip(DIGITS)


def may_be_short(piece: str, place: int) -> bool:
    """Whether the word before a full stop of the folded piece is one anywhere; most are none."""
    if not piece.startswith(".", place):
        return False
    word = _word_before(piece, 0, place)
    return 0 < len(word) <= LONGEST_SHORT and (len(word) == 1 or word.isdigit() or word in _folded())


def is_short(text: str, start: int, place: int) -> bool:
    """ "им. Абая", "Б. К. Ахметов", "5 дек. прошла", "1. Город": the full stop belongs to the word before it."""
    last = _word_before(text, start, place)
    if not 0 < len(last) <= LONGEST_SHORT:
        return False
    begin, after = place - len(last), text[place + 1 : place + 5].lstrip()
    if len(last) == 1 and last.isupper():  # an initial
        return True
    if last.isdigit():  # "1. Город" is a list's number, "к 2025." is an end
        return after[:1].islower() or not text[start:begin].strip()
    before_a_name, inside, counted, after_a_number = _breaks()
    last = last.lower()
    if last == "ж" and place - start <= DATE_ALONE:  # "27.11.2023 ж. Мектепте"
        return True
    if last == "г" and after[:1].isupper():  # "школа № 7 г. Риддера", but "в декабре 2023 г. Школа"
        return YEAR_BEFORE.search(text, max(start, begin - 8), begin) is None
    if last in before_a_name:
        return True
    if last in counted and after[:1].isdigit() and text[start:begin].rstrip()[-1:].isdigit():
        return False  # "27 чел. 3 декабря прошла…"
    if last in after_a_number and not text[start:begin].rstrip()[-1:].isdigit():
        return False  # "классный час. 7 декабря…"
    return last in inside and not after[:1].isupper()
