"""Search that knows word forms: what a text and a question have in common is a dictionary form, in either language.

"школам" finds "в школах", "мектепте" finds "мектептерінде"; a word in quotation marks is found as it is written.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from svod.language.fold import fold
from svod.language.kk.letters import LETTERS

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_ASKED = re.compile(r"[«\"“]([^»\"”]*)[»\"”]|([^\s«»\"“”]+)")
_KAZAKH = frozenset(LETTERS)
EXACT = "="  # before a word as it is written
MOST_WORDS = 12  # of a question


def words_of(texts: Iterable[str], language: str = "") -> tuple[str, ...]:
    """What the texts are found by: each word as written, and each dictionary form it may belong to."""
    found: set[str] = set()
    for text in texts:
        for word in _words(text):
            found.update(_found_by(word, language))
    return tuple(sorted(found))


@lru_cache(maxsize=20_000)  # the names of a kind, in three languages, are words of each of its activities
def _found_by(word: str, language: str) -> frozenset[str]:
    return frozenset((EXACT + fold(word), *_forms(word, language)))


def asked_words(question: str) -> tuple[frozenset[str], ...]:
    """For each word of the question, what it may be found by; a word in quotation marks only as it is written."""
    wanted: list[frozenset[str]] = []
    for exact, loose in _ASKED.findall(question)[:MOST_WORDS]:
        wanted += (frozenset({EXACT + fold(word)}) for word in _words(exact))
        wanted += (frozenset({EXACT + fold(word), *_forms(word, "")}) for word in _words(loose))
    return tuple(wanted)


def _words(text: str) -> Iterator[str]:
    return (match[0].lower() for match in _WORD.finditer(text))


def _forms(word: str, language: str) -> Iterator[str]:
    """In both languages where nobody can see which one it is."""
    from svod.language.kk.stems import stems  # the dictionary is wanted only where somebody reads or asks
    from svod.language.ru.lemmas import lemmas

    if word.isdigit() or word.isascii():
        return
    if not _KAZAKH & set(word):
        yield from map(fold, lemmas(word))
    if language != "ru" or _KAZAKH & set(word):
        yield from map(fold, stems(word))
