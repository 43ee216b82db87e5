"""Which survey is opened, where, when, until which day; and why one does not count."""

from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy as _

from svod.packs import Pack
from svod.register.models import Organisation, Survey
from svod.web.coverage.forms import day_input
from svod.web.inbox.choices import OrganisationField

USUAL = timedelta(days=7)
LONGEST = timedelta(days=92)  # what stands open for ever is forgotten, and so is who has its address


class OpenSurvey(forms.Form):
    whose = _(
        "Results are told of this organisation as a whole. For exact numbers of a region, open one survey for it."
    )
    code = forms.ChoiceField(label=_("Survey"), widget=forms.RadioSelect)
    wave = forms.ChoiceField(
        label=_("When is it held?"),
        choices=Survey.Wave.choices,
        widget=forms.RadioSelect,
        help_text=_("Before and after are set side by side when both are closed."),
    )
    last_day = forms.DateField(label=_("Last day for answers"), widget=day_input())

    def __init__(self, *given: Any, pack: Pack, places: QuerySet[Organisation], search: str, **named: Any) -> None:
        super().__init__(*given, **named)
        language = get_language() or "ru"
        self.fields["code"].choices = [(one.code, one.names.get(language, one.names["ru"])) for one in pack.surveys]
        self.fields["last_day"].initial = timezone.localdate() + USUAL
        whose = OrganisationField(places, search, label=_("Whose survey"), help_text=self.whose)
        self.fields = {"organisation": whose, **self.fields}

    def clean_last_day(self) -> Any:
        day, today = self.cleaned_data["last_day"], timezone.localdate()
        if not today <= day <= today + LONGEST:
            raise ValidationError(_("Choose a day from today on, three months ahead at most."))
        return day


class Close(forms.Form):
    sure = forms.BooleanField(label=_("Yes, close it for good"))


class Discard(forms.Form):
    why = forms.CharField(
        label=_("Why its answers do not count"),
        max_length=500,
        help_text=_("For instance: its address was posted where others answered, too. All answers are deleted."),
    )
