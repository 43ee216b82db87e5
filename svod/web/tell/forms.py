"""What a person tells: an activity field by field, a text of their own, or that nothing was held."""

from datetime import date, timedelta
from functools import partial
from typing import Any
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from svod.language.titles import bare
from svod.packs import Pack
from svod.register.care import Care
from svod.register.told import Held
from svod.web.inbox.choices import Choices
from svod.web.inbox.forms import MOST_TEXT, For
from svod.web.review.forms import choices as named_choices

NO_NAMES = _("No lists of participants, no names of children or of the people concerned.")
NO_ADDRESSES = _("Never the address of a shelter or of somebody's home.")
DAYS_AGO = {"today": 0, "yesterday": 1}


class ToldForm(For):
    """Whose report it is, and the key under which it is sent: once, however often."""

    help_text = ""
    care: Care | None = None  # what to think about before it is sent
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *given: Any, choices: Choices, search: str, pack: Pack, **options: Any) -> None:
        super().__init__(*given, choices=choices, search=search, **options)
        self.fields["key"].initial = uuid4
        self.pack = pack
        whose = self.fields["organisation"]
        if whose.is_searched:
            asks = {"hx-get": search, "hx-trigger": "input changed delay:300ms", "hx-target": "#organisations-found"}
            whose.widget.attrs.update(asks)
        elif not whose.is_several:
            whose.widget = forms.HiddenInput()


class HeldForm(ToldForm):
    WHEN = (("today", _("Today")), ("yesterday", _("Yesterday")), ("other", _("Another day")))

    kind = forms.ChoiceField(label=_("What was it?"), widget=forms.RadioSelect)
    title = forms.CharField(label=_("Title or theme"), max_length=500, required=False, help_text=NO_NAMES)
    when = forms.ChoiceField(label=_("When?"), choices=WHEN, initial="today", widget=forms.RadioSelect)
    day = forms.DateField(
        label=_("Day"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    place = forms.CharField(label=_("Where?"), max_length=200, required=False, help_text=NO_ADDRESSES)
    people = forms.CharField(
        label=_("How many people came?"),
        max_length=100,
        required=False,
        help_text=_("As you would say it: “50”, “about 50”, “more than 100”, “28 pupils and 5 parents”."),
    )
    audience = forms.MultipleChoiceField(label=_("Who came?"), required=False, widget=forms.CheckboxSelectMultiple)
    partners = forms.MultipleChoiceField(
        label=_("Together with whom?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        self.fields["kind"].choices = partial(named_choices, self.pack.kinds)
        self.fields["audience"].choices = partial(named_choices, self.pack.audiences)
        self.fields["partners"].choices = partial(named_choices, self.pack.partners)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("when") == "other" and not cleaned.get("day") and "day" not in self.errors:
            self.add_error("day", _("Choose the day."))
        return cleaned

    def held(self) -> Held:
        given = self.cleaned_data
        words = {name: " ".join(given[name].split()) for name in ("title", "place", "people")}
        words["title"] = bare(words["title"])
        codes = {name: tuple(sorted(given[name])) for name in ("audience", "partners")}
        return Held(kind=given["kind"], day=self._day(), **words, **codes)

    def _day(self) -> date | None:
        when = self.cleaned_data["when"]
        if when in DAYS_AGO:
            return timezone.localdate() - timedelta(days=DAYS_AGO[when])
        return self.cleaned_data["day"]


class TextForm(ToldForm):
    text = forms.CharField(
        label=_("Your text"), max_length=MOST_TEXT, widget=forms.Textarea({"rows": 6}), help_text=NO_NAMES
    )
    said_on = forms.DateField(required=False, widget=forms.HiddenInput)  # the phone tells it: it may send days later

    def clean_said_on(self) -> date:
        """The day on which "yesterday" was said; no phone's clock that goes wrong makes it a day to come."""
        return min(self.cleaned_data["said_on"] or timezone.localdate(), timezone.localdate())


class NothingForm(ToldForm):
    reason = forms.CharField(label=_("Why, in a few words"), max_length=300, required=False, help_text=NO_NAMES)


FORMS: dict[str, type[ToldForm]] = {"held": HeldForm, "text": TextForm, "nothing": NothingForm}
