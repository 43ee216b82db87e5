"""Which rows a table shows: the filters of its address. Links from other pages name the same filters."""

from collections.abc import Sequence
from functools import cached_property
from itertools import chain, islice
from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from svod.language.alphabet import alphabetical
from svod.packs import Pack
from svod.publishing.names import PackNames
from svod.register.models import Activity, Level, Organisation, ReportedTotal, State
from svod.register.permissions import visible, within
from svod.register.totals import Part
from svod.web.activities.found import NONE, SHARED, STATES, Way, way_to, ways_to

YES_NO = [("", _("all")), ("yes", _("yes")), ("no", _("no"))]
COPIES = [("", _("each activity once")), ("all", _("with those told again")), ("only", _("only those told again"))]
PLANNED = [("", _("held")), ("yes", _("planned")), ("all", _("held and planned"))]
ASKED = [("", _("all")), ("open", _("asked back, no answer yet")), ("answered", _("asked back and answered"))]
DAYS = [("", _("all")), ("outside", _("outside the campaign's days"))]
MEASURES = {
    "activities": _("activities"),
    "participants": _("attendances"),
    "materials": _("materials"),
    "organisations": _("organisations"),
}


class Filters(forms.Form):
    """What both tables are filtered by. Every field may be left out."""

    state = forms.MultipleChoiceField(label=_("State"), choices=State.choices, required=False)
    region = forms.ChoiceField(label=_("Region"), required=False)
    organisation = forms.TypedChoiceField(label=_("Organisation"), coerce=int, empty_value=None, required=False)
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    asked = forms.ChoiceField(label=_("Asked back"), choices=ASKED, required=False)

    def __init__(self, data: Any, part: Part, person: Any, language: str) -> None:
        super().__init__(data, auto_id="by-%s", use_required_attribute=False)
        self._part, self._person = part, person
        pack, names = part.campaign.pack, PackNames(part.campaign.pack, language)
        regions = [(unit.code, names.region(unit.code)) for unit in pack.geography.regions]
        self.offer("region", [*regions, (NONE, _("not named"))])
        self.offer("kind", _terms(pack, "kinds", language))
        self.offer("organisation", self._organisations())

    def offer(self, field: str, choices: list[Any]) -> None:
        self.fields[field].choices = [("", _("all")), *choices]

    def _organisations(self) -> list[tuple[int, str]]:
        """The organisations with others below them, and the one of the address, whichever it is."""
        part = self._part
        chosen = str(self.data.get("organisation") or "")
        shown = Q(level__in=(Level.REGION, Level.DISTRICT))
        if chosen.isdecimal():
            shown |= Q(pk=chosen)
        rows = Organisation.objects.filter(shown, within([part.campaign.organisation.path], ""))
        rows = visible(rows, self._person, through="").order_by("path")
        return [(one.pk, f"{'· ' * (one.depth - part.campaign.organisation.depth - 1)}{one}") for one in rows]

    def rows(self) -> QuerySet[Any]:
        raise NotImplementedError

    def all_in_order(self) -> QuerySet[Any]:
        """The rows in the order in which they came, the first of them at once."""
        return self.rows().order_by("pk")

    def some(self, most: int) -> list[int]:
        """The keys of so many rows at most, whichever are found first: the database need not look at the others."""
        return list(self.rows().order_by().values_list("pk", flat=True)[:most])

    def in_order(self, start: int, end: int, after: int = 0) -> list[int]:
        """Keys in the order in which the rows came, from one place to another of those after a key."""
        return list(self.rows().filter(pk__gt=after).order_by("pk").values_list("pk", flat=True)[start:end])

    @cached_property
    def values(self) -> dict[str, Any]:
        """What the address asks for; a field with a mistake asks for nothing."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in ("", None, [], False)}

    def chosen(self) -> list[tuple[str, str]]:
        """What the address asks for in words, beside the search."""
        fields = ((name, self.fields[name], value) for name, value in self.values.items() if name != "q")
        return [(str(field.label or ""), _said(field, value)) for name, field, value in fields if not _hidden(field)]

    @cached_property
    def part(self) -> Part:
        """The part the rows lie in: an organisation's, if one is chosen."""
        chosen = self.values.get("organisation")
        return self._part.below(Organisation.objects.get(pk=chosen)) if chosen else self._part


