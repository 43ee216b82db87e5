from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class When(forms.Form):
    shown_from = forms.DateTimeField(
        label=_("Show it from"),
        required=False,
        widget=forms.DateTimeInput(format="%Y-%m-%dT%H:%M", attrs={"type": "datetime-local"}),
        help_text=_("Empty: at once. Until then nobody sees it but who publishes."),
    )

    def clean_shown_from(self) -> Any:
        found = self.cleaned_data["shown_from"]
        if found is not None and found < timezone.now():
            raise forms.ValidationError(_("This time is over. Leave it empty to publish at once."))
        return found


class PressContact(forms.Form):
    press_contact = forms.CharField(
        label=_("Whom the press may ask"),
        required=False,
        max_length=300,
        help_text=_("Name or office, telephone, address, just as everybody is to see it. Empty: nobody is named."),
    )
