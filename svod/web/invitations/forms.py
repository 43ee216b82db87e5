from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from svod.register.models import Level, Organisation, Person, Role
from svod.web.people.forms import roles_up_to

DAYS = [(1, _("one day")), (7, _("a week")), (14, _("two weeks")), (30, _("a month")), (90, _("three months"))]


class Choose(forms.Form):
    q = forms.CharField(label=_("Name of the organisation"), required=False, max_length=100)


class Invite(forms.Form):
    role = forms.ChoiceField(label=_("Role"))
    below = forms.BooleanField(
        label=_("For the organisations below: whoever opens it chooses their own"), required=False
    )
    uses = forms.IntegerField(
        label=_("How many people may come by it"),
        required=False,
        min_value=1,
        max_value=1000,
        help_text=_("Empty: one; for the organisations below, one for each of them."),
    )
    days = forms.TypedChoiceField(label=_("Valid for"), coerce=int, choices=DAYS, initial=14)

    def __init__(self, *given: Any, person: Person, organisation: Organisation, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["role"].choices = roles_up_to(person, organisation)
        self.fields["role"].initial = Role.REPORTER
        if organisation.level == Level.PRIMARY:
            del self.fields["below"]
