"""A Kazakh noun without its endings, for search: the rules that give the endings tell also which word they stand on."""

import re
from functools import lru_cache
from itertools import product

from svod.language.fold import fold
from svod.language.forms import Number
from svod.language.kk.inflect import CASES, PLURAL_ENDINGS, POSSESSIVES, Possessive, endings, hardened, inflect

Path = tuple[Number, Possessive, str]

SHORTEST = 2  # letters: ұл, ән, ат
_LETTERS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=50_000)
def stems(word: str) -> tuple[str, ...]:
    """The words whose form this may be, the shortest first, itself last: "мектептерінде" -> мектеп, …

    A stem is one only if the rules make this very form of it; written without the Kazakh letters, too ("окушыларга").
    """
    word = word.lower()
    if not _LETTERS.fullmatch(word):
        return (word,)
    wanted, paths = fold(word), _paths()
    found = [
        stem
        for cut in range(SHORTEST, len(word))
        for path in paths.get(wanted[cut:], ())
        for stem in hardened(word[:cut], path[1])
        if fold(_form(stem, path)) == wanted
    ]
    return tuple(dict.fromkeys([*found, word]))


def _form(stem: str, path: Path) -> str:
    number, possessive, case = path
    return inflect(stem, case, number, possessive)


@lru_cache(maxsize=1)
def _paths() -> dict[str, list[Path]]:
    """Every run of endings, as folded, with what it may stand for. Some are none: `stems` tries them."""
    found: dict[str, list[Path]] = {}
    numbers: tuple[tuple[Number, tuple[str, ...]], ...] = (("sing", ("",)), ("plur", PLURAL_ENDINGS))
    for (number, plurals), possessive, case in product(numbers, POSSESSIVES, CASES):
        for plural, own, ending in product(plurals, endings("possessive", possessive), endings("case", case)):
            run, path = fold(plural + own + ending), (number, possessive, case)
            if run and path not in found.setdefault(run, []):
                found[run].append(path)
    return found
