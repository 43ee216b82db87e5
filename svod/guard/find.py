"""All personal data in a text, in one pass: what has a form first, then persons in what is left."""

from svod.guard.identifiers import identifiers
from svod.guard.names import STRONG, known
from svod.guard.persons import persons
from svod.guard.records import Find
from svod.guard.small_letters import in_small_letters
from svod.guard.spelling import spelled
from svod.guard.stories import stories
from svod.packs import Pack

CALLED_AFTER_PEOPLE = ("village", "district")
_PLACES: dict[str, frozenset[str]] = {}  # a geography has thousands of names: they are spelled once for a pack


def find(text: str, language: str, pack: Pack) -> tuple[Find, ...]:
    """What must not leave the circle, in order. None lies within another, but for what a story holds.

    `language` is ru, kk or en; anything else reads the words of all three. The pack's geography tells towns from
    people.
    """
    formed = [*identifiers(text), *in_small_letters(text)]
    named = persons(text, language, _places(pack), formed)
    told = stories(text, language, named)
    return tuple(sorted((*told, *formed, *named), key=lambda one: (one.start, -one.end)))


def _places(pack: Pack) -> frozenset[str]:
    """All words that name places, spelled as names are.

    A village or district called as people are is taken for one of them where no word beside it says what it is.
    """
    if pack.fingerprint not in _PLACES:
        units = pack.geography.units
        _PLACES[pack.fingerprint] = frozenset(
            spelled(word)
            for unit in units
            for name in (*unit.names.values(), *unit.short.values(), *unit.other)
            for word in name.split()
            if word[:1].isupper() and not (unit.kind in CALLED_AFTER_PEOPLE and known(word).first == STRONG)
        )
    return _PLACES[pack.fingerprint]
