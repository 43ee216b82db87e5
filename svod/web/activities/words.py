"""What a table prints: codes by their names, bounds and days as a person reads them, in one language."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format

from svod.language.alphabet import alphabetical
from svod.language.bounds_text import short
from svod.packs import Pack
from svod.publishing.names import PackNames
from svod.records import Bounds, Period

EMPTY = "—"


@dataclass(frozen=True, slots=True)
class Words:
    pack: Pack
    language: str
    names: PackNames

    @classmethod
    def of(cls, pack: Pack, language: str) -> "Words":
        return cls(pack, language, PackNames(pack, language))

    def bounds(self, value: Bounds | None) -> str:
        return EMPTY if value is None else short(value, self.language)

    def period(self, value: Period | None) -> str:
        if value is None:
            return EMPTY
        first, last = day(value.first), day(value.last)
        return first if first == last else f"{first} – {last}"

    def ranks(self, field: str) -> list[str]:
        """The codes of that column by their names in alphabetical order."""
        if field == "kind":
            return sorted((term.code for term in self.pack.kinds), key=lambda code: alphabetical(self.names.kind(code)))
        regions = (unit.code for unit in self.pack.geography.regions)
        return sorted(regions, key=lambda code: alphabetical(self.names.region(code)))


def day(value: date) -> str:
    return date_format(value, "SHORT_DATE_FORMAT")
