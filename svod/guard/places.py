"""The words that name places, which tell towns from people."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from svod.guard.names import STRONG, known
from svod.guard.spelling import bases, spelled
from svod.packs import Pack

CALLED_AFTER_PEOPLE = ("village", "district")


@dataclass(frozen=True, slots=True, eq=False)  # each is itself alone, so that what is found in it is remembered
class Places:
    """The words of places' names, spelled as names are.

    `others` are villages and districts, each with the words so spelled: one called as people are is taken for one of
    them where no word beside it says what it is. Few are ever met, so the dictionary is asked only for those.
    """

    towns: frozenset[str]
    others: Mapping[str, frozenset[str]]

    def __contains__(self, letters: str) -> bool:
        return letters in self.towns or any(known(word).first != STRONG for word in self.others.get(letters, ()))


_PLACES: dict[str, Places] = {}  # a geography has thousands of names: they are spelled once for a pack


def places_of(pack: Pack) -> Places:
    if pack.fingerprint not in _PLACES:
        _PLACES[pack.fingerprint] = _spelled(pack)
    return _PLACES[pack.fingerprint]


def _spelled(pack: Pack) -> Places:
    towns: set[str] = set()
    others: dict[str, set[str]] = defaultdict(set)
    for unit in pack.geography.units:
        for name in (*unit.names.values(), *unit.short.values(), *unit.other):
            for word in name.split():
                if not word[:1].isupper():
                    continue
                if unit.kind in CALLED_AFTER_PEOPLE:
                    others[spelled(word)].add(word)
                else:
                    towns.add(spelled(word))
    return Places(frozenset(towns), {letters: frozenset(words) for letters, words in others.items()})


@lru_cache(maxsize=50_000)
def is_place(letters: str, places: Places) -> bool:
    """Whether it names one, in any case."""
    return any(form in places for form in bases(letters))
