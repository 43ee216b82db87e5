"""For whom the form is taken away, and for whom a link is made."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from svod.register.models import Organisation


class ForWhom(forms.Form):
    organisation = forms.ModelChoiceField(
        label=_("Organisation"),
        queryset=Organisation.objects.none(),
        empty_label=None,
        help_text=_("The form asks which of the organisations below it reports, where there are any."),
    )

    def __init__(self, *given: Any, places: QuerySet[Organisation], **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["organisation"].queryset = places
        self.fields["organisation"].label_from_instance = lambda one: one.name
