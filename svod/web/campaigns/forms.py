from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from svod.register.models import Campaign, Organisation, Person
from svod.register.permissions import reach
from svod.web.welcome.forms import pack_choices


class Begin(forms.Form):
    pack = forms.ChoiceField(label=_("Campaign"), choices=lambda: [("", _("choose a campaign")), *pack_choices()])
    year = forms.IntegerField(label=_("Year"), min_value=2000, max_value=2100)
    organisation = forms.ModelChoiceField(
        label=_("Held by"),
        queryset=Organisation.objects.none(),
        help_text=_("It and all organisations below it take part."),
    )

    def __init__(self, *given: Any, person: Person, **named: Any) -> None:
        super().__init__(*given, **named)
        places = Organisation.objects.filter(path__in=reach(person, "campaign")).order_by("path")
        self.fields["organisation"].queryset = places
        self.fields["organisation"].empty_label = None
        self.fields["organisation"].initial = places.first()
        self.fields["year"].initial = timezone.localdate().year


class Days(forms.Form):
    first_day = forms.DateField(label=_("First day"))
    last_day = forms.DateField(label=_("Last day"))
    report_by = forms.DateField(label=_("Reports are due by"))

    def __init__(self, *given: Any, campaign: Campaign, **named: Any) -> None:
        named["initial"] = {name: getattr(campaign, name) for name in ("first_day", "last_day", "report_by")}
        super().__init__(*given, **named)
        for field in self.fields.values():
            field.widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        days = [cleaned.get(name) for name in self.fields]
        if all(days) and days != sorted(days):
            self.add_error(None, _("The days are not in order: first day, last day, then the day reports are due by."))
        return cleaned
