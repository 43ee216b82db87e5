"""The words of the three languages' numbers.toml, folded, and where in a text one of them may begin."""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from svod.language import LANGUAGES
from svod.language.fold import fold
from svod.language.once import Once

LETTERS = r"[^\W\d_]+"
FIRST_WORD = re.compile(LETTERS)
Table = Mapping[str, Any]
Place = tuple[int, str]  # where something may begin, and the word, the digits or the sign there


@dataclass(frozen=True, slots=True)
class Lexeme:
    """What a word is to a number.

    `kind`: unit ("двадцать"), scale ("тысяч"), many ("сотни"), vague ("несколько"), ordinal; before ("свыше"),
    after ("астам"), among ("аралығында"). `value` is a number's; `case` its Kazakh case, or the case an "after" word
    wants; `sense` is what a before or after word makes of the number.
    """

    kind: str
    value: float = 0
    sense: str = ""
    case: str = ""


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Everything that reading numbers needs from the data. All words are folded."""

    lexemes: dict[str, Lexeme]  # words, phrases and signs
    begun: dict[str, tuple[str, ...]]  # the first word of each, or the sign -> those that begin so, longest first
    piece: re.Pattern[str]  # digits, a word without hyphens, or a sign
    signs: frozenset[str]  # "~"
    suffixes: dict[str, str]  # ending behind digits -> what it tells: ablative, dative, like, ordinal, …
    suffix: re.Pattern[str]  # any of them, in its first group
    case_endings: dict[str, tuple[str, ...]]  # Kazakh case -> endings of a noun in it
    between: frozenset[str]
    joining: frozenset[str]  # words of "30 бен 40 аралығында"
    either: frozenset[str]  # "13 или 14"
    or_more: frozenset[str]  # "50 и более"
    labels: frozenset[str]  # words that name by number
    behind: dict[str, re.Pattern[str]]  # what gives a number its role: first letter -> all words, a group for a role
    counted: frozenset[str]
    never: frozenset[str]  # alone
    doubtful: frozenset[str]
    doubtful_nouns: tuple[str, ...]

    def places_in(self, folded: str) -> tuple[Place, ...]:
        """Where a number, or what says something of one, may begin: at digits, at one of the words, at a sign."""
        pieces = self.piece.finditer(folded)
        return tuple((piece.start(), piece[0]) for piece in pieces if piece[0] in self.begun or piece[0].isdecimal())


def number_words() -> NumberWords:
    """The compiled words, made at first use."""
    return _COMPILED.get()


def _compiled() -> NumberWords:
    tables = [language_table(language, "numbers") for language in LANGUAGES]
    lexemes: dict[str, Lexeme] = {}
    for table in tables:
        for words, lexeme in _entries(table):
            for phrase in _spacings(fold(words)):
                lexemes.setdefault(phrase, lexeme)
    kazakh = tables[LANGUAGES.index("kk")]
    suffixes = _suffixes(tables)
    signs = frozenset(phrase for phrase in lexemes if not phrase[0].isalpha())
    return NumberWords(
        lexemes=lexemes,
        begun=by_first_word(lexemes),
        piece=re.compile(rf"[0-9]+|{LETTERS}|[{re.escape(''.join(sorted(signs)))}]"),
        signs=signs,
        suffixes=suffixes,
        suffix=_suffix_pattern(suffixes),
        case_endings={case: tuple(fold(kazakh["suffix"][case]).split()) for case in ("ablative", "dative")},
        between=_words(tables, "between", "words"),
        joining=_words(tables, "range", "between"),
        either=_words(tables, "range", "either"),
        or_more=_words(tables, "or_more", "words"),
        labels=_words(tables, "label", "words"),
        behind=_behind(tables),
        counted=_words(tables, "before", "counted"),
        never=_words(tables, "never", "words"),
        doubtful=_words(tables, "doubtful", "words"),
        doubtful_nouns=tuple(_words(tables, "doubtful", "nouns")),
    )


_COMPILED = Once(_compiled)


def by_first_word(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The first word of each, or its sign -> those that begin so, longest first."""
    begun: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        begun.setdefault(first_word(phrase, 0), []).append(phrase)
    return {first: tuple(longest_first) for first, longest_first in begun.items()}


def first_word(folded: str, start: int) -> str:
    """The letters that stand there, up to the first other sign, or else that sign."""
    letters = FIRST_WORD.match(folded, start)
    return letters[0] if letters else folded[start]


def language_table(language: str, name: str) -> Table:
    """One language's file of data, as it is written."""
    return tomllib.loads(files("svod.language").joinpath(language, f"{name}.toml").read_text(encoding="utf-8"))


