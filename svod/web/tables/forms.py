from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from svod.register.models import Organisation
from svod.web.base.places import offer

MOST_BYTES = 20 * 1024 * 1024
LANGUAGES = (
    ("both", _("Russian and Kazakh")),
    ("ru", _("Russian")),
    ("kk", _("Kazakh")),
    ("en", _("English")),
)


class _Of(forms.Form):
    organisation = forms.ModelChoiceField(
        label=_("Organisation"), queryset=Organisation.objects.none(), empty_label=None
    )

    def __init__(self, *given: Any, places: QuerySet[Organisation], **named: Any) -> None:
        super().__init__(*given, **named)
        offer(self.fields["organisation"], places)


class TakeAway(_Of):
    language = forms.ChoiceField(label=_("Languages of the table"), choices=LANGUAGES, initial="both")


class HandIn(_Of):
    file = forms.FileField(label=_("The table (XLSX)"), widget=forms.FileInput(attrs={"accept": ".xlsx"}))

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise ValidationError(_("The file is larger than 20 MB. A table of activities needs less."))
        return file
