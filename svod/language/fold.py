"""One spelling for all: small letters, Kazakh typed on a Russian keyboard, Latin letters that look Cyrillic.

Every letter is replaced by one letter, so a position in the folded text is the same position in the text.
"""

import re
from functools import lru_cache

# қ is typed к, ғ г …; ə is the Latin schwa, i and h stand for і and һ.
KAZAKH = dict(zip("қғәөұүіңһёə", "кгаоууинхеа", strict=True))
# Latin letters of the new Kazakh alphabets lose their marks.
LATIN = tuple(zip("áäǵğıńñóöúüūýşç", "aagginnoouuuysc", strict=True))
SPACES = dict.fromkeys("\u00a0\u2007\u2009\u202f", " ")
HYPHENS = dict.fromkeys("\u2010\u2011\u2212", "-")
LOOKALIKES = str.maketrans("abcehikmoptxy", "авсеникмортху")

_REPLACED = tuple({**KAZAKH, **SPACES, **HYPHENS}.items())
_LOOKALIKE_RUN = re.compile("[abcehikmoptxy]+")
# "B целом": the preposition typed in Latin, before a Cyrillic word.
# It begins with the letter, so that the search leaps from letter to letter.
_ALONE = re.compile(r"[abcehikmoptxy](?<!\S.)(?= {1,3}[а-я]{2})")
_CYRILLIC = re.compile("[а-я]")
_LATIN = frozenset("abcdefghijklmnopqrstuvwxyz")


def fold(text: str) -> str:
    """The text in one spelling, exactly as long: "Елуге жуық оқушы" and "елуге жуык окушы" become the same.

    Spaces that do not break become plain ones. Latin letters change only inside a word written in Cyrillic.
    """
    # "İ" is the only character whose small form is two characters long.
    folded = text.replace("İ", "i").lower()
    if folded.isascii():
        return folded
    # A chain of replacements of one letter is 20 times as fast as str.translate outside ASCII.
    for letter, plain in _REPLACED:
        folded = folded.replace(letter, plain)
    if _CYRILLIC.search(folded) is None:
        for letter, plain in LATIN:
            folded = folded.replace(letter, plain)
        return folded
    folded = _LOOKALIKE_RUN.sub(_cyrillic_among_cyrillic, folded)
    return _ALONE.sub(lambda letter: letter[0].translate(LOOKALIKES), folded)


@lru_cache(maxsize=10_000)
def fold_phrase(phrase: str) -> str:
    """The same for a few words, remembered: it is always the same phrases that are asked for."""
    return fold(phrase)


def _cyrillic_among_cyrillic(run: re.Match[str]) -> str:
    """ "вcтречи" with a Latin "c" is a Russian word; "zoom" is not, nor is the "o" of "zoomда"."""
    text, (start, end) = run.string, run.span()
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in _LATIN or after in _LATIN or not (_is_cyrillic(before) or _is_cyrillic(after)):
        return run[0]
    return run[0].translate(LOOKALIKES)


def _is_cyrillic(letter: str) -> bool:
    return "а" <= letter <= "я"
