"""Which unit of the geography a place's name is of, in any of its languages: "Орал" and "Уральск" are one town."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from svod.packs.pack import Geography

SMALL = frozenset({"district", "town", "village"})
Codes = Mapping[tuple[str, str], str]  # (region, a name in small letters) -> the unit's code


def code_of_place(geography: Geography, region: str | None, place: str | None) -> str | None:
    """The unit's code; None of a place that the geography does not know."""
    codes, name = _codes(geography), (place or "").casefold()
    return codes.get((region or "", name)) or codes.get(("", name))


@lru_cache(maxsize=4)
def _codes(geography: Geography) -> Codes:
    """Each unit's names under its region, a town's also under "" where no other region has them; of two the first.

    So "Каменка" of a region whose Каменка the geography lacks does not become that of another.
    """
    codes: dict[tuple[str, str], str] = {}
    regions: dict[str, set[str]] = defaultdict(set)
    for unit in geography.units:
        if unit.kind in SMALL:
            own = unit.names.values() if unit.kind == "district" else (*unit.names.values(), *unit.short.values())
            for name in (*own, *unit.other):
                codes.setdefault((unit.region, name.casefold()), unit.code)
                regions[name.casefold()].add(unit.region)
    towns = {unit.code for unit in geography.units if unit.kind == "town"}
    alone = {name: codes[region, name] for name, (region, *others) in regions.items() if not others}
    return {**codes, **{("", name): code for name, code in alone.items() if code in towns}}
