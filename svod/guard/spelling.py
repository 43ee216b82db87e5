"""One spelling for a name: Айгүл, Айгуль and Aigul become the same letters, and its endings come off."""

import re
from collections.abc import Iterator
from functools import lru_cache

from svod.language.fold import fold

# English-style transliteration, longest first.
LATIN = {
    "skiy": "ски", "shch": "щ", "zh": "ж", "kh": "х", "gh": "г", "ch": "ч", "sh": "ш", "ts": "ц", "yu": "ю", "ya": "я",
    "yo": "е", "ye": "е", "ey": "еи", "ay": "аи", "oy": "ои", "ck": "к", "ph": "ф",
    **dict(zip("abcdefghijklmnopqrstuvwxyz", "абкдефгхижклмнопкрстуввхыз", strict=True)),
}  # fmt: skip
_LATIN_RUN = re.compile("[a-z]+")
_DOUBLED = re.compile(r"(\w)\1")
_SIGNS = str.maketrans({"й": "и", "ь": "", "ъ": "", "э": "е", "’": "", "'": ""})

KAZAKH_CASE = re.compile(  # ң is н here, ғ is г; what begins with н alone stands after a possessive: "Серікұлына"
    "(?:[ндт][ыи]н|[гк][ае]|[ндт][ыи]|[дт][ае]н?|н[ае]н|(?<=[лз]ы)н[ае]|(?<=[лз]ы)нд[ае]|[мбп]ен|(?<=[лз]ы)н)$"
)
RUSSIAN_CASE = ("ою", "ей", "ем", "ом", "ой", "ым", "им", "ою", "ью", "а", "я", "у", "ю", "е", "и", "ы")
RUSSIAN_NOMINATIVE = ("", "а", "я", "и")  # й is и here: "Толганая"


@lru_cache(maxsize=50_000)
def spelled(name: str) -> str:
    """The letters a name is compared by."""
    letters = _LATIN_RUN.sub(_in_cyrillic, fold(name))
    return _DOUBLED.sub(r"\1", letters.translate(_SIGNS))


def bases(letters: str, kazakh: bool = True) -> Iterator[str]:
    """What the name may be in the nominative: itself, without a Kazakh ending, without a Russian one."""
    yield letters
    bare = KAZAKH_CASE.sub("", letters) if kazakh else letters
    if bare != letters and len(bare) > 2:
        yield bare
        yield letters[: len(bare) + 1]  # a doubled letter was made one: "салтанат|тың"
    for ending in RUSSIAN_CASE:
        ending = spelled(ending)
        if ending and letters.endswith(ending) and len(letters) - len(ending) > 2:
            stem = letters[: -len(ending)]
            for nominative in RUSSIAN_NOMINATIVE:
                yield stem + nominative


def root(letters: str) -> str:
    """What all cases of a name share: "соколова", "соколову", "соколовым" -> "соколов"."""
    bare = KAZAKH_CASE.sub("", letters) if len(letters) > 5 else letters
    for ending in ("скои", "ская", "скую", "ского", "скому", "ским", "ском", "скии"):
        if bare.endswith(ending):
            return bare[: -len(ending)] + "ск"
    while len(bare) > 3 and bare[-1] in "аяуюеиыомй":
        bare = bare[:-1]
    return bare


def _in_cyrillic(run: re.Match[str]) -> str:
    letters = run[0]
    for latin, cyrillic in LATIN.items():
        letters = letters.replace(latin, cyrillic)
    return letters
