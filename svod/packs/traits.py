"""What kinds of activity are like. Rules of reading ask for traits, never for a kind: a pack says them of its own."""

import tomllib
from pathlib import Path

TRAITS: dict[str, str] = tomllib.loads(Path(__file__).with_name("traits.toml").read_text(encoding="utf-8"))
REST = "rest"


def traits(*names: str) -> frozenset[str]:
    """Some of them. Raises KeyError for a name that is none."""
    return frozenset(name for name in names if TRAITS[name])
