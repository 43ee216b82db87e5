from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from svod.register.models import Organisation


class Reminding(forms.Form):
    """`organisations` are those of the late ones that stay ticked; none that is not late can be reminded."""

    organisations = forms.ModelMultipleChoiceField(
        Organisation.objects.none(), error_messages={"required": _("Tick at least one organisation.")}
    )
    note = forms.CharField(
        label=_("A word of your own"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It stands in the letter, between the list and the link. It may stay empty."),
    )

    def __init__(self, *given: Any, late: Iterable[Organisation], **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["organisations"].queryset = Organisation.objects.filter(pk__in=[one.pk for one in late])


class Rule(forms.Form):
    remind_after = forms.IntegerField(
        label=_("Remind, days after the report was due"),
        required=False,
        min_value=1,
        max_value=60,
        help_text=_("Empty: nobody is reminded without your word."),
    )
    escalate_after = forms.IntegerField(
        label=_("Write to the organisation above, days after the report was due"),
        required=False,
        min_value=1,
        max_value=90,
        help_text=_("Empty: it is not written to."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, then = cleaned.get("remind_after"), cleaned.get("escalate_after")
        if then is not None and (first is None or then <= first):
            self.add_error(
                "escalate_after", _("The organisation itself is reminded first: choose a later day for this.")
            )
        return cleaned
