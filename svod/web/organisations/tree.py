"""The organisations a person sees, as a tree laid flat: filtered, searched, a page at a time."""

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from os.path import commonprefix
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from svod.language.fold import fold
from svod.packs import Pack
from svod.register.models import Level, Organisation, Person
from svod.register.permissions import visible
from svod.register.totals import Coverage, Part, coverage
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
    """`part` is None without a campaign."""

    def __init__(self, person: Person, form: TreeFilters, part: Part | None, page: str) -> None:
        self.form, self._person, self._part, self._page = form, person, part, page

    @cached_property
    def _values(self) -> dict[str, str]:
        self.form.is_valid()
        return {name: value for name, value in self.form.cleaned_data.items() if value}

    @cached_property
    def _rows(self) -> QuerySet[Organisation]:
        """Those that pass the filters that the database knows, in the order of the tree."""
        if self.form.errors:
            return Organisation.objects.none()
        rows = visible(Organisation.objects.order_by("path"), self._person, through="")
        if self._part:
            rows = rows.filter(path__startswith=self._part.campaign.organisation.path)
        if "level" in self._values:
            rows = rows.filter(level=self._values["level"])
        if "region" in self._values:
            rows = rows.filter(unit__startswith=self._values["region"])
        return rows

    @cached_property
    def _keys(self) -> list[int] | None:
        """Of those that pass the others, too; None where none of these is asked for."""
        if not self._values.keys() & {"q", "heard"}:
            return None
        asked = self._rows.values_list("pk", "path", "name", "name_kk", "short", "number")
        return [key for key, path, *names in asked if self._passes(path, names)]

    @cached_property
    def _cover(self) -> Coverage | None:
        return coverage(self._part) if self._part else None

    def _passes(self, path: str, names: list[str]) -> bool:
        wanted = fold(self._values.get("q", ""))
        return (not wanted or any(wanted in fold(name) for name in names)) and self._was_heard(path)

    def _was_heard(self, path: str) -> bool:
        wanted = self._values.get("heard")
        cover = self._cover if wanted else None
        if cover is None:
            return True
        if path == cover.part.campaign.organisation.path:  # nobody expects it to report to itself
            return False
        if wanted == EXPECTED:
            return True
        if wanted == LATE:
            return cover.late(path)
        heard = cover.heard(path)
        return heard not in (Heard.NOTHING, Heard.UNREAD) if wanted == YES else heard == wanted

    @cached_property
    def count(self) -> int:
        return self._rows.count() if self._keys is None else len(self._keys)

    @property
    def pages(self) -> int:
        return max(1, -(-self.count // ON_A_PAGE))

    @property
    def number(self) -> int:
        return min(max(1, int(self._page) if self._page.isdecimal() else 1), self.pages)

    @cached_property
    def lines(self) -> list[Line]:
        here = slice((self.number - 1) * ON_A_PAGE, self.number * ON_A_PAGE)
        found = self._rows if self._keys is None else self._rows.filter(pk__in=self._keys[here])
        rows = list(found[here] if self._keys is None else found)
        flat = bool(self._values)  # what is found is no tree
        top = min((row.depth for row in rows), default=1)
        cover = coverage(around(self._part, [row.path for row in rows])) if self._part else None
        return [_line(row, 0 if flat else row.depth - top, cover) for row in rows]


def _line(row: Organisation, depth: int, cover: Coverage | None) -> Line:
    if cover is None or row.pk == cover.part.campaign.organisation_id:
        return Line(row, depth, None, False)
    return Line(row, depth, cover.heard(row.path), cover.late(row.path))


def around(part: Part, paths: list[str]) -> Part:
    """As much of the part as tells how these organisations were heard from: what lies below their ways' last crossing,
    in each region by itself."""
    root, step = len(part.campaign.organisation.path), Organisation.steplen
    below = sorted(path for path in paths if len(path) > root)
    crossings = (commonprefix(list(some)) for _, some in groupby(below, key=lambda path: path[: root + step]))  # noqa: RUF071
    return Part(part.campaign, tuple(path[: len(path) // step * step] for path in crossings))