def alternatives(words: Iterable[str]) -> str:
    """A pattern for any of the words, folded, longest first. "класс*" is any word that begins so."""
    return "|".join(_pattern(fold(word)) for word in sorted(set(words), key=len, reverse=True))


def _pattern(word: str) -> str:
    if word.endswith("*"):
        return re.escape(word[:-1])
    return re.escape(word) + ("(?![а-яa-z])" if word[-1:].isalpha() else "")


def _entries(table: Table) -> Iterator[tuple[str, Lexeme]]:
    """Every word or phrase of one language with what it is."""
    yield from _cardinals(table)
    for word in _ordinals(table.get("ordinal", {})):
        yield word, Lexeme("ordinal")
    for sense, phrases in table["before"].items():
        if sense != "counted":
            yield from ((phrase, Lexeme("before", sense=sense)) for phrase in phrases)
    for case, senses in table["after"].items():
        for sense, phrases in senses.items():
            yield from ((phrase, Lexeme("after", sense=sense, case=case)) for phrase in phrases)
    yield from ((word, Lexeme("before", sense="to")) for word in table.get("range", {}).get("to", ()))
    yield from ((word, Lexeme("among")) for word in table.get("range", {}).get("among", ()))


def _cardinals(table: Table) -> Iterator[tuple[str, Lexeme]]:
    for section, kind in (("cardinal", "unit"), ("scale", "scale"), ("many", "many"), ("vague", "vague")):
        for number, words in table[section].items():
            for word in words.split():
                yield word.replace("_", " "), Lexeme(kind, float(number))
    if "ablative" in table["suffix"]:
        yield from _kazakh_cases(table)


def _kazakh_cases(table: Table) -> Iterator[tuple[str, Lexeme]]:
    """ "жүзден", "елуге": every number word with every ending of a case; endings of the wrong harmony are harmless."""
    for case in ("ablative", "dative", "like", "other"):
        for ending in table["suffix"][case].split():
            for section, kind in (("cardinal", "unit"), ("scale", "scale")):
                for number, words in table[section].items():
                    for word in words.split():
                        yield word.replace("_", " ") + ending, Lexeme(kind, float(number), case=case)


def _ordinals(table: Table) -> Iterator[str]:
    yield from table.get("forms", "").split()
    for stem in table.get("stems", "").split():
        yield from (stem + ending for ending in table["endings"].split())


def _spacings(phrase: str) -> tuple[str, ...]:
    """A phrase as it is met: its words one space, two spaces or a line apart."""
    return (phrase, phrase.replace(" ", "  "), phrase.replace(" ", "\n")) if " " in phrase else (phrase,)


def _suffixes(tables: Iterable[Table]) -> dict[str, str]:
    """The first language that knows an ending tells what it means."""
    meanings: dict[str, str] = {}
    for table in tables:
        for meaning, endings in table["suffix"].items():
            for ending in fold(endings).split():
                meanings.setdefault(ending, meaning)
    return meanings


def _suffix_pattern(suffixes: Iterable[str]) -> re.Pattern[str]:
    """What is written to the digits: "70-ти", "300-ден", "500ден", "2х". One letter alone, as in "9а", is none."""
    longest_first = sorted(suffixes, key=len, reverse=True)
    glued = "|".join(suffix for suffix in longest_first if len(suffix) > 1 or suffix in "хй")
    return re.compile(rf"(?:[-–](?=(?:{'|'.join(longest_first)})(?![а-яa-z]))|(?=(?:{glued})(?![а-яa-z])))([а-яa-z]+)")


def _words(tables: Iterable[Table], section: str, name: str) -> frozenset[str]:
    return frozenset(word for table in tables for word in fold(table.get(section, {}).get(name, "")).split())


def _behind(tables: Iterable[Table]) -> dict[str, re.Pattern[str]]:
    """What may stand behind a number. A language's exceptions come first: "quantity"."""
    by_letter: dict[str, dict[str, list[str]]] = {}
    for table in tables:
        for role, words in {**table["but"], **table["role"]}.items():
            for word in words:
                by_letter.setdefault(fold(word[0]), {}).setdefault(role, []).append(word)
    return {letter: _grouped(roles) for letter, roles in by_letter.items()}


def _grouped(roles: Mapping[str, list[str]]) -> re.Pattern[str]:
    exceptions_first = sorted(roles.items(), key=lambda item: item[0] != "quantity")
    return re.compile("|".join(f"(?P<{role}>{alternatives(words)})" for role, words in exceptions_first))
