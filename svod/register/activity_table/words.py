"""What the table says, and how people may head its columns: all of it is in words.toml."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from svod.language import LANGUAGES
from svod.register.workbook import plain

WORDS = Path(__file__).with_suffix(".toml")
BOTH = ("ru", "kk")
CHOICES: Mapping[str, tuple[str, ...]] = {"both": BOTH, **{one: (one,) for one in LANGUAGES}}
MARK = "svod"  # heads the hidden column
LISTS = "svod"  # the hidden sheet
BETWEEN = " / "  # two languages in one cell


@cache
def told() -> Mapping[str, Any]:
    return tomllib.loads(WORDS.read_text(encoding="utf-8"))


def columns() -> tuple[str, ...]:
    return tuple(told()["columns"])


def written(words: Mapping[str, Any], languages: Iterable[str]) -> str:
    """The first words of each language: "Вид / Түрі". What both say alike stands once."""
    first = (words[one] if isinstance(words[one], str) else words[one][0] for one in languages)
    return BETWEEN.join(dict.fromkeys(first))


def heading(code: str, languages: Iterable[str]) -> str:
    return written(told()["columns"][code], languages)


@cache
def _known() -> Mapping[str, str]:
    found = {plain(word): code for code, words in told()["columns"].items() for one in words.values() for word in one}
    both = {plain(heading(code, BOTH)): code for code in columns()}
    return {**found, **both, MARK: MARK}


def column_of(cell: str) -> str | None:
    """Our name of the column that somebody heads so."""
    return _known().get(plain(cell))


@cache
def choices(field: str) -> Mapping[str, Mapping[str, Any]]:
    """The words for each choice of "format" or "planned"."""
    found: Mapping[str, Mapping[str, Any]] = told()["choices"][field]
    return found


@cache
def choice_of(field: str, cell: str) -> str | None:
    for code, words in choices(field).items():
        known = {plain(word) for one in words.values() for word in one} | {plain(written(words, BOTH))}
        if plain(cell) in known:
            return code
    return None
