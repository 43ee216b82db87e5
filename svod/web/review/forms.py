"""What a person types into a card."""

from typing import Any

from django import forms
from django.utils.translation import get_language, gettext_lazy as _

from svod.packs import Pack
from svod.packs.pack import Term
from svod.records import Bounds
from svod.register.models import Activity, Document
from svod.register.models.finding import Finding
from svod.register.services.split import Part
from svod.web.review.words import LABELS, MEASURES

SCOPES = [
    ("", _("only here")),
    ("submission", _("in all drafts of this submission that had the same")),
    ("organisation", _("in all drafts of this organisation that had the same")),
]


def choices(terms: tuple[Term, ...]) -> list[tuple[str, str]]:
    language = get_language() or "ru"
    return [(term.code, term.names.get(language, term.names["ru"])) for term in terms]


def regions(pack: Pack) -> list[tuple[str, str]]:
    language = get_language() or "ru"
    return [("", "—"), *((one.code, one.short.get(language, one.short["ru"])) for one in pack.geography.regions)]


class FindingForm(forms.Form):
    """What cards of activities and totals share. `version` is the row's when the form was drawn."""

    template_name = "review/_fields.html"
    version = forms.IntegerField(widget=forms.HiddenInput)
    number_reason = forms.CharField(
        label=_("Where a number is from that its sentence does not say"), max_length=500, required=False
    )
    keep_sources = forms.BooleanField(label=_("The marked words say the new values too"), initial=True, required=False)
    likes = forms.ChoiceField(
        label=_("Change kind, organiser and region"), choices=SCOPES, required=False, widget=forms.RadioSelect
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name in ("participants", "count", "value"):
            self._follow(name, cleaned)
            least, most = cleaned.get(f"{name}_least"), cleaned.get(f"{name}_most")
            if least is None and most is not None:
                self.add_error(f"{name}_least", _("Give the least as well; 1 where the text says “up to”."))
            elif least is not None and most is not None and most < least:
                self.add_error(f"{name}_most", _("This is less than the least."))
        return cleaned

    def _follow(self, name: str, cleaned: dict[str, Any]) -> None:
        """Who corrects "45" to 54 types it once: a most that nobody touched goes along where it is less now."""
        least, most = cleaned.get(f"{name}_least"), cleaned.get(f"{name}_most")
        if least is not None and most is not None and most < least and f"{name}_most" not in self.changed_data:
            cleaned[f"{name}_most"] = least

    def renew(self, version: int) -> None:
        """Be about the row as it is now, with what was typed."""
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = str(version)

    def columns(self) -> dict[str, Any]:
        """The row's columns as they were typed."""
        own = set(FindingForm.base_fields)
        return {name: value for name, value in self.cleaned_data.items() if name not in own}


def _number(label: Any, **more: Any) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=0, max_value=100_000_000, required=False, **more)


