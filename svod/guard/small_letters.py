"""Names typed without capitals, as chats have them, known by the patronymic: "анна петровна", "айгерим болатқызы"."""

import re
from collections.abc import Collection, Iterator

from svod.guard.keys import key_of
from svod.guard.names import STRONG, known
from svod.guard.pieces import Remembered
from svod.guard.records import Find

CERTAINTY = 0.8
PATRONYMIC = re.compile(r"\b[а-яёәғқңөұүһі]{3,}(?:[оеь]вич|[ое]вн|ичн|ұлы|қызы|улы|кызы)[а-яёәғқңөұүһі]{0,4}(?![\w-])")
WORD_BEFORE = re.compile(r"(?<![\w-])([а-яёәғқңөұүһі]{2,}) $")
WORD_AFTER = re.compile(r" ([а-яёәғқңөұүһі]{3,})(?![\w-])")


def in_small_letters(text: str, words: Collection[str]) -> Iterator[Find]:
    """A first name and a patronymic, with the surname before or after them. `words` are the text's pieces."""
    if not any(map(_HAS_PATRONYMIC.__getitem__, words)):
        return
    for match in PATRONYMIC.finditer(text):
        first = WORD_BEFORE.search(text, max(0, match.start() - 30), match.start())
        if not first or not known(first[1].capitalize()).first or not _is_patronymic(match[0]):
            continue
        start, end = first.start(1), match.end()
        surname = WORD_BEFORE.search(text, max(0, start - 30), start)
        if surname and _is_surname(surname[1]):
            start = surname.start(1)
        surname = WORD_AFTER.match(text, end)
        if surname and _is_surname(surname[1]):
            end = surname.end(1)
        words = text[start:end]
        yield Find("name", start, end, "", CERTAINTY, "patronymic", key_of("person", words))


def _has_patronymic(piece: str) -> bool:
    """Most that end as patronymics do are "основной" or "первичной"."""
    return any(map(_is_patronymic, PATRONYMIC.findall(piece)))


_HAS_PATRONYMIC = Remembered(_has_patronymic)


def _is_patronymic(word: str) -> bool:
    return known(word.capitalize()).patronymic


def _is_surname(word: str) -> bool:
    found = known(word.capitalize())
    return found.surname == STRONG and not found.common
