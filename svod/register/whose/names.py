"""Every name by which an organisation goes, and where one stands in a text."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from svod.register.models import Level, Organisation
from svod.register.units import units
from svod.register.whose.words import beginning, is_form_of, listed, words_of

Name = tuple[str, ...]
IN_HONOUR_RU = re.compile(r"\b(?:имени|им\.?)\s*(?:\w\.\s*)?$", re.IGNORECASE)
IN_HONOUR_KK = re.compile(r"\w*\s+(?:атында|ат\.)", re.IGNORECASE)
NICKNAME = re.compile(r"[«“\"]([^»”\"]+)[»”\"]")


@dataclass(frozen=True, slots=True)
class Named:
    """A name met at [start, end), and the keys of all that bear it."""

    start: int
    end: int
    keys: frozenset[int]


class Names:
    """Of these organisations; the national one's are none, since every head of a letter may hold it."""

    def __init__(self, organisations: Iterable[Organisation]) -> None:
        self.paths: dict[int, str] = {}
        bearers: dict[Name, set[int]] = defaultdict(set)
        nicknames: dict[Name, set[int]] = defaultdict(set)
        highest: dict[str, int] = {}
        for one in organisations:  # in the tree's order: the first at a unit is the one that works in all of it
            self.paths[one.pk] = one.path
            if one.level == Level.NATIONAL:
                continue
            highest.setdefault(one.unit, one.pk)
            for name in _own(one):
                bearers[name].add(one.pk)
            for text in NICKNAME.findall(one.name):
                nicknames[_plain(text)].add(one.pk)
        known = units()
        for unit, key in highest.items():
            for text in known.names(unit):
                bearers[_plain(text)].add(key)
        self._names, self._nicknames = _by_beginning(bearers), _by_beginning(nicknames)

    def met(self, text: str, nicknames: bool = False) -> Iterator[Named]:
        """The names in it, the longest at each place: "Костанайский район" is not "Костанай". A nickname, the "Арман"
        of «Школа "Арман"», is looked for where nothing but a name stands: in a text it may be anything's."""
        words, at = words_of(text), 0
        while at < len(words):
            following = [word.text for word in words[at:]]
            length, keys = _there(self._names, following)
            if not keys and nicknames:
                length, keys = _there(self._nicknames, following)
            if keys and not _honours(text, words[at].start, words[at + length - 1].end):
                yield Named(words[at].start, words[at + length - 1].end, keys)
            at += length or 1


def _honours(text: str, start: int, end: int) -> bool:
    """Whether what stands there is somebody's name that something bears: "имени Абая", "Абай атындағы"."""
    return bool(IN_HONOUR_RU.search(text[:start]) or IN_HONOUR_KK.match(text[end:]))


ByBeginning = dict[str, list[tuple[Name, frozenset[int]]]]


def _by_beginning(bearers: dict[Name, set[int]]) -> ByBeginning:
    """The longest first."""
    found: ByBeginning = defaultdict(list)
    for name in sorted((one for one in bearers if one), key=len, reverse=True):
        found[beginning(name[0])].append((name, frozenset(bearers[name])))
    return found


def _there(names: ByBeginning, words: list[str]) -> tuple[int, frozenset[int]]:
    """How many words the longest name has that stands there, and all that bear it, each in its own spelling."""
    known = names.get(beginning(words[0]), ())
    there = [(len(name), keys) for name, keys in known if _stands_in(name, words)]
    longest = there[0][0] if there else 0
    return longest, frozenset().union(*(keys for length, keys in there if length == longest))


def _own(one: Organisation) -> Iterator[Name]:
    for text in (one.name, one.name_kk, one.short):
        yield _plain(text)
    if one.level == Level.PRIMARY:
        yield from _numbered(_plain(one.name))
        yield from _called_otherwise(_plain(one.name))


def _numbered(name: Name) -> Iterator[Name]:
    """ "СШ 7", "7 мектеп" of a school called "Школа-гимназия № 7"."""
    number = next((word for word in name if word.isdigit()), None)
    if number and any(word in listed("schools") for word in name):
        for word in listed("schools"):
            yield word, number
            yield number, word


def _called_otherwise(name: Name) -> Iterator[Name]:
    """ "школа Тургенева" of "СШ имени Тургенева"."""
    general = listed("general")
    if len(name) > 1 and not any(word.isdigit() for word in name):
        for at, word in enumerate(name):
            if word in general:
                yield from ((*name[:at], other, *name[at + 1 :]) for other in general)


def _plain(text: str) -> Name:
    return tuple(word.text for word in words_of(text))


def _stands_in(name: Name, words: list[str]) -> bool:
    return len(name) <= len(words) and all(map(is_form_of, words, name))
