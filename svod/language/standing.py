"""How high an organisation stands, as far as its name says: a house, its district, its region, the country."""

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path


@lru_cache(maxsize=1 << 14)  # many activities are of one organisation
def standing(organisation: str) -> int:
    """0 for a house ("СШ № 5 Костанайской области") and where nothing is said, 1 for a district's or a town's
    organisation, 2 for a region's, 3 for the country's."""
    if _houses().search(organisation):
        return 0
    return max((height for height, words in enumerate(_levels(), start=1) if words.search(organisation)), default=0)


@lru_cache(maxsize=1 << 14)
def is_unnamed(organisation: str) -> bool:
    """Whether many bear that name, each in its place: "районная организация профсоюза", not "Карасуская районная"."""
    first, *others = organisation.split() or [""]
    is_named = any(word[0].isupper() or not word[0].isalpha() for word in others)
    return not is_named and first.isalpha() and first.casefold().startswith(_unnamed())


@lru_cache(maxsize=1 << 14)
def is_district(place: str) -> bool:
    """Whether the last word of a place's name calls it a district, in which villages lie: "Мендыкаринский район"."""
    return place.rsplit(" ", 1)[-1].casefold().startswith(_districts())


@cache
def _unnamed() -> tuple[str, ...]:
    return tuple(_table("unnamed")["words"])


@cache
def _houses() -> re.Pattern[str]:
    table = _table("houses")
    return re.compile(rf"\b(?:(?i:{'|'.join(table['words'])})|(?:{'|'.join(table['short'])})\b)")


@cache
def _levels() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\b(?:{'|'.join(words)})", re.I) for words in _table("levels").values())


@cache
def _districts() -> tuple[str, ...]:
    return tuple(_table("districts")["words"])


@cache
def _table(name: str) -> dict[str, list[str]]:
    found: dict[str, dict[str, list[str]]] = tomllib.loads(Path(__file__).with_name("standing.toml").read_text("utf-8"))
    return found[name]
