from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from svod.narration import LENGTHS, STYLES
from svod.register.models import Campaign, Organisation, Person, Report
from svod.register.permissions import reach, within

# What the narrator's codes are called; one that has no name here shows its code.
LENGTH_NAMES = {
    "full": _("full"),
    "two_pages": _("two pages"),
    "regions": _("a paragraph for each region"),
    "press": _("press release"),
    "social": _("a post"),
}
STYLE_NAMES = {"official": _("official"), "public": _("for the public")}
DAY = {"type": "date"}


class About(forms.ModelForm):
    """What a report is about, and how it is told."""

    class Meta:
        model = Report
        fields = ("title", "language", "length", "style", "with_drafts", "first_day", "last_day")
        widgets = {
            "first_day": forms.DateInput(format="%Y-%m-%d", attrs=DAY),
            "last_day": forms.DateInput(format="%Y-%m-%d", attrs=DAY),
        }
        help_texts = {
            "title": _("Empty: as the machine puts it."),
            "with_drafts": _("Without them only what a person has confirmed is told."),
            "first_day": _("Both days empty: the whole campaign."),
            "last_day": _("Activities without a day and reported totals are left out where days are given."),
        }

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["language"] = _choice(self.fields["language"], dict(settings.LANGUAGES))
        self.fields["length"] = _choice(self.fields["length"], {code: LENGTH_NAMES.get(code, code) for code in LENGTHS})
        if self.instance.pk and self.instance.passages.exists():
            self.fields["language"].disabled = True
            self.fields["language"].help_text = _("People have written in it: it stays in that language.")
        self.fields["style"] = _choice(self.fields["style"], {code: STYLE_NAMES.get(code, code) for code in STYLES})

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if bool(first) != bool(last):
            self.add_error("last_day", _("Give both days, or none."))
        elif first and last and last < first:
            self.add_error("last_day", _("The last day is before the first."))
        return cleaned


class Begin(About):
    """Also whose report it is: that stays."""

    organisation = forms.ModelChoiceField(
        label=_("Organisation"),
        queryset=Organisation.objects.none(),
        help_text=_("It and all below it are told of."),
    )

    field_order = ("organisation",)

    def __init__(self, *given: Any, campaign: Campaign, person: Person, **named: Any) -> None:
        super().__init__(*given, **named)
        part = Organisation.objects.filter(path__startswith=campaign.organisation.path)
        places = part.filter(within(reach(person, "report"), "")).order_by("path")
        self.fields["organisation"].queryset = places
        self.fields["organisation"].initial = places.first()
        self.order_fields(self.field_order)


def _choice(field: Any, choices: dict[str, Any]) -> forms.ChoiceField:
    return forms.ChoiceField(label=field.label, choices=list(choices.items()))
