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
_ALIKE = "abcehikmoptxy"
LOOKING_ALIKE = frozenset(_ALIKE)
LOOKALIKES = str.maketrans(_ALIKE, "авсеникмортху")
PRINTED = LOOKALIKES | str.maketrans("ABCEHIKMOPTXY", "АВСЕНІКМОРТХУ") | str.maketrans("i", "і")

_REPLACED = tuple({**KAZAKH, **SPACES, **HYPHENS}.items())
# "Вcтречи" with a Latin "c" is a Russian word; "zoom" is not, nor is the "o" of "zoomда": Cyrillic stands on one side,
# Latin on none. It begins with a letter, so that the search leaps from letter to letter, as the next one does.
_AMONG_CYRILLIC = re.compile(
    r"[abcehikmoptxy](?:(?<=[а-я].)[abcehikmoptxy]*+(?![a-z])|(?<![a-z].)[abcehikmoptxy]*+(?=[а-я]))"
)
# "B целом": the preposition typed in Latin, before a Cyrillic word.
_ALONE = re.compile(r"[abcehikmoptxy](?<!\S.)(?= {1,3}[а-я]{2})")
_CYRILLIC = re.compile("[а-я]")
_LATIN = re.compile("[A-Za-z]")
_WORD = re.compile(r"[^\W\d_]+")


def fold(text: str) -> str:
    """The text in one spelling, exactly as long: "Елуге жуық оқушы" and "елуге жуык окушы" become the same.

    Spaces that do not break become plain ones. Latin letters change only inside a word written in Cyrillic.
    """
    folded = _with_plain_letters(text)
    if folded.isascii():
        return folded
    if _CYRILLIC.search(folded) is None:
        for letter, plain in LATIN:
            folded = folded.replace(letter, plain)
        return folded
    if not any(letter in folded for letter in _ALIKE):  # as in most texts
        return folded
    return _ALONE.sub(_in_cyrillic, _AMONG_CYRILLIC.sub(_in_cyrillic, folded))


def fold_piece(piece: str) -> str:
    """What `fold` makes of what stands between blanks in a text in Cyrillic, unless it is one of `LOOKING_ALIKE`."""
    return _AMONG_CYRILLIC.sub(_in_cyrillic, _with_plain_letters(piece))


def _with_plain_letters(text: str) -> str:
    # "İ" is the only character whose small form is two characters long.
    folded = text.replace("İ", "i").lower()
    if folded.isascii():
        return folded
    # A chain of replacements of one letter is 20 times as fast as str.translate outside ASCII.
    for letter, plain in _REPLACED:
        folded = folded.replace(letter, plain)
    return folded


def with_plain_spaces(text: str) -> str:
    """Spaces that do not break become plain ones, as they do in `fold`."""
    for space, plain in SPACES.items():
        text = text.replace(space, plain)
    return text


@lru_cache(maxsize=10_000)
def fold_phrase(phrase: str) -> str:
    """The same for a few words, remembered: it is always the same phrases that are asked for."""
    return fold(phrase)


def in_one_script(text: str) -> str:
    """ "библиoтека" with a Latin "o" as it was meant, for a name that is printed; capitals stay capitals."""
    return _WORD.sub(lambda word: _as_meant(word[0]), text)


def _as_meant(word: str) -> str:
    if not _CYRILLIC.search(word.lower()):
        return word
    meant = word.translate(PRINTED)
    return word if _LATIN.search(meant) else meant  # "zoomда" is in two scripts on purpose


def _in_cyrillic(letters: re.Match[str]) -> str:
    return letters[0].translate(LOOKALIKES)