def _day(label: Any) -> forms.DateField:
    return forms.DateField(
        label=label, required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


class ActivityForm(FindingForm):
    kind = forms.ChoiceField(label=LABELS["kind"])
    title = forms.CharField(label=LABELS["title"], max_length=500, required=False)
    first_day = _day(_("First day"))
    last_day = _day(_("Last day"))
    place = forms.CharField(label=LABELS["place"], max_length=200, required=False)
    region = forms.ChoiceField(label=LABELS["region"], required=False)
    organiser = forms.CharField(label=LABELS["organiser"], max_length=500, required=False)
    participants_least = _number(_("Participants, at least"))
    participants_most = _number(_("Participants, at most"), help_text=_("Empty: the text leaves it open."))
    count_least = _number(_("How many activities, at least"))
    count_most = _number(_("How many activities, at most"), help_text=_("Empty: the text leaves it open."))
    audience = forms.MultipleChoiceField(label=LABELS["audience"], required=False, widget=forms.CheckboxSelectMultiple)
    partners = forms.MultipleChoiceField(label=LABELS["partners"], required=False, widget=forms.CheckboxSelectMultiple)
    materials = forms.MultipleChoiceField(
        label=LABELS["materials"], required=False, widget=forms.CheckboxSelectMultiple
    )
    online = forms.BooleanField(label=LABELS["online"], required=False)
    planned = forms.BooleanField(label=_("Planned, not held yet"), required=False)

    MANY = ("audience", "partners", "materials")

    def __init__(self, *args: Any, pack: Pack, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["kind"].choices = choices(pack.kinds)
        self.fields["region"].choices = regions(pack)
        for name, terms in (("audience", pack.audiences), ("partners", pack.partners), ("materials", pack.materials)):
            self.fields[name].choices = choices(terms)
        self.order_fields([*(name for name in self.fields if name not in FindingForm.base_fields)])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        cleaned["first_day"], cleaned["last_day"] = first or last, last or first
        if first and last and last < first:
            self.add_error("last_day", _("This is before the first day."))
        if not cleaned.get("count_least"):
            self.add_error("count_least", _("At least one."))
        for name in self.MANY:
            cleaned[name] = tuple(sorted(cleaned.get(name, ())))
        return cleaned


class TotalForm(FindingForm):
    measure = forms.ChoiceField(label=LABELS["measure"], choices=list(MEASURES.items()))
    value_least = _number(_("At least"))
    value_most = _number(_("At most"), help_text=_("Empty: the text leaves it open."))
    kind = forms.ChoiceField(label=LABELS["kind"], required=False)
    region = forms.ChoiceField(label=LABELS["region"], required=False)
    place = forms.CharField(label=LABELS["place"], max_length=200, required=False)

    def __init__(self, *args: Any, pack: Pack, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["kind"].choices = [("", _("every kind")), *choices(pack.kinds)]
        self.fields["region"].choices = regions(pack)
        self.fields.pop("keep_sources")  # a total stands on its evidence alone
        self.order_fields([*(name for name in self.fields if name not in FindingForm.base_fields)])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("value_least") is None:
            self.add_error("value_least", _("A total has a number."))
        return cleaned


def form_for(row: Finding, pack: Pack, data: Any = None) -> FindingForm:
    form = ActivityForm if isinstance(row, Activity) else TotalForm
    initial = {name: getattr(row, name, None) for name in form.base_fields}
    return form(data, pack=pack, initial={**initial, "keep_sources": True, "likes": ""}, prefix="f", label_suffix="")


class PartForm(forms.Form):
    """One of the activities that a mention stands for."""

    kind = forms.ChoiceField(label=LABELS["kind"])
    title = forms.CharField(label=LABELS["title"], max_length=500, required=False)
    least = _number(_("Participants, at least"))
    most = _number(_("Participants, at most"))

    def __init__(self, *args: Any, pack: Pack, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["kind"].choices = choices(pack.kinds)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        least, most = cleaned.get("least"), cleaned.get("most")
        if most is not None and (least is None or most < least):
            self.add_error("most", _("This is less than the least."))
        return cleaned

    def part(self) -> Part:
        least = self.cleaned_data["least"]
        participants = None if least is None else Bounds(least, self.cleaned_data["most"])
        return Part(self.cleaned_data["kind"], participants, self.cleaned_data["title"])


class AddForm(forms.Form):
    """`start` and `end` come from the script, where words were marked with the mouse; without it the words are found
    in the text."""

    document = forms.ModelChoiceField(Document.objects.none(), label=_("Text"), empty_label=None)
    kind = forms.ChoiceField(label=LABELS["kind"])
    quote = forms.CharField(
        label=_("The words that say so"),
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Mark them in the text, or copy them from it."),
    )
    start = forms.IntegerField(required=False, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, documents: Any, pack: Pack, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["document"].queryset = documents
        self.fields["kind"].choices = choices(pack.kinds)
