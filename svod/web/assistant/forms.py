from typing import Any

from django import forms
from django.utils.translation import gettext as _, gettext_lazy

from svod.register.models import Assistant

NAMES = ("is_on", "url", "model", "is_own", "seconds", "price_in", "price_out", "currency")


class Setting(forms.Form):
    """Where a model is, and on which terms. `version` is of the row that was shown."""

    is_on = forms.BooleanField(label=gettext_lazy("Ask a language model about what is handed in"), required=False)
    url = forms.CharField(
        label=gettext_lazy("Address"),
        max_length=500,
        required=False,
        help_text=gettext_lazy("OpenAI-compatible, for example https://models.example.org/v1"),
    )
    model = forms.CharField(label=gettext_lazy("Name of the model"), max_length=120, required=False)
    is_own = forms.BooleanField(
        label=gettext_lazy("It stands in the house"),
        required=False,
        help_text=gettext_lazy("Then texts are sent as they are, names and cases of violence included."),
    )
    seconds = forms.IntegerField(label=gettext_lazy("Seconds it may take to answer"), min_value=1, max_value=300)
    price_in = forms.DecimalField(
        label=gettext_lazy("Price of a million tokens sent"), min_value=0, max_digits=12, decimal_places=4
    )
    price_out = forms.DecimalField(
        label=gettext_lazy("Price of a million tokens answered"), min_value=0, max_digits=12, decimal_places=4
    )
    currency = forms.RegexField(
        r"^[A-Z]{3}\Z", label=gettext_lazy("Currency of the prices"), help_text=gettext_lazy("Three letters: KZT, USD")
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *given: Any, row: Assistant, **named: Any) -> None:
        named["initial"] = {name: getattr(row, name) for name in (*NAMES, "version")}
        super().__init__(*given, **named)

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("url") or told.get("is_on"):
            self._ensure_usable(told)
        return told

    def _ensure_usable(self, told: dict[str, Any]) -> None:
        from svod.assistant import BadEndpoint, endpoint_at  # here, for it brings the extractor along

        try:
            endpoint_at(told.get("url", ""), told.get("model", ""), own=told.get("is_own", False))
        except BadEndpoint:
            why = _("Name a model, and an address that begins with https; http is for one that stands in the house.")
            self.add_error(None, why)
