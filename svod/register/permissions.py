"""Who may see and do what: the one place that decides. docs/permissions.md is its table, held true by a test.

A role at an organisation reaches everything below it and nothing beside or above it. What a person may not see does not
exist for them (404); what they see but may not do is refused (403).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.db.models import BigIntegerField, Model, Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from svod.register.models import Operation, Organisation, Person, Role, RoleAt
from svod.register.often import Given, Often

ACTIONS: dict[str, Role] = {
    "see": Role.READER,  # submissions with their texts, activities, totals, who has reported
    "export": Role.READER,
    "submit": Role.REPORTER,
    "plan": Role.REPORTER,  # draft the own organisation's plan, send it up, say what of it was held
    "survey": Role.REPORTER,  # open and close an anonymous survey of the own organisation
    "hand_out": Role.REPORTER,  # materials: ask for pieces, pass them on, give them out
    "supply": Role.COORDINATOR,  # materials: add and print them, grant or turn down what is asked for, send it
    "answer": Role.REPORTER,  # what was asked back
    "review": Role.REVIEWER,  # confirm, correct, reject, split, merge, add, undo one's own
    "discard": Role.COORDINATOR,  # a survey whose answers do not count
    "undo": Role.COORDINATOR,  # what others did
    "remind": Role.COORDINATOR,  # who is late below, by letter
    "assign": Role.COORDINATOR,  # a message of an unknown sender; asked at the organisation that holds the campaign
    "sign": Role.COORDINATOR,  # and reopen; a report's version, and withdraw that
    "comment": Role.REVIEWER,  # on a report's passage
    "report": Role.COORDINATOR,  # make, write and freeze the consolidated report
    "publish": Role.COORDINATOR,  # the campaign's public page; asked at the organisation that holds the campaign
    "invite": Role.COORDINATOR,  # up to one's own role; and make links for form apps
    "organise": Role.COORDINATOR,  # add, import and rename organisations below
    "campaign": Role.ADMINISTRATOR,  # make and change campaigns
    "administer": Role.ADMINISTRATOR,  # people and their roles
}
HANDING_OUT = ("ask_pieces", "pass_on", "give_out")  # what a reporter takes back as well
ORDER = list(Role)
HELD = Often(RoleAt.objects.filter(person=Given("person", BigIntegerField())).values_list("organisation__path", "role"))

Row = TypeVar("Row", bound=Model)


def at_least(role: Role) -> list[Role]:
    """That role and those that may do more."""
    return ORDER[ORDER.index(role) :]


@dataclass(frozen=True, slots=True)
class Limit:
    """What narrows a person's rights for a request: a token of the API allows some actions in a part of the tree."""

    actions: frozenset[str]
    path: str

    def narrowed(self, paths: Iterable[str], action: str) -> list[str]:
        if action not in self.actions:
            return []
        inside = (path if path.startswith(self.path) else self.path for path in paths if _meet(path, self.path))
        return list(dict.fromkeys(inside))


def _meet(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def limit(person: Person, to: Limit) -> None:
    """Narrow what the person may do, for the rest of this request."""
    person.__dict__["_limit"] = to


def reach(person: Person, action: str) -> list[str]:
    """The paths of the organisations below which the person may do that; looked up once in a request."""
    kept: dict[str, Any] = person.__dict__
    if "_roles_at" not in kept:
        kept["_roles_at"] = HELD.rows(person=person.pk) if person.pk else []
    enough = at_least(ACTIONS[action])
    paths = [path for path, role in kept["_roles_at"] if role in enough]
    return kept["_limit"].narrowed(paths, action) if "_limit" in kept else paths


def may(person: Person, action: str, organisation: Organisation) -> bool:
    return any(organisation.path.startswith(path) for path in reach(person, action))


def highest(person: Person, organisation: Organisation) -> Role | None:
    """The most that the person is at that organisation, by a role there or above."""
    reach(person, "see")
    here = [role for path, role in person.__dict__["_roles_at"] if organisation.path.startswith(path)]
    return max((Role(role) for role in here), key=ORDER.index, default=None)


def may_give(person: Person, role: str, organisation: Organisation) -> bool:
    """Whether the person may give that role: one that may do no more than theirs, where they may invite."""
    own = highest(person, organisation)
    return own is not None and may(person, "invite", organisation) and ORDER.index(Role(role)) <= ORDER.index(own)


def may_manage(person: Person, other: Person) -> bool:
    """Whether the account of the other is theirs to look after: all its roles lie below where they administer."""
    places = [one.organisation for one in other.roles.select_related("organisation")]
    return bool(places) and all(may(person, "administer", place) for place in places)


def may_anywhere(person: Person, action: str) -> bool:
    return bool(reach(person, action))


def within(paths: Iterable[str], through: str = "organisation") -> Q:
    """Rows whose organisation lies below one of the paths; `through` leads to it, "" for organisations themselves."""
    prefix = f"{through}__path" if through else "path"
    below = [Q(**{f"{prefix}__below": path}) for path in paths]
    return reduce(or_, below) if below else Q(pk__in=())


def visible(rows: QuerySet[Row], person: Person, action: str = "see", through: str = "organisation") -> QuerySet[Row]:
    """Those of the rows that the person may see, or may do that with."""
    return rows.filter(within(reach(person, action), through))


def row_or_404(
    rows: QuerySet[Row], person: Person, action: str = "see", through: str = "organisation", **which: Any
) -> Row:
    """The one row, through the one door. Raises Http404 where the person must not see it, PermissionDenied where they
    may see it but not do that."""
    row = get_object_or_404(visible(rows, person, "see", through), **which)
    if action != "see" and not visible(rows.model._base_manager.filter(pk=row.pk), person, action, through).exists():
        raise PermissionDenied(action)
    return row


def let_in(person: Person, organisation: Organisation, action: str = "see") -> None:
    """The same for a row that is at hand, with its organisation: that asks the database less."""
    if not may(person, "see", organisation):
        raise Http404
    needed(person, action, organisation)


def needed(person: Person, action: str, organisation: Organisation) -> None:
    """Raise PermissionDenied where the person may not do that there."""
    if not may(person, action, organisation):
        raise PermissionDenied(action)


def needed_anywhere(person: Person, action: str) -> None:
    """Raise PermissionDenied where the person may do that nowhere."""
    if not may_anywhere(person, action):
        raise PermissionDenied(action)


def may_everywhere(person: Person, action: str) -> bool:
    """Whether the person may do that for the whole federation."""
    return any(may(person, action, one) for one in Organisation.objects.filter(depth=1))


def needed_everywhere(person: Person, action: str) -> None:
    """Raise PermissionDenied where the person may not do that for the whole federation."""
    if not may_everywhere(person, action):
        raise PermissionDenied(action)


def may_undo(person: Person, done: Operation) -> bool:
    """Whether the person may take an operation back: their own where they still review, others' as a coordinator."""
    if done.organisation is None:
        return False
    own = "hand_out" if done.verb in HANDING_OUT else "review"
    action = own if done.person_id == person.pk else "undo"
    return all(may(person, action, place) for place in done.places)
