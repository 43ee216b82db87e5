"""Places by the codes of the geography, so that "Орал" and "Уральск" are told together and by their usual name."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from svod.packs.pack import Geography
from svod.records import DistinctActivity, Register

SMALL = frozenset({"district", "town", "village"})
Codes = Mapping[tuple[str, str], str]  # (region, a name in small letters) -> the unit's code


def known_places(register: Register, geography: Geography) -> Register:
    """The register with the code of the unit as the place of whatever the geography knows the place of."""
    codes = _codes(geography)
    return replace(
        register,
        activities=tuple(_placed(one, codes) for one in register.activities),
        planned=tuple(_placed(one, codes) for one in register.planned),
        contradictions=tuple(
            replace(one, place=_code(codes, one.scope.region, one.place) or one.place)
            for one in register.contradictions
        ),
    )


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


def _placed(one: DistinctActivity, codes: Codes) -> DistinctActivity:
    activity = one.activity
    code = _code(codes, activity.region, activity.place)
    return DistinctActivity(one.id, activity.but(place=code), one.members, one.why) if code else one


def _code(codes: Codes, region: str | None, place: str | None) -> str | None:
    name = (place or "").casefold()
    return codes.get((region or "", name)) or codes.get(("", name))
