"""Whose inbox: the organisations a person may hand in for, or look at."""

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import BigIntegerField, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from svod.register.models import Campaign, Organisation, Person
from svod.register.often import Given, Often
from svod.register.permissions import may, needed_anywhere, visible

MOST_TO_CHOOSE = 200  # more are searched for, not listed
MOST_FOUND = 20
ONE = Often(Organisation.objects.filter(pk=Given("key", BigIntegerField())))
KEY = re.compile(r"\[(\d{1,18})\]\s*$|^\s*(\d{1,18})\s*$")  # no longer than a key can be


def organisations_for(person: Person, campaign: Campaign, action: str) -> QuerySet[Organisation]:
    """Those of the campaign where the person may do that, in the tree's order; what is closed does nothing any more."""
    inside = Organisation.objects.filter(path__startswith=campaign.organisation.path)
    if action != "see":
        inside = inside.filter(is_closed=False)
    return visible(inside, person, action, through="").order_by("path")


def one_for(person: Person, campaign: Campaign, action: str, key: int) -> Organisation | None:
    """The one of `organisations_for`: asked of one row, the database is asked less."""
    found = ONE.row(key=key)
    if found is None or (found.is_closed and action != "see"):
        return None
    is_inside = found.path.startswith(campaign.organisation.path)
    return found if is_inside and may(person, action, found) else None


def chosen_by_key(person: Person, campaign: Campaign, action: str) -> dict[str, Any]:
    """For a form that a script sends and nobody draws. Raises PermissionDenied for who may do that nowhere."""
    needed_anywhere(person, action)
    of = (person, campaign, action)
    return {"choices": partial(organisations_for, *of), "search": "", "one": partial(one_for, *of)}


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
    return f"{organisation.called} [{organisation.pk}]"


One = Callable[[int], Organisation | None]
Choices = QuerySet[Organisation] | Callable[[], QuerySet[Organisation]]


class OrganisationField(forms.ModelChoiceField):
    """A list of few organisations; among many one is searched for by its name. One that is not drawn, since `one` of
    them comes with its key, counts none, and may be given how to come by all of them."""

    def __init__(
        self, choices: Choices, search: str, one: One | None = None, most: int | None = None, **options: Any
    ) -> None:
        self._one, self._all, self.is_asked_by_key = one, choices, one is not None
        drawn = Organisation.objects.none() if callable(choices) else choices
        most = MOST_TO_CHOOSE if most is None else most
        number = 0 if one else drawn[: most + 1].count()
        self.is_searched, self.is_several = number > most, number > 1
        if self.is_searched:
            options["widget"] = forms.TextInput(
                {"list": "organisations-found", "autocomplete": "off", "data-search": search}
            )
        super().__init__(drawn, **{"label": _("Organisation"), "empty_label": None, **options})

    def label_from_instance(self, obj: Organisation) -> str:
        return "\u2003" * (obj.depth - 1) + obj.called

    def prepare_value(self, value: Any) -> Any:
        if self.is_searched and isinstance(value, Organisation):
            return written(value)
        return super().prepare_value(value)

    def to_python(self, value: Any) -> Organisation | None:
        if not isinstance(value, str) or not value.strip():
            return super().to_python(value)
        if key := KEY.search(value):
            return self._of(key[1] or key[2])
        choices = self._all() if callable(self._all) else self.queryset
        named = list(choices.filter(Q(name=value.strip()) | Q(short=value.strip()) | Q(number=value.strip()))[:2])
        if len(named) != 1:
            raise ValidationError(_("Choose one of the organisations found by its name."), code="invalid_choice")
        return named[0]

    def _of(self, key: str) -> Organisation | None:
        found = self._one(int(key)) if self._one else super().to_python(key)
        if found is None:
            raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice", params={"value": key})
        return found
