"""The few words of a printed page that no pack has, in each language."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def words_of(language: str) -> dict[str, str]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))[language]
