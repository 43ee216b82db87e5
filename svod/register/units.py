"""The regions, districts and towns of the countries in which the register's campaigns are held."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from svod.language.fold import fold
from svod.packs import PackError, available
from svod.packs.pack import Geography, Unit
from svod.register.models import Campaign
from svod.register.models.campaign import pack_of


class Units:
    """What a country's units are called, and what may be meant by a name."""

    def __init__(self, countries: Iterable[Geography]) -> None:
        self._units = {unit.code: unit for country in countries for unit in country.units}
        self._by_name: dict[str, list[str]] = defaultdict(list)
        for unit in self._units.values():
            for name in {_plain(name) for name in (*_names(unit), unit.code)} if unit.kind != "village" else ():
                self._by_name[name].append(unit.code)

    def named(self, text: str, region: str = "") -> tuple[str, ...]:
        """The codes that the name may mean; those in that region where there are such, whole regions before what they
        hold.

        "Костанайская область" and "Қостанай облысы" are KZ-39; "Абайский район" lies in several regions.
        """
        codes = self._by_name.get(_plain(text), ())
        within = tuple(code for code in codes if region and code.partition("/")[0] == region)
        found = within or tuple(codes)
        whole = tuple(code for code in found if "/" not in code)
        return whole or found

    def name(self, code: str) -> str:
        """The Russian name of a code; the code itself where the geography lost it."""
        unit = self._units.get(code)
        return unit.names["ru"] if unit else code

    def names(self, code: str) -> tuple[str, ...]:
        """Every name of it that is met, in dictionary form."""
        unit = self._units.get(code)
        return _names(unit) if unit else ()


def units() -> Units:
    """Of the countries of all campaigns of the register; of all packs before there is one."""
    codes = Campaign.objects.values_list("pack_code", flat=True).order_by().distinct()
    return _units(tuple(dict.fromkeys(_countries(codes))) or tuple(dict.fromkeys(_countries(available()))))


def _countries(packs: Iterable[str]) -> Iterable[Geography]:
    for code in packs:
        try:
            yield pack_of(code).geography
        except PackError:  # gone since, or being written
            continue


_units = lru_cache(maxsize=4)(Units)


def _names(unit: Unit) -> tuple[str, ...]:
    return (*unit.names.values(), *unit.short.values(), *unit.other)


def _plain(text: str) -> str:
    return " ".join(fold(text).replace("г.", " ").strip(" .").split())
