"""Organisations that a form offers."""

from collections.abc import Collection
from typing import Any

from django.db.models import Q, QuerySet

from svod.register.models import Campaign, Organisation, Person
from svod.register.permissions import reach


def places(person: Person, action: str, campaign: Campaign, below: int = 1) -> QuerySet[Organisation]:
    """The organisations where the person has such a role, and `below` so many levels: no list holds a federation."""
    found = Q(pk__in=())
    for path in reach(person, action):
        depth = len(path) // Organisation.steplen
        found |= Q(path__startswith=path, depth__lte=depth + below)
    inside = Organisation.objects.filter(path__startswith=campaign.organisation.path, is_closed=False)
    return inside.filter(found).order_by("path")


def offer(field: Any, organisations: QuerySet[Organisation]) -> None:
    """Have a form's field offer these organisations, by their names."""
    field.queryset = organisations
    field.label_from_instance = lambda one: one.name


def tops(paths: Collection[str]) -> list[str]:
    """Those of the paths that lie below none of the others."""
    return [path for path in paths if not any(path != other and path.startswith(other) for other in paths)]
