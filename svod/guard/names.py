"""What a capitalised word may be by itself: a first name, a patronymic, a surname, a place, an everyday word."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from svod.guard.spelling import KAZAKH_CASE, bases, root, spelled
from svod.language.kk.letters import is_kazakh
from svod.language.ru.words import ADJECTIVES, is_known, names_person, readings

WEAK, STRONG = 1, 2
UNLIKELY = 0.1  # a reading below is not what a writer meant
# After spelling: -ович, -овна and their cases; -улы, -кызы with Kazakh cases; -ovich, -uly.
PATRONYMIC = re.compile(
    "(?:[оеь]?вич(?:а|у|ем|е|и)?|(?:[оеь]вн|ичн|иничн)(?:а|ы|е|у|ои|ою)|[а-я]{2}(?:улы|кызы|гызы|оглы)(?:н[аыи]?н?|нда|нан|мен|дын|нын)?)$"
)
SURNAME = re.compile(
    "(?:[оеи]в|[иы]н|ск|цк)(?:а|у|ым|им|ом|е|ои|ую|ая|ого|ому|ы|ых|ими|ыми|ии|ии)?(?:[ндт][ыи]н|[гк][ае]|[ндт][ыи]|[дт][ае]н?|н[ае]н|[мбп]ен)?$"
    "|(?:енко|чук|щук|швили|дзе|ян|янц|сон|баи|бек|улы|кызы)(?:а|у|ом|е|ем|я|ю)?$"
)
SURE_SURNAME = re.compile(
    "(?:[а-я]{3}[ое]в|енко|ович|евич|швили)(?:а|у|ым|ом|е|ои|ы|ых)?(?:[ндт][ыи]н|[гк][ае]|[ндт][ыи]|[дт][ае]н?|н[ае]н|[мбп]ен)?$"
)
ADJECTIVE = re.compile("[сц]к(?:ого|ому|ои|ую|ая|ое|им|ом|ие|их|ими|ии)$")
LATIN_LETTER = re.compile("[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Word:
    """`first` and `surname` are 0, WEAK or STRONG; `common` is an everyday word, `animate` one for somebody."""

    letters: str
    root: str
    first: int = 0
    patronymic: bool = False
    surname: int = 0
    common: bool = False
    animate: bool = False
    adjective: bool = False

    @property
    def is_name(self) -> bool:
        return bool(self.first or self.surname or self.patronymic)


def written(word: str) -> Word:
    """As `known`; of words in capitals only those that are surely names: "ИВАНОВА", but not "ИИН"."""
    if not (word.isupper() and len(word) > 1):
        return known(word)
    found = known(word.capitalize())
    sure = found.patronymic or STRONG in (found.first, found.surname)
    return found if sure else Word(found.letters, found.root, common=True)


@lru_cache(maxsize=50_000)
def known(word: str) -> Word:
    """What the word may be, by the dictionary, the lists and its ending."""
    letters = spelled(word.removesuffix("'s").removesuffix("’s").replace(" ", ""))
    if not all(part[:1].isupper() for part in word.split("-")):  # "Ата-ана"; a double name has two capitals
        return Word(letters, root(letters), common=True)
    latin = LATIN_LETTER.search(word) is not None
    in_russian = not (latin or is_kazakh(word)) and is_known(word)
    found = readings(word) if in_russian else ()
    common = word in _lists().words or _is_everyday(found)
    return Word(
        letters,
        root(letters),
        first=_first(letters, found, common, latin),
        patronymic=_is_patronymic(letters, found),
        surname=_surname(KAZAKH_CASE.sub("", letters) if word.endswith("ң") else letters, found, common),
        common=common,
        animate=any(one.tag.POS == "NOUN" and one.tag.animacy == "anim" for one in found),
        adjective=bool(ADJECTIVE.search(letters)) or (bool(found) and all(map(_is_adjective, found))),
    )


def _is_adjective(reading: Any) -> bool:
    return reading.tag.POS in ADJECTIVES


def _is_everyday(found: tuple[Any, ...]) -> bool:
    """Whether the word is likely to be no name: "спасибо", "вера", but not "Нурлана"."""
    plain = [one for one in found if not names_person(one) and "Geox" not in one.tag]
    return bool(found) and (len(plain) == len(found) or any(one.score > UNLIKELY for one in plain))


def _first(letters: str, found: tuple[Any, ...], common: bool, latin: bool) -> int:
    lists = _lists()
    forms = tuple(bases(letters, kazakh=not found))  # what the Russian dictionary has, ends the Russian way
    weak = lists.weak_latin if latin else lists.weak
    if any(form in weak for form in forms):
        return WEAK
    listed = any(form in lists.first for form in forms)
    if any("Name" in one.tag for one in found) or listed or (latin and any(form in lists.english for form in forms)):
        return WEAK if common else STRONG
    if found or len(letters) < 5:
        return 0
    made = letters.startswith(lists.begins) or any(len(form) > 5 and form.endswith(lists.ends) for form in forms)
    return WEAK if made else 0


def _is_patronymic(letters: str, found: tuple[Any, ...]) -> bool:
    if found:
        return any("Patr" in one.tag for one in found)
    return len(letters) > 5 and PATRONYMIC.search(letters) is not None


def _surname(letters: str, found: tuple[Any, ...], common: bool) -> int:
    listed = any(form in _lists().surnames for form in bases(letters))
    sure = len(letters) > 4 and SURE_SURNAME.search(letters) is not None
    if found:
        if any("Surn" in one.tag for one in found):
            return WEAK if common else STRONG
        return WEAK if listed or sure else 0
    if sure:
        return STRONG
    return WEAK if listed or (len(letters) > 4 and SURNAME.search(letters)) else 0


@dataclass(frozen=True, slots=True)
class _Lists:
    first: frozenset[str]
    english: frozenset[str]
    weak: frozenset[str]
    weak_latin: frozenset[str]
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    surnames: frozenset[str]
    words: frozenset[str]  # that begin sentences
    things: frozenset[str]
    figures: frozenset[tuple[str, str]]
    figures_alone: frozenset[str]


def is_thing(word: str) -> bool:
    """Whether names of things have such a word: "Round", "Council"."""
    return word.removesuffix("'s").removesuffix("’s") in _lists().things


def is_figure(letters: tuple[str, ...]) -> bool:
    """Whether these words, first name and surname in either order, name somebody of history."""
    lists = _lists()
    roots = tuple(map(root, letters))
    if len(roots) == 1:
        return roots[0] in lists.figures_alone
    return any(pair in lists.figures for pair in ((roots[0], roots[-1]), (roots[-1], roots[0]), roots[:2], roots[-2:]))


@cache
def _lists() -> _Lists:
    table = tomllib.loads(Path(__file__).with_name("names.toml").read_text(encoding="utf-8"))
    pairs = [tuple(root(spelled(word)) for word in entry.split()) for entry in table["figures"].split(",")]
    return _Lists(
        first=frozenset(spelled(name) for key in ("turkic", "russian") for name in table[key].split()),
        english=frozenset(spelled(name) for name in table["english"].split()),
        weak=frozenset(spelled(name) for name in table["weak"].split() if not name.isascii()),
        weak_latin=frozenset(spelled(name) for name in table["weak"].split() if name.isascii()),
        begins=tuple(spelled(begin) for begin in table["turkic_begins"]),
        ends=tuple(spelled(end) for end in table["turkic_ends"]),
        surnames=frozenset(spelled(name) for name in table["surnames"].split()),
        words=frozenset(word for key in ("english_words", "kazakh_words") for word in table[key].split()),
        things=frozenset(table["english_things"].split()),
        figures=frozenset((pair[0], pair[-1]) for pair in pairs),
        figures_alone=frozenset(root(spelled(name)) for name in table["figures_alone"].split()),
    )
