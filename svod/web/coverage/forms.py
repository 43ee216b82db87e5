from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from svod.register.models import Level


def day_input() -> forms.DateInput:
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})


class DueDays(forms.Form):
    """The day of each level that has organisations."""

    def __init__(self, *given: Any, levels: Iterable[str], due: date, **named: Any) -> None:
        super().__init__(*given, **named)
        for level in levels:
            label = Level(level).label
            self.fields[level] = forms.DateField(label=label, initial=due, widget=day_input())


class Duty(forms.Form):
    due = forms.DateField(label=_("To report by"), widget=day_input())
    excused_why = forms.CharField(
        label=_("It need not report, because"),
        required=False,
        max_length=500,
        help_text=_("Leave this empty if it is to report. Who is excused is in no rate; the reason is kept."),
    )
