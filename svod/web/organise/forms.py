from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from svod.register.models import Level, Organisation, Person
from svod.register.permissions import reach
from svod.register.units import units

LEVELS = list(Level)
MOST_BYTES = 20 * 1024 * 1024


class Describe(forms.ModelForm):
    """An organisation below `parent`; the national one has none."""

    unit = forms.CharField(
        label=_("Region or district"),
        required=False,
        max_length=100,
        help_text=_(
            "As it is called on the map, in Russian or Kazakh. Left empty, it is that of the organisation above."
        ),
    )

    class Meta:
        model = Organisation
        fields = ("name", "name_kk", "short", "level", "unit", "number", "contact")
        help_texts = {
            "short": _("For tables and lists."),
            "number": _("As your federation numbers it: an import finds the organisation by it."),
            "contact": _("A telephone or an address of the organisation, not of a private person."),
        }

    def __init__(self, *given: Any, parent: Organisation | None, **named: Any) -> None:
        super().__init__(*given, **named)
        self.parent = parent
        above = LEVELS.index(Level(parent.level)) if parent else -1
        self.fields["level"].choices = [(level.value, level.label) for level in LEVELS[above + 1 :]]
        if self.instance.pk:
            self.initial["unit"] = units().name(self.instance.unit)
            self.fields["is_closed"] = forms.BooleanField(
                label=_("Closed: it reports no more"),
                required=False,
                initial=self.instance.is_closed,
                help_text=_("What it reported stays."),
            )

    def clean_unit(self) -> str:
        said, above = self.cleaned_data["unit"], self.parent.unit if self.parent else ""
        if not said:
            return above
        known = units()
        if said == known.name(self.instance.unit):
            return self.instance.unit
        found = known.named(said, above.partition("/")[0])
        if len(found) == 1:
            return found[0]
        if found:
            raise ValidationError(_("Several regions have a district of this name. Write the name of the region."))
        raise ValidationError(_("No region, district or town of this name is known. Look at how it is spelt."))

    def clean_level(self) -> str:
        level = self.cleaned_data["level"]
        children = Organisation.objects.get_children(self.instance) if self.instance.pk else Organisation.objects.none()
        if any(
            LEVELS.index(Level(child)) <= LEVELS.index(Level(level))
            for child in children.values_list("level", flat=True)
        ):
            raise ValidationError(_("Organisations below it are of this level or a higher one."))
        return level

    def columns(self) -> dict[str, Any]:
        """What the services take."""
        known = (*self.Meta.fields, "is_closed")
        return {name: value for name, value in self.cleaned_data.items() if name in known}

    def _post_clean(self) -> None:
        """The row is changed by a service, never here: the form leaves it as it was read."""


class Sheet(forms.Form):
    organisation = forms.ModelChoiceField(label=_("Below which organisation"), queryset=Organisation.objects.none())
    file = forms.FileField(label=_("The sheet (XLSX)"), widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}))

    def __init__(self, *given: Any, person: Person, **named: Any) -> None:
        super().__init__(*given, **named)
        places = Organisation.objects.filter(path__in=reach(person, "organise")).order_by("path")
        self.fields["organisation"].queryset = places
        self.fields["organisation"].initial = places.first()

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise ValidationError(_("The file is larger than 20 MB. A list of organisations is smaller."))
        return file
