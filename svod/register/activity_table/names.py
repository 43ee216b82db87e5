"""The pack's terms and the organisations below, as the table writes them and as they are read back."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

from svod.language import LANGUAGES
from svod.language.dates import Days
from svod.packs.pack import Term
from svod.register.activity_table.words import BOTH, written
from svod.register.models import Campaign, Organisation
from svod.register.workbook import plain

SEPARATOR = "; "
_APART = re.compile(r"[;,\n]")


class Names:
    """Those of a campaign, for the organisation whose table it is."""

    def __init__(self, campaign: Campaign, organisation: Organisation, languages: tuple[str, ...] = ("ru",)) -> None:
        self.campaign, self.organisation, self.languages = campaign, organisation, languages

    @property
    def year(self) -> int:
        return self.campaign.year

    @property
    def days(self) -> Days:
        first, last = self.campaign.first_day, self.campaign.last_day
        return (first.month, first.day), (last.month, last.day)

    @cached_property
    def terms(self) -> Mapping[str, tuple[Term, ...]]:
        pack = self.campaign.pack
        return {"kind": pack.kinds, "audience": pack.audiences, "partners": pack.partners, "materials": pack.materials}

    def term(self, field: str, code: str) -> str:
        """A term as the table writes it; a code that the pack has lost stands for itself."""
        found = next((one for one in self.terms[field] if one.code == code), None)
        return written(found.names, self.languages) if found else code

    def listed(self, field: str) -> list[str]:
        return [self.term(field, one.code) for one in self.terms[field]]

    def code(self, field: str, text: str) -> str | None:
        return self._codes[field].get(plain(text))

    def codes(self, field: str, text: str) -> dict[str, str | None]:
        """Each part of a cell that names several, and its code; a name that holds a comma itself is one part."""
        whole = self.code(field, text)
        parts = [text] if whole else [part.strip() for part in _APART.split(text) if part.strip()]
        return {part: self.code(field, part) for part in parts}

    @cached_property
    def _codes(self) -> Mapping[str, Mapping[str, str]]:
        return {field: _codes(terms) for field, terms in self.terms.items()}

    @cached_property
    def organisations(self) -> Mapping[str, Organisation]:
        """The organisations by path: the table's own and all below it, in the order of the tree."""
        rows = Organisation.objects.filter(path__startswith=self.organisation.path).order_by("path")
        return {one.path: one for one in rows}

    @cached_property
    def called(self) -> Mapping[str, str]:
        """Path -> the name that is its own: where two bear one name, that of the organisation above stands beside."""
        bearers: dict[str, list[str]] = defaultdict(list)
        for path, one in self.organisations.items():
            bearers[one.name].append(path)
        return {path: self._told_apart(path) for paths in bearers.values() for path in paths if len(paths) > 1} | {
            paths[0]: name for name, paths in bearers.items() if len(paths) == 1
        }

    def _told_apart(self, path: str) -> str:
        above = self.organisations.get(path[: -Organisation.steplen])
        return f"{self.organisations[path].name} ({above.name})" if above else self.organisations[path].name

    def organisations_named(self, text: str) -> set[str]:
        """The paths that a cell may mean, by name in either language, short name or own number."""
        return self._bearers.get(plain(text), set())

    @cached_property
    def _bearers(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for path, one in self.organisations.items():
            for name in (one.name, one.name_kk, one.short, one.number, self.called[path]):
                if name:
                    found[plain(name)].add(path)
        own: dict[str, set[str]] = defaultdict(set)
        for path, name in self.called.items():
            own[plain(name)].add(path)
        return {**found, **own}


def _codes(terms: Iterable[Term]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for one in terms:
        names = [one.names[language] for language in LANGUAGES if language in one.names]
        for name in (*names, written(one.names, BOTH), one.code):
            found.setdefault(plain(name), one.code)
    return found
