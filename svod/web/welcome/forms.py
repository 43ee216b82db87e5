from contextlib import suppress
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy as _

from svod.packs import PackError, available, load, own
from svod.web.account.new import FIELDS, NewAccount


def pack_choices() -> list[tuple[str, str]]:
    """The campaign packs that can be used, one's own first; `svod packs` says what is wrong with the others."""
    language, found = get_language() or "ru", []
    for code in available():
        with suppress(PackError):
            names = load(code).names
            found.append((code, names.get(language, names["ru"])))
    return found


class Welcome(NewAccount):
    organisation = forms.CharField(
        label=_("Name of the national organisation"),
        max_length=300,
        help_text=_("As it stands in your reports. It can be changed later."),
    )
    regions = forms.BooleanField(
        label=_("Add an organisation for each region of the campaign's country"),
        required=False,
        initial=True,
    )
    pack = forms.ChoiceField(label=_("Campaign"), choices=pack_choices)
    year = forms.IntegerField(label=_("Year"), min_value=2000, max_value=2100)

    field_order = ("organisation", "regions", "pack", "year", *FIELDS)

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["year"].initial = timezone.localdate().year
        self.fields["pack"].initial = next(iter(own()), "sixteen_days")
