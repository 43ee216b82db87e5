"""Persons drawn from the lists, written in the orders and cases people use."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

from tests.guard.made import decline_kk, decline_ru


@dataclass(frozen=True, slots=True)
class Person:
    first: str
    patronymic: str  # "" where the language or the person has none
    surname: str
    female: bool
    turkic: bool  # a patronymic in -улы, -кызы


@cache
def names(language: str) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name(f"names_{language}.toml").read_text(encoding="utf-8"))


def half(entries: Sequence[str], unseen: bool) -> Sequence[str]:
    """Every other entry is held back from whoever tunes the guard."""
    return entries[1 if unseen else 0 :: 2]


def person(language: str, female: bool, draw: Random, unseen: bool) -> Person:
    lists = names(language)
    sex = "female" if female else "male"
    if language == "kk":
        group, own = lists["common"], lists[sex]
    else:
        people = draw.choice([name for name in lists if name != "common"])
        group, own = lists[people], lists[people][sex]
    turkic = language == "kk" or (group is lists.get("kk") and draw.random() < 0.3)
    stems = half(group.get("patronymics", [""]), unseen and "patronymics" in group)
    stem = draw.choice(stems)
    if group is lists.get("kk") and language == "ru" and not turkic:
        stem += "ов"
    first = draw.choice(half(own["first"], unseen))
    return Person(first, stem, draw.choice(half(group["surnames"], unseen)), female, turkic)


def written(who: Person, language: str, case: str, style: str, draw: Random) -> str:
    """The person as a text has it. `style` is first, last, io (first name and patronymic), ini, or any."""
    return {"ru": _russian, "kk": _kazakh, "en": _english}[language](who, case, style, draw)


def _russian(who: Person, case: str, style: str, draw: Random) -> str:
    first = decline_ru.first(who.first, case, who.female)
    last = decline_ru.surname(who.surname, case, who.female)
    if who.turkic:
        middle = who.patronymic + ("кызы" if who.female else "улы")
    else:
        middle = decline_ru.patronymic(who.patronymic, case, who.female)
    initials = draw.choice((f"{who.first[0]}. {middle[0]}.", f"{who.first[0]}.{middle[0]}.", f"{who.first[0]}."))
    orders = {
        "first": (first,),
        "last": (last,),
        "io": (f"{first} {middle}",),
        "ini": (f"{last} {initials}", f"{initials} {last}", f"{initials}{last}"),
        "any": (
            f"{last} {first} {middle}",
            f"{first} {middle} {last}",
            f"{first} {last}",
            f"{last} {first}",
            f"{last} {initials}",
            f"{initials} {last}",
            f"{first} {middle}",
        ),
    }
    return draw.choice(orders[style])


def _kazakh(who: Person, case: str, style: str, draw: Random) -> str:
    last = who.surname
    if last.endswith(("ов", "ев", "ин")) and who.female:
        last += "а"
    if last.endswith("ва") and not who.female:
        last = last[:-1]
    middle = who.patronymic + ("қызы" if who.female else "ұлы")
    initials = f"{who.first[0]}."
    orders = {
        "first": (who.first,),
        "last": (last,),
        "io": (f"{who.first} {middle}",),
        "ini": (f"{last} {initials}", f"{initials} {last}"),
        "any": (
            f"{last} {who.first} {middle}",
            f"{who.first} {middle} {last}",
            f"{who.first} {last}",
            f"{last} {who.first}",
            f"{initials} {last}",
            f"{who.first} {middle}",
        ),
    }
    whole = draw.choice(orders[style])
    if whole.endswith("."):  # "Ахметова Г." takes no suffix
        return whole
    before, space, word = whole.rpartition(" ")
    return before + space + decline_kk.in_case(word, case, possessed=word == middle)


def _english(who: Person, case: str, style: str, draw: Random) -> str:
    last = who.surname
    if who.female and last.endswith(("ov", "ev", "in")):
        last += "a"
    orders = {
        "first": (who.first,),
        "last": (last,),
        "io": (f"{who.first} {last}",),
        "ini": (f"{who.first[0]}. {last}",),
        "any": (f"{who.first} {last}", f"{who.first} {last}", f"{last} {who.first}", f"{who.first[0]}. {last}"),
    }
    return draw.choice(orders[style])
