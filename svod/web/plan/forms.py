from typing import Any

from django import forms
from django.db.models.fields import BLANK_CHOICE_DASH
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from svod.language.bounds_text import printed
from svod.language.titles import bare
from svod.packs import Pack
from svod.register.models import PlannedActivity
from svod.register.services.numbers import understood
from svod.web.coverage.forms import day_input
from svod.web.review.forms import choices


class PlannedForm(forms.Form):
    """An activity of the plan. `version` is the row's when the form was drawn."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    kind = forms.ChoiceField(label=_("What is it?"))
    title = forms.CharField(label=_("Title or theme"), max_length=500, required=False)
    first_day = forms.DateField(label=_("Day"), required=False, widget=day_input())
    last_day = forms.DateField(
        label=_("Last day"), required=False, widget=day_input(), help_text=_("Empty where it is held on one day.")
    )
    place = forms.CharField(label=_("Place"), max_length=200, required=False)
    responsible = forms.CharField(
        label=_("Who answers for it"),
        max_length=200,
        required=False,
        help_text=_("An office rather than a name: “chair of the trade union committee”."),
    )
    audience = forms.MultipleChoiceField(label=_("For whom"), required=False, widget=forms.CheckboxSelectMultiple)
    expected = forms.CharField(
        label=_("How many people are expected"), max_length=100, required=False, help_text=_("“50”, “about 50”.")
    )
    partners = forms.MultipleChoiceField(label=_("Together with"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *given: Any, pack: Pack, **named: Any) -> None:
        super().__init__(*given, **named)
        for name, terms in (("kind", pack.kinds), ("audience", pack.audiences), ("partners", pack.partners)):
            self.fields[name].choices = choices(terms)
        self.fields["kind"].choices = [*BLANK_CHOICE_DASH, *self.fields["kind"].choices]  # none is told unawares

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("This is before the first day."))
        said = cleaned.get("expected", "")
        if said and understood(said) is None:
            self.add_error("expected", _("Write a number, as “50” or “about 50”."))
        return cleaned

    def columns(self) -> dict[str, Any]:
        told = self.cleaned_data
        number = understood(told["expected"]) if told["expected"] else None
        first = told["first_day"] or told["last_day"]
        return {
            **{name: " ".join(told[name].split()) for name in ("kind", "title", "place", "responsible")},
            "title": bare(" ".join(told["title"].split())),
            "first_day": first,
            "last_day": told["last_day"] or first,
            "expected_least": number and number.least,
            "expected_most": number and number.most,
            **{name: tuple(sorted(told[name])) for name in ("audience", "partners")},
        }


def told_by(planned: PlannedActivity, language: str) -> dict[str, Any]:
    """What the form shows of a row."""
    names = ("version", "kind", "title", "first_day", "place", "responsible", "audience", "partners")
    last = planned.last_day if planned.last_day != planned.first_day else None
    expected = printed(planned.expected, language) if planned.expected else ""
    return {**{name: getattr(planned, name) for name in names}, "last_day": last, "expected": expected}


class HeldAsPlanned(forms.Form):
    """The two things that a plan does not know."""

    people = forms.CharField(
        label=_("How many people came?"),
        max_length=100,
        required=False,
        help_text=_("As you would say it: “50”, “about 50”, “more than 100”."),
    )
    day = forms.DateField(label=_("Day"), widget=day_input())

    def clean_day(self) -> Any:
        if self.cleaned_data["day"] > timezone.localdate():
            raise forms.ValidationError(_("This day is still to come."))
        return self.cleaned_data["day"]


class Remark(forms.Form):
    remark = forms.CharField(label=_("Remark"), max_length=1000, required=False, widget=forms.Textarea({"rows": 3}))
