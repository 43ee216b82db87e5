"""The geography's code of a region, district or town that somebody wrote by its name."""

from collections import defaultdict
from functools import cache

from svod.language.fold import fold
from svod.packs.territory import geography_files, read_geography

COUNTRY = "kz"


@cache
def _by_name() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    files = geography_files(COUNTRY)
    for unit in read_geography(files).units if files else ():
        if unit.kind == "village":
            continue
        names = {*unit.names.values(), *unit.short.values(), *unit.other, unit.code}
        for name in {_plain(name) for name in names}:
            found[name].append(unit.code)
    return {name: tuple(codes) for name, codes in found.items()}


def units_named(text: str, region: str = "") -> tuple[str, ...]:
    """The codes that the name may mean; those in that region where there are such, whole regions before what they hold.

    "Костанайская область" and "Қостанай облысы" are KZ-39; "Абайский район" lies in several regions.
    """
    codes = _by_name().get(_plain(text), ())
    within = tuple(code for code in codes if region and code.partition("/")[0] == region)
    found = within or codes
    whole = tuple(code for code in found if "/" not in code)
    return whole or found


def _plain(text: str) -> str:
    return " ".join(fold(text).replace("г.", " ").strip(" .").split())


@cache
def _names() -> dict[str, str]:
    files = geography_files(COUNTRY)
    return {unit.code: unit.names["ru"] for unit in read_geography(files).units} if files else {}


def unit_name(code: str) -> str:
    """The Russian name of a code; the code itself where the geography lost it."""
    return _names().get(code, code)


@cache
def _all_names() -> dict[str, tuple[str, ...]]:
    files = geography_files(COUNTRY)
    found = read_geography(files).units if files else ()
    return {unit.code: (*unit.names.values(), *unit.short.values(), *unit.other) for unit in found}


def unit_names(code: str) -> tuple[str, ...]:
    """Every name of it that is met, in dictionary form."""
    return _all_names().get(code, ())
