"""What is held of somebody who signs in: given to them as a file, or erased so that their deeds stay without a name."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.db import transaction

from svod.register.announce import announce
from svod.register.errors import LastAdministrator
from svod.register.history import operation
from svod.register.models import (
    Change,
    Chat,
    ChatCode,
    Incoming,
    Invitation,
    Letter,
    Operation,
    Outgoing,
    Person,
    Receipt,
    Role,
    RoleAt,
    Update,
)

TOLD = ("username", "first_name", "last_name", "email", "language", "date_joined", "last_login")
ALSO: list[Callable[[Person], dict[str, Any]]] = []  # what packages above this one hold of somebody
NAMES = ("username", "first_name", "last_name", "email", "password")


def held_of(person: Person) -> dict[str, Any]:
    """All of it, as JSON takes it."""
    letters = Letter.objects.filter(person=person).values("address", "text", "ended_at")
    sent = Incoming.objects.filter(person=person).values("channel", "sender", "sender_name", "name", "came_at")
    chats = Chat.objects.filter(person=person).values("number", "name", "language", "linked_at")
    deeds = Operation.objects.filter(person=person).order_by("pk").values("verb", "at", "note")
    return {
        "account": {name: getattr(person, name) for name in TOLD},
        "roles": list(RoleAt.objects.filter(person=person).values("organisation__name", "role", "given_at")),
        "letters": list(letters),
        "sent": list(sent),
        "chats": list(chats),
        "deeds": list(deeds),
        **{name: held for find in ALSO for name, held in find(person).items()},
    }


def erase_account(person: Person, by: Person) -> None:
    """Nobody signs in by it any more, and no page or history names them. What they decided stays.

    Raises LastAdministrator.
    """
    with transaction.atomic():
        if _is_last_administrator(person):
            raise LastAdministrator
        with operation("erase_account", by):
            RoleAt.objects.filter(person=person).delete()
            Invitation.objects.filter(created_by=person).update(uses_left=0)
            person.feeds.all().delete()
            _forget_chats(person)
            person.authenticator_set.all().delete()
            person.usersession_set.all().delete()
            person.emailaddress_set.all().delete()
            Letter.objects.filter(person=person).update(address="", text="")
            Incoming.objects.filter(person=person).update(sender="", sender_name="")
            announce("erased", person)
            _forget_in_history(person)
            _blank(person)


def _is_last_administrator(person: Person) -> bool:
    top = RoleAt.objects.filter(role=Role.ADMINISTRATOR, organisation__depth=1, person__is_active=True)
    return top.filter(person=person).exists() and not top.exclude(person=person).exists()


def _forget_chats(person: Person) -> None:
    """Who writes from there afterwards is somebody whom nobody knows."""
    numbers = list(person.chats.values_list("number", flat=True))
    Receipt.objects.filter(chat__in=numbers).delete()
    Outgoing.objects.filter(chat__in=numbers).delete()
    Update.objects.filter(chat__in=numbers).update(body=None)
    person.chats.all().delete()
    ChatCode.objects.filter(person=person).delete()


def _forget_in_history(person: Person) -> None:
    """What was before and after in rows about the person, and notes that spell their name."""
    for change in Change.objects.filter(model="person", row=person.pk):
        for side in ("before", "after"):
            kept = getattr(change, side)
            if kept:
                setattr(change, side, {name: "" if name in NAMES else value for name, value in kept.items()})
        change.save(update_fields=["before", "after"])
    for name in {person.username, str(person), person.email} - {""}:
        for done in Operation.objects.filter(note__contains=name):
            Operation.objects.filter(pk=done.pk).update(note=done.note.replace(name, "█" * len(name)))


def _blank(person: Person) -> None:
    person.username, person.is_active = f"erased-{uuid4().hex[:12]}", False
    person.first_name = person.last_name = person.email = ""
    person.set_unusable_password()
    person.save()
