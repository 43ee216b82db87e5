"""Whose inbox: the organisations a person may hand in for, or look at."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from svod.register.models import Campaign, Organisation, Person
from svod.register.permissions import visible

MOST_TO_CHOOSE = 200  # more are searched for, not listed
MOST_FOUND = 20
KEY = re.compile(r"\[(\d+)\]\s*$|^\s*(\d+)\s*$")


def organisations_for(person: Person, campaign: Campaign, action: str) -> QuerySet[Organisation]:
    """Those of the campaign where the person may do that, in the tree's order; what is closed does nothing any more."""
    inside = Organisation.objects.filter(path__startswith=campaign.organisation.path)
    if action != "see":
        inside = inside.filter(is_closed=False)
    return visible(inside, person, action, through="").order_by("path")


def own_organisation(person: Person, choices: QuerySet[Organisation]) -> Organisation | None:
    """Where the person has a role; the highest one of several."""
    return choices.filter(roles__person=person).first() or choices.first()


def found(choices: QuerySet[Organisation], words: str) -> list[str]:
    """The first few whose names hold the words, as they are written into the field."""
    named = Q()
    for word in words.split():
        named &= Q(name__icontains=word) | Q(name__icontains=word.capitalize()) | Q(name_kk__icontains=word)
    return [written(one) for one in choices.filter(named)[:MOST_FOUND]]


def written(organisation: Organisation) -> str:
    """With its key, so that two schools of one name are told apart."""
    return f"{organisation.name} [{organisation.pk}]"


class OrganisationField(forms.ModelChoiceField):
    """A list of few organisations; among many one is searched for by its name. One that is not drawn counts none."""

    def __init__(self, choices: QuerySet[Organisation], search: str, is_drawn: bool = True, **options: Any) -> None:
        number = choices[: MOST_TO_CHOOSE + 1].count() if is_drawn else 0
        self.is_searched, self.is_several = number > MOST_TO_CHOOSE, number > 1
        if self.is_searched:
            options["widget"] = forms.TextInput(
                {"list": "organisations-found", "autocomplete": "off", "data-search": search}
            )
        super().__init__(choices, **{"label": _("Organisation"), "empty_label": None, **options})

    def label_from_instance(self, obj: Organisation) -> str:
        return "\u2003" * (obj.depth - 1) + obj.name

    def prepare_value(self, value: Any) -> Any:
        if self.is_searched and isinstance(value, Organisation):
            return written(value)
        return super().prepare_value(value)

    def to_python(self, value: Any) -> Organisation | None:
        if not isinstance(value, str) or not value.strip():
            return super().to_python(value)
        if key := KEY.search(value):
            return super().to_python(key[1] or key[2])
        named = list(self.queryset.filter(Q(name=value.strip()) | Q(short=value.strip()) | Q(number=value.strip()))[:2])
        if len(named) != 1:
            raise ValidationError(_("Choose one of the organisations found by its name."), code="invalid_choice")
        return named[0]
