"""The organisations a person sees, as a tree laid flat: filtered, searched, a page at a time."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from svod.language.fold import fold
from svod.packs import Pack
from svod.register.models import Level, Organisation, Person
from svod.register.permissions import visible
from svod.register.totals import Coverage
from svod.register.totals.coverage import Heard

ON_A_PAGE = 100
EXPECTED, YES, LATE = "expected", "yes", "late"
HEARD = [("", _("all")), (EXPECTED, _("expected to")), (YES, _("heard from")), *Heard.choices, (LATE, _("late"))]


class TreeFilters(forms.Form):
    q = forms.CharField(label=_("Name or number"), required=False, max_length=100)
    level = forms.ChoiceField(label=_("Level"), choices=[("", _("all")), *Level.choices], required=False)
    region = forms.ChoiceField(label=_("Region"), required=False)
    heard = forms.ChoiceField(label=_("Has it reported?"), choices=HEARD, required=False)

    def __init__(self, data: Any, pack: Pack | None, language: str) -> None:
        super().__init__(data, auto_id="by-%s", use_required_attribute=False)
        units = pack.geography.regions if pack else ()
        named = [(unit.code, unit.names.get(language, unit.names["ru"])) for unit in units]
        self.fields["region"].choices = [("", _("all")), *named]
        for name in () if pack else ("region", "heard"):  # without a campaign there is no map and nothing to report
            del self.fields[name]


@dataclass(frozen=True, slots=True)
class Line:
    """`heard` is None where nothing is expected: at the organisation that holds the campaign."""

    row: Organisation
    depth: int
    heard: Heard | None
    late: bool


class Tree:
    def __init__(self, person: Person, form: TreeFilters, cover: Coverage | None, page: str) -> None:
        self.form, self._person, self._cover, self._page = form, person, cover, page

    @cached_property
    def _values(self) -> dict[str, str]:
        self.form.is_valid()
        return {name: value for name, value in self.form.cleaned_data.items() if value}

    @cached_property
    def keys(self) -> list[int]:
        """Of those that pass the filters, in the order of the tree."""
        if self.form.errors:
            return []
        rows = visible(Organisation.objects.all(), self._person, through="")
        if self._cover:
            rows = rows.filter(path__startswith=self._cover.part.campaign.organisation.path)
        if "level" in self._values:
            rows = rows.filter(level=self._values["level"])
        if "region" in self._values:
            rows = rows.filter(unit__startswith=self._values["region"])
        asked = rows.order_by("path").values_list("pk", "path", "name", "name_kk", "short", "number")
        return [key for key, path, *names in asked if self._passes(path, names)]

    def _passes(self, path: str, names: list[str]) -> bool:
        wanted = fold(self._values.get("q", ""))
        return (not wanted or any(wanted in fold(name) for name in names)) and self._was_heard(path)

    def _was_heard(self, path: str) -> bool:
        wanted, cover = self._values.get("heard"), self._cover
        if not wanted or cover is None:
            return True
        if path == cover.part.campaign.organisation.path:  # nobody expects it to report to itself
            return False
        if wanted == EXPECTED:
            return True
        if wanted == LATE:
            return cover.late(path)
        heard = cover.heard(path)
        return heard != Heard.NOTHING if wanted == YES else heard == wanted

    @property
    def count(self) -> int:
        return len(self.keys)

    @property
    def pages(self) -> int:
        return max(1, -(-self.count // ON_A_PAGE))

    @property
    def number(self) -> int:
        return min(max(1, int(self._page) if self._page.isdecimal() else 1), self.pages)

    @cached_property
    def lines(self) -> list[Line]:
        keys = self.keys[(self.number - 1) * ON_A_PAGE : self.number * ON_A_PAGE]
        rows = Organisation.objects.in_bulk(keys)
        flat = bool(self._values)  # what is found is no tree
        top = min((rows[key].depth for key in keys), default=1)
        return [self._line(rows[key], 0 if flat else rows[key].depth - top) for key in keys]

    def _line(self, row: Organisation, depth: int) -> Line:
        if self._cover is None or row.pk == self._cover.part.campaign.organisation_id:
            return Line(row, depth, None, False)
        return Line(row, depth, self._cover.heard(row.path), self._cover.late(row.path))
