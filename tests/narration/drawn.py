"""Random registers for the round trip: everything that submissions may put into one.

All kinds, audiences, partners and materials of the pack; titles in both languages of the country, with quotation marks,
numbers and signs in them; organisers of every level, in any language; towns, districts and villages; single days and
spans; exact numbers and open ones; series; what was online; what is planned; several regions, or none; totals that only
a report gives.
"""

import random
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from svod.packs.pack import Unit
from svod.records import Activity, Scope
from tests.narration.made import PACK, activity

YEAR = 2025
REGIONS = PACK.geography.regions
KINDS = [term.code for term in PACK.kinds]
AUDIENCES = [term.code for term in PACK.audiences]
PARTNERS = [term.code for term in PACK.partners]
MATERIALS = [term.code for term in PACK.materials]
LASTING = ("hotline", "exhibition", "info_stand")  # may go on for the whole campaign
NAMES = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
OTHERS = {"ru": ("kk",), "kk": ("ru",), "en": ("ru", "kk")}  # the languages that a report's names may have as well


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a register is made of."""

    held: tuple[Activity, ...]
    planned: tuple[Activity, ...]
    reported: dict[Scope, str]


def drawn(chance: random.Random, language: str, largest: int) -> Drawn:
    """A register of one to `largest` activities, as submissions may fill it."""
    regions: list[Unit | None] = [*chance.sample(REGIONS, chance.choice([1, 1, 1, 2, 3]))]
    if chance.random() < 0.05:
        regions = [None]
    told = [_activity(chance, chance.choice(regions), language) for _ in range(chance.randint(1, largest))]
    reported: dict[Scope, str] = {}
    if regions[0] is not None and chance.random() < 0.2:
        measure = chance.choice(["activities", "participants", "materials", "organisations"])
        reported[Scope(measure, regions[0].code)] = _number(chance, 50)
    told = _in_company(chance, told)
    held = tuple(one for one in told if not one.planned)
    return Drawn(held, tuple(one for one in told if one.planned), reported)


def _in_company(chance: random.Random, told: list[Activity]) -> list[Activity]:
    """Sometimes the same guests come to many of them, as where one invitation serves a whole campaign."""
    if chance.random() < 0.7:
        return told
    guests = tuple(_some(chance, PARTNERS).split())
    return [replace(one, partners=guests) if chance.random() < 0.7 else one for one in told]


def _activity(chance: random.Random, region: Unit | None, language: str) -> Activity:
    kind = chance.choice(KINDS)
    fields: dict[str, str] = {}

    def sometimes(share: float, name: str, value: str) -> None:
        if chance.random() < share:
            fields[name] = value

    sometimes(0.4, "title", _name(chance, "titles", language))
    sometimes(0.4, "date", _date(chance, kind))
    sometimes(0.25, "organiser", _name(chance, "organisers", language))
    sometimes(0.45, "audience", _some(chance, AUDIENCES))
    sometimes(0.35, "participants", _number(chance, 1))
    sometimes(0.25, "partners", _some(chance, PARTNERS))
    sometimes(0.15, "materials", _some(chance, MATERIALS))
    sometimes(0.25, "count", chance.choice(["2+", "1+", _number(chance, 2)]))
    if region is not None:
        sometimes(0.35, "place", _place(chance, region, language))
    return activity(
        kind,
        region=region.code if region else None,
        online=chance.random() < 0.1,
        planned=chance.random() < 0.12,
        **fields,
    )


def _name(chance: random.Random, of: str, language: str) -> str:
    """Mostly in the report's language."""
    own = language if chance.random() < 0.8 else chance.choice(OTHERS[language])
    return str(chance.choice(NAMES[of][own]))


def _some(chance: random.Random, codes: list[str]) -> str:
    return " ".join(sorted(chance.sample(codes, chance.choice([1, 1, 1, 2, 2, 3]))))


def _date(chance: random.Random, kind: str) -> str:
    first = chance.randint(0, 15)
    last = chance.choice([first, first, min(15, first + chance.randint(1, 12))])
    if kind in LASTING and chance.random() < 0.2:
        first, last = 0, 15
    elif (first, last) == (0, 15):
        last = 14
    days = [f"2025-11-{25 + day}" if day < 6 else f"2025-12-{day - 5:02}" for day in (first, last)]
    return "/".join(dict.fromkeys(days))


def _place(chance: random.Random, region: Unit, language: str) -> str:
    if chance.random() < 0.1:
        return str(chance.choice(NAMES["settlements"][language]))
    units = [unit.code for unit in PACK.geography.units if unit.region == region.code and unit.kind != region.kind]
    return chance.choice(units) if units else region.code


def _number(chance: random.Random, least: int) -> str:
    number = chance.randint(least, least + chance.choice([30, 400, 3000]))
    more = number + chance.randint(1, 40)
    return chance.choice([f"{number}", f"{number}", f"{number}", f"{number}+", f"{number}-{more}", f"1-{more}"])