class Selection(Filters):
    """`rows` are the activities of the part that the fields let through."""

    q = forms.CharField(label=_("Search"), required=False, max_length=200)
    audience = forms.ChoiceField(label=_("Audience"), required=False)
    partner = forms.ChoiceField(label=_("Partner"), required=False)
    material = forms.ChoiceField(label=_("Material"), required=False)
    first = forms.DateField(label=_("From"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    last = forms.DateField(label=_("To"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    days = forms.ChoiceField(label=_("Days"), choices=DAYS, required=False)
    on = forms.CharField(required=False, max_length=10, widget=forms.HiddenInput)
    submission = forms.IntegerField(required=False, widget=forms.HiddenInput)
    planned = forms.ChoiceField(label=_("Held or planned"), choices=PLANNED, required=False)
    online = forms.ChoiceField(label=_("Online"), choices=YES_NO, required=False)
    people = forms.ChoiceField(label=_("Number of people given"), choices=YES_NO, required=False)
    look = forms.BooleanField(label=_("Needs a look"), required=False)
    copies = forms.ChoiceField(label=_("Told again"), choices=COPIES, required=False)

    def __init__(self, data: Any, part: Part, person: Any, language: str) -> None:
        super().__init__(data, part, person, language)
        pack = part.campaign.pack
        self.offer("audience", [*_terms(pack, "audiences", language), (NONE, _("not named"))])
        self.offer("partner", _terms(pack, "partners", language))
        self.offer("material", _terms(pack, "materials", language))
        for field in ("first", "last"):
            self.fields[field].widget.format = "%Y-%m-%d"

    def rows(self) -> QuerySet[Activity]:
        """The rows; an empty set where a filter has a mistake: an address never shows more than it names."""
        return Activity.objects.none() if self.errors else way_to(self.values, self.part).rows()

    def all_in_order(self) -> QuerySet[Activity]:
        return self.rows() if self.errors else way_to(self.values, self.part).rows_in_order()

    def some(self, most: int) -> list[int]:
        found = (way.some(most) for way in self._ways)
        return list(islice(chain.from_iterable(found), most))

    def in_order(self, start: int, end: int, after: int = 0) -> list[int]:
        if len(self._ways) == 1:
            return self._ways[0].in_order(start, end, after)
        return sorted(key for way in self._ways for key in way.in_order(0, end, after))[start:end]

    @cached_property
    def _ways(self) -> Sequence[Way]:
        return () if self.errors else ways_to(self.values, self.part)


class TotalsSelection(Filters):
    """`rows` are the reported totals of the part that the fields let through."""

    measure = forms.ChoiceField(label=_("Measure"), choices=[("", _("all")), *MEASURES.items()], required=False)

    def __init__(self, data: Any, part: Part, person: Any, language: str) -> None:
        super().__init__(data, part, person, language)
        self.offer("kind", [*_terms(part.campaign.pack, "kinds", language), (NONE, _("not named"))])

    def rows(self) -> QuerySet[ReportedTotal]:
        values = self.values
        if self.errors:
            return ReportedTotal.objects.none()
        found = Q(state__in=values.get("state", STATES))
        if "measure" in values:
            found &= Q(measure=values["measure"])
        return self.part.reported().filter(found, *(q(values[name]) for name, q in SHARED.items() if name in values))


def _said(field: forms.Field, value: Any) -> str:
    choices = {str(code): str(name) for code, name in getattr(field, "choices", ())}
    values = value if isinstance(value, list) else [value]
    if isinstance(field, forms.DateField):
        return date_format(value, "SHORT_DATE_FORMAT")
    return ", ".join(choices.get(str(one), str(_("yes"))).strip("· ") for one in values)


def _hidden(field: forms.Field) -> bool:
    return bool(field.widget.is_hidden)


def _terms(pack: Pack, what: str, language: str) -> list[tuple[str, str]]:
    named = [(term.code, term.names.get(language, term.names["ru"])) for term in getattr(pack, what)]
    return sorted(named, key=lambda pair: alphabetical(pair[1]))
