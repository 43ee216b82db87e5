"""The pack's codes in the words of one language, for tables."""

from collections.abc import Iterable, Mapping

from svod.packs.named_places import code_of_place
from svod.packs.pack import Names, Pack, Term


class PackNames:
    """Looks codes up; a code the pack does not know stands for itself, and None for nothing. Works without a pack."""

    def __init__(self, pack: Pack | None, language: str) -> None:
        self._language = language
        self._kinds = self._terms(pack.kinds if pack else ())
        self._audiences = self._terms(pack.audiences if pack else ())
        self._partners = self._terms(pack.partners if pack else ())
        self._materials = self._terms(pack.materials if pack else ())
        self._geography = pack.geography if pack else None
        units = pack.geography.units if pack else ()
        self._units = {unit.code: self._said(unit.names, unit.code) for unit in units}

    def kind(self, code: str | None) -> str:
        return self._kinds.get(code, code) if code else ""

    def region(self, code: str | None) -> str:
        return self._units.get(code, code) if code else ""

    def place(self, region: str | None, name: str | None) -> str:
        """A place's name in the language, where the geography knows it; else as it is told."""
        code = code_of_place(self._geography, region, name) if self._geography else None
        return self._units[code] if code else name or ""

    def audience(self, code: str | None) -> str:
        return self._audiences.get(code, code) if code else ""

    def audiences(self, codes: Iterable[str]) -> str:
        return ", ".join(self.audience(code) for code in codes)

    def partner(self, code: str | None) -> str:
        return self._partners.get(code, code) if code else ""

    def partners(self, codes: Iterable[str]) -> str:
        return ", ".join(self.partner(code) for code in codes)

    def materials(self, codes: Iterable[str]) -> str:
        return ", ".join(self._materials.get(code, code) for code in codes)

    def _terms(self, terms: Iterable[Term]) -> Mapping[str, str]:
        return {term.code: self._said(term.names, term.code) for term in terms}

    def _said(self, names: Names, code: str) -> str:
        return names.get(self._language) or names.get("ru") or code
