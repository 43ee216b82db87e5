from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from svod.register.models import Organisation, Person, Role
from svod.register.permissions import ORDER, highest


def roles_up_to(person: Person, organisation: Organisation) -> list[tuple[str, str]]:
    """The roles that the person may give there."""
    own = highest(person, organisation)
    return [(role.value, role.label) for role in ORDER[: ORDER.index(own) + 1]] if own else []


class Search(forms.Form):
    q = forms.CharField(label=_("Name, user name or organisation"), required=False, max_length=100)
    role = forms.ChoiceField(label=_("Role"), required=False)

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["role"].choices = [("", _("any")), *Role.choices]


class ChangeRole(forms.Form):
    role = forms.ChoiceField(label=_("Role"))

    def __init__(self, *given: Any, choices: list[tuple[str, str]], **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["role"].choices = choices
