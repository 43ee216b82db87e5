"""A text's words as names are compared: folded, whatever their case, without what every organisation's name holds."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from svod.language.fold import fold

WORD = re.compile(r"[^\W\d_]+|\d+")
BEGINNING = 4  # letters by which a word is looked up
ENDING = 3  # most letters of an ending in Russian, and of many in Kazakh
SHORT = 6  # letters: what two words share that have an ending of three; "стол" is no form of "столица"


@dataclass(frozen=True, slots=True)
class Word:
    text: str
    start: int
    end: int


@cache
def listed(part: str) -> frozenset[str]:
    found = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))[part]
    return frozenset(fold(word) for word in found)


def words_of(text: str) -> list[Word]:
    """Those that tell one organisation from another."""
    found = (Word(one[0], *one.span()) for one in WORD.finditer(fold(text)))
    return [word for word in found if not _is_common(word.text)]


def is_organisations(name: str) -> bool:
    """Whether a name is one that organisations have: "Профком, школа № 7"; "Абай Ахметов" is a person's."""
    found = WORD.findall(fold(name))
    return any(_is_common(word) or word in listed("schools") for word in found)


def beginning(word: str) -> str:
    return word[:BEGINNING]


@cache
def _common() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in listed("common"):
        found.setdefault(beginning(word), []).append(word)
    return found


def _is_common(word: str) -> bool:
    return any(is_form_of(word, one) for one in _common().get(beginning(word), ()))


def is_form_of(word: str, name: str) -> bool:
    """Whether they are one word: "Карасуского" of "Карасуский", "ауданының" of "ауданы"; not "абайский" of "Абай", nor
    "аралас" of "Арал"."""
    if word == name:
        return True
    if min(len(word), len(name)) < BEGINNING or not (word.isalpha() and name.isalpha()):
        return False
    same = next((at for at, (one, other) in enumerate(zip(word, name, strict=False)) if one != other), None)
    same = min(len(word), len(name)) if same is None else same
    left = len(name) - same
    is_alike = same >= BEGINNING and left <= (ENDING if same >= SHORT else ENDING - 1)
    return is_alike and _may_end(word[same:], behind_whole_name=left == 0)


def _may_end(rest: str, behind_whole_name: bool) -> bool:
    if rest.startswith(tuple(listed("endings"))):
        return True
    return not rest or rest in listed("cases") if behind_whole_name else len(rest) <= ENDING
