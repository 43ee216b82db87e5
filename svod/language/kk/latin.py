"""Kazakh words in Latin letters, for texts written in the new alphabets."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def _alphabets() -> tuple[dict[int, str], ...]:
    data = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    return tuple(str.maketrans({**data["acute"], **data[name]}) for name in ("acute", "umlaut"))


def latin(word: str) -> tuple[str, ...]:
    """The word in each alphabet, diacritics left out: "кездесу" -> "kezdesy", "kezdesu"."""
    return tuple(dict.fromkeys(word.lower().translate(alphabet) for alphabet in _alphabets()))
