from typing import Any

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from svod.api.hooks.outbox import EDITION_READY, READ as WAS_READ
from svod.api.hooks.setting import EVENTS
from svod.api.scopes import NAMES, READ
from svod.register.models import Organisation, Person, Role
from svod.register.permissions import may, reach, within
from svod.web.base.verbs import VERBS

DAYS = [(7, _("a week")), (30, _("a month")), (90, _("three months")), (365, _("a year"))]


class NewToken(forms.Form):
    name = forms.CharField(label=_("What it is for"), max_length=100, help_text=_("For instance: the union’s site."))
    whose = forms.ModelChoiceField(
        label=_("Whose deeds they are"), queryset=Person.objects.none(), required=False, empty_label=_("my own")
    )
    scopes = forms.MultipleChoiceField(
        label=_("What it may do"),
        required=False,
        choices=[(scope, name) for scope, name in NAMES.items() if scope != READ],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("It may always read. It never may more than the person whose it is."),
    )
    organisation = forms.ModelChoiceField(
        label=_("Where"),
        queryset=Organisation.objects.none(),
        empty_label=None,
        help_text=_("It reaches this organisation and those below it."),
    )
    days = forms.TypedChoiceField(label=_("Valid for"), coerce=int, choices=DAYS, initial=90)

    def __init__(self, *given: Any, person: Person, services: QuerySet[Person], **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["whose"].queryset = services
        if not services.exists():
            self.fields["whose"].widget = forms.HiddenInput()
        _offer(self.fields["organisation"], reach(person, "see"))


class NewService(forms.Form):
    """A program that acts for itself, under its own name in the history."""

    name = forms.CharField(label=_("Name of the service"), max_length=100)
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices, initial=Role.READER)
    organisation = forms.ModelChoiceField(label=_("Where"), queryset=Organisation.objects.none(), empty_label=None)

    def __init__(self, *given: Any, person: Person, **named: Any) -> None:
        super().__init__(*given, **named)
        rows = Organisation.objects.filter(path__in=reach(person, "administer")).order_by("path")
        self.fields["organisation"].queryset = rows
        self.fields["organisation"].label_from_instance = lambda one: one.name
        self.may_add = any(may(person, "administer", one) for one in rows)


EVENTS_IN_WORDS = {
    **VERBS,
    WAS_READ: _("read what was handed in (the program)"),
    EDITION_READY: _("made the files of a report’s version (the program)"),
}


class NewWebhook(forms.Form):
    url = forms.CharField(label=_("Where messages go"), max_length=500, help_text=_("An address with https://."))
    organisation = forms.ModelChoiceField(
        label=_("What happens below"), queryset=Organisation.objects.none(), empty_label=None
    )
    events = forms.MultipleChoiceField(
        label=_("Of what"),
        required=False,
        choices=lambda: sorted(
            ((event, EVENTS_IN_WORDS[event]) for event in EVENTS), key=lambda one: str(one[1]).casefold()
        ),
        help_text=_("None: of everything."),
    )

    def __init__(self, *given: Any, person: Person, **named: Any) -> None:
        super().__init__(*given, **named)
        _offer(self.fields["organisation"], reach(person, "organise"))


def _offer(field: forms.ModelChoiceField, paths: list[str]) -> None:
    """Any organisation below the paths is taken; shown are these and one level below: a federation fits no list."""
    rows = Organisation.objects.filter(within(paths, "")).order_by("path")
    near = Q(pk__in=())
    for path in paths:
        near |= Q(path__startswith=path, depth__lte=len(path) // Organisation.steplen + 1)
    field.queryset = rows
    field.choices = [(one.pk, one.name) for one in rows.filter(near)]
