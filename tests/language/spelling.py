"""Spells numbers in words, by a table of its own: what the reading is tested against."""

import tomllib
from pathlib import Path

TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def russian(number: int, case: str) -> str:
    """1 to 9999 in words, in that case."""
    words = {name: forms.split() for name, forms in TABLE["russian"][case].items()}
    thousands, rest = divmod(number, 1000)
    return " ".join(_russian_thousands(thousands, words) + _russian_below_thousand(rest, words))


def _russian_thousands(number: int, words: dict[str, list[str]]) -> list[str]:
    if number == 0:
        return []
    count = words["feminine"][number - 1] if number <= 2 else words["units"][number - 1]
    return [count, words["thousand"][0 if number == 1 else 1 if number < 5 else 2]]


def _russian_below_thousand(number: int, words: dict[str, list[str]]) -> list[str]:
    hundreds, rest = divmod(number, 100)
    said = [words["hundreds"][hundreds - 1]] if hundreds else []
    if 10 <= rest < 20:
        return [*said, words["teens"][rest - 10]]
    tens, units = divmod(rest, 10)
    return said + ([words["tens"][tens - 2]] if tens else []) + ([words["units"][units - 1]] if units else [])


def kazakh(number: int, case: str = "nominative") -> str:
    """1 to 9999 in words; the last one in that case."""
    bare = TABLE["kazakh"]["nominative"].split()
    units, tens = bare[:9], bare[9:18]
    said: list[str] = []
    for size, name in ((1000, "мың"), (100, "жүз")):
        count, number = divmod(number, size)
        if count:
            said += [*([units[count - 1]] if count > 1 else []), name]
    said += ([tens[number // 10 - 1]] if number >= 10 else []) + ([units[number % 10 - 1]] if number % 10 else [])
    return " ".join([*said[:-1], TABLE["kazakh"][case].split()[bare.index(said[-1])]])
