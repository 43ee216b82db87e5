"""Bounds as a person reads them: "45", "не менее 301", "от 90 до 110", "до 30"."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from svod.records import Bounds


def printed(bounds: Bounds, language: str) -> str:
    """The bounds in prose: "не менее 1 500" (the space does not break). Raises KeyError for an unknown language."""
    return _filled(bounds, _words(language), _words(language)["group"])


def short(bounds: Bounds, language: str) -> str:
    """The bounds where room is scarce, in a cell or on a chart: "≥ 1 500", "90–110", "≤ 30"."""
    return _filled(bounds, _words("short"), _words(language)["group"])


def digits(number: int, language: str) -> str:
    """A whole number with its groups of three apart: "12 000"."""
    return f"{number:,}".replace(",", _words(language)["group"])


def _filled(bounds: Bounds, words: Mapping[str, str], group: str) -> str:
    ends = {"least": f"{bounds.least:,}".replace(",", group)}
    if bounds.most is None:
        return words["at_least"].format(**ends)
    if bounds.is_exact:
        return ends["least"]
    ends["most"] = f"{bounds.most:,}".replace(",", group)
    # "до 30" was read as 1 to 30: nobody says that at least one came
    return words["at_most" if bounds.least <= 1 else "between"].format(**ends)


@cache
def _words(language: str) -> Mapping[str, str]:
    table: Mapping[str, str] = _all_words()[language]
    return table


@cache
def _all_words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
