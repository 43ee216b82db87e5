"""For whom the form is taken away, and for whom a link is made."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from svod.register.models import Organisation
from svod.web.base.places import offer


class ForWhom(forms.Form):
    organisation = forms.ModelChoiceField(
        label=_("Organisation"),
        queryset=Organisation.objects.none(),
        empty_label=None,
        help_text=_("The form asks which of the organisations below it reports, where there are any."),
    )

    def __init__(self, *given: Any, places: QuerySet[Organisation], **named: Any) -> None:
        super().__init__(*given, **named)
        offer(self.fields["organisation"], places)
