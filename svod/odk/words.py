"""What the form says, in each language: words.toml."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES: Mapping[str, str] = {
    "ru": "Русский (ru)",
    "kk": "Қазақша (kk)",
    "en": "English (en)",
}  # as XLSForm wants them
FIRST = LANGUAGES["ru"]


@cache
def said() -> Mapping[str, Any]:
    found: Mapping[str, Any] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return found


def told(name: str, language: str) -> str:
    """A word of the text that answers are told as. Raises KeyError for an unknown language."""
    found: str = said()["told"][name][language]
    return found
