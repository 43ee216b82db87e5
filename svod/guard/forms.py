"""A list of words that is looked up by any form of theirs: by the dictionary, not by how a word begins.

"консультация" begins as "консул" does, and is no office that lets a name through.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from svod.language.fold import fold
from svod.language.kk.stems import stems
from svod.language.ru.words import readings

LATIN = re.compile(r"[a-z.'’-]+")
ENGLISH_ENDS = ("", "s", "es", "'s", "’s", "s'", "s’")
POSSESSED_ENDS = ("", "н", "ның", "нің", "на", "не", "нда", "нде", "нан", "нен", "мен", "ндағы", "ндегі")
CHANGES = 2  # letters at a word's end that its forms may lack: "площадь", "площадей"; "посёлок", "посёлка"
SHORTEST = 3


@dataclass(frozen=True, slots=True, eq=False)  # each list is itself alone, so that what is found in it is remembered
class Forms:
    """`whole` words count in that form alone, `words` in all of theirs, and what begins with one of `beginnings`.

    A word with a hyphen is one of the list where one of its parts is: "вице-министр", "школа-гимназия".
    """

    whole: frozenset[str]
    words: frozenset[str]
    beginnings: tuple[str, ...]
    likely: tuple[str, ...]  # how every form of `words` begins: few words need the dictionary

    def __contains__(self, word: str) -> bool:
        return _is_in(self, word)


def forms(entries: Iterable[str]) -> Forms:
    """ "=аким" is that form alone, "мектебі+" it and its cases, "учител*" what begins so, "прокурор" any form."""
    listed = tuple(entries)
    words = frozenset(fold(entry) for entry in listed if entry[0] != "=" and entry[-1] not in "*+")
    possessed = (entry[:-1] for entry in listed if entry[-1] == "+")
    return Forms(
        whole=frozenset(chain(_alone(listed), (word + end for word in possessed for end in POSSESSED_ENDS))),
        words=words,
        beginnings=tuple(entry[:-1] for entry in listed if entry[-1:] == "*"),
        likely=tuple({word[: max(SHORTEST, len(word) - CHANGES)] for word in words}),
    )


@lru_cache(maxsize=50_000)
def _is_in(listed: Forms, word: str) -> bool:
    if word in listed.whole or word.startswith(listed.beginnings):
        return True
    return any(_is_form(listed, part) for part in {word, *word.split("-")})


def _is_form(listed: Forms, word: str) -> bool:
    if not fold(word).startswith(listed.likely):
        return False
    return not listed.words.isdisjoint(map(fold, _dictionary_forms(word)))


def _alone(entries: Iterable[str]) -> Iterable[str]:
    return (entry[1:] for entry in entries if entry[0] == "=")


def _dictionary_forms(word: str) -> Iterable[str]:
    if LATIN.fullmatch(word):
        return (word.removesuffix(end) for end in ENGLISH_ENDS if word.endswith(end))
    return chain((one.normal_form for one in readings(word)), stems(word))
