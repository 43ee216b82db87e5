"""The data files beside the code: words by language and colours, each read once."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from svod.records import Report

_HERE = Path(__file__).parent


@cache
def table(name: str) -> Mapping[str, Any]:
    """The TOML file `name`, as it is."""
    return tomllib.loads((_HERE / name).read_text(encoding="utf-8"))


@cache
def text(name: str) -> str:
    """The text file `name`: a stylesheet, a template."""
    return (_HERE / name).read_text(encoding="utf-8")


def words(language: str) -> Mapping[str, str]:
    """What a publisher prints itself, in that language. Raises KeyError for a language it does not know."""
    found: Mapping[str, str] = table("words.toml")[language]
    return found


def words_for(report: Report) -> Mapping[str, str]:
    """The words of the report's language; what the report brings itself comes first."""
    return {**words(report.language), **dict(report.words)}
