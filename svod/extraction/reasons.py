"""The rules' names in words, for a person who asks why."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path


def reason(rule: str, language: str) -> str:
    """A rule's name in words: "goes_with_its_list:held" says both. `language` is the reader's: ru, kk or en."""
    return "; ".join(name if name.isdecimal() else _words()[name][language] for name in rule.split(":"))


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(Path(__file__).with_name("reasons.toml").read_text(encoding="utf-8"))
