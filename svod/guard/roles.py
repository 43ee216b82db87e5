"""The words beside a name that say who somebody is: an office, a private person, a thing that bears the name."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from svod.guard.forms import Forms, forms
from svod.language import LANGUAGES
from svod.language.ru.words import readings

REACH = 110  # characters before a name in which its role is looked for
WORD = re.compile(r"\w(?:[\w'’.-]*\w)?|,")
CUT = re.compile(r"[;!?\n«»“”\"()|]|(?<=\w{4})\.\s|(?<=\d)\.\s|(?<=\))")
VERBS = frozenset({"VERB", "INFN", "GRND", "PRTS"})
SHORT = 2  # letters; so short a word that bears a name is an abbreviation
KAZAKH_BETWEEN = 1  # in Kazakh an office stands right before the name


@dataclass(frozen=True, slots=True)
class Role:
    """`kind` is official, private or "" (nothing is said); `word` says it; `beside` where no word stands between."""

    kind: str = ""
    word: str = ""
    beside: bool = False


def role_before(text: str, start: int, since: int, language: str) -> Role:
    """Who the person at `start` is said to be; `since` is where the person before ended."""
    words = _words_before(text, start, since)
    if words and words[-1] in _rules().prepositions:
        return Role()
    for distance, word in enumerate(reversed(words)):
        kind = _kind(word, language)
        if not kind:
            continue
        between = words[len(words) - distance :]
        if kind == "official" and _kind(" ".join(words[: len(words) - distance - 1][-1:]), language) == "private":
            return Role("private", word, beside=not between)  # "классный руководитель"
        if kind == "official" and not _goes_on(word, between, language):
            return Role("", word, beside=False)
        return Role(kind, word, beside=not between and word not in _rules().institutions)
    return Role()


def role_after(text: str, end: int, language: str) -> Role:
    """The role that follows as an apposition: "С. Нуржанова, председатель …"."""
    match = re.match(r"\s?[,(–—-]\s?(?:а\s)?((?:[\w-]+\s){0,2}[\w-]+)", text[end : end + 60])
    for word in match[1].lower().split() if match else ():
        if kind := _kind(word, language):
            return Role(kind, word, beside=False)
    return Role()


def is_role(word: str, language: str) -> bool:
    return bool(_kind(word.lower(), language))


@lru_cache(maxsize=20_000)
def is_bearer(word: str) -> bool:
    """Whether things so called bear names: "Street", "Prize"."""
    return word.lower() in _rules().after


def bears(text: str, start: int, end: int, single: bool) -> bool:
    """Whether something bears the name at [start, end): "школа имени …", "улица …", "… атындағы мектеп".

    A district is called by a `single` word: "аким района Анна Серикова" is a person."""
    rules = _rules()
    before = [word for word in WORD.findall(text[max(0, start - 60) : start].lower()) if word != ","]
    if text[start - 1 : start] == "\n":
        before = []
    if before and len(before[-1]) <= SHORT and not text[max(0, start - 3) : start].rstrip().endswith("."):
        before = []  # "с Ивановой", not "с. Иваново"
    while before and before[-1] in rules.titles:
        before.pop()
    following = re.match(r"[ \u00a0]([\w-]+)", text[end : end + 30])
    bearers = (rules.before, rules.territory) if single else (rules.before,)
    return bool(
        (before and any(before[-1] in words for words in bearers))
        or (following and is_bearer(following[1]))
        or rules.listed_before.search(text, max(0, start - 90), start)
        or rules.listed_after.match(text, end)
    )


def _words_before(text: str, start: int, since: int) -> list[str]:
    window = text[max(since, start - REACH) : start]
    cuts = [cut.end() for cut in CUT.finditer(window)]
    window = window[cuts[-1] if cuts else 0 :].lower()
    for pattern in _rules().complements:
        window = pattern.sub(" ", window)
    return WORD.findall(window)


def _goes_on(word: str, between: Sequence[str], language: str) -> bool:
    """Whether nothing parts the office from the name: no comma, no verb."""
    if not between:
        return True
    if language == "kk":
        return len(between) <= KAZAKH_BETWEEN
    if language == "en":
        return not any(one in _rules().parts or one == "," or one.endswith("ed") for one in between)
    return not any(one == "," or _is_verb(one) for one in between)


def _is_verb(word: str) -> bool:
    found = readings(word)
    return bool(found) and found[0].tag.POS in VERBS


@dataclass(frozen=True, slots=True)
class _Rules:
    official: dict[str, Forms]
    private: dict[str, Forms]
    before: Forms
    territory: Forms
    after: Forms
    titles: Forms
    institutions: Forms
    listed_before: re.Pattern[str]
    listed_after: re.Pattern[str]
    complements: tuple[re.Pattern[str], ...]
    parts: frozenset[str]
    prepositions: frozenset[str]


@lru_cache(maxsize=20_000)
def _kind(word: str, language: str) -> str:
    rules = _rules()
    for spoken in (language,) if language in LANGUAGES else LANGUAGES:
        if word in rules.private[spoken]:
            return "private"
        if word in rules.official[spoken]:
            return "official"
    return ""


@cache
def _rules() -> _Rules:
    table = tomllib.loads(Path(__file__).with_name("roles.toml").read_text(encoding="utf-8"))
    return _Rules(
        official={language: forms(table["official"][language]) for language in LANGUAGES},
        private={language: forms(table["private"][language]) for language in LANGUAGES},
        before=forms(table["bears_before"]["words"]),
        territory=forms(table["bears_before"]["territory"]),
        after=forms(table["bears_after"]["words"]),
        titles=forms(table["bears_before"]["titles"]),
        institutions=forms(table["institutions"]["words"]),
        listed_before=re.compile(table["bears_before"]["listed"]),
        listed_after=re.compile(table["bears_after"]["listed"]),
        complements=tuple(re.compile(pattern) for pattern in table["complements"]["patterns"]),
        parts=frozenset(table["parts"]["en"]),
        prepositions=frozenset(table["prepositions"]["words"]),
    )
