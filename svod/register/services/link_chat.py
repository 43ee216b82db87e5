"""Link a chat of Telegram with a person: by a code that only their account page shows, and only once."""

import hashlib
import secrets
from datetime import timedelta

from django.utils import timezone

from svod.register.errors import ChatCodeUnknown
from svod.register.history import operation
from svod.register.models import Chat, ChatCode, Person

HOLDS_FOR = timedelta(minutes=30)


def new_code(person: Person) -> str:
    """Make a code in place of the person's last one. Only its hash is kept."""
    code = secrets.token_urlsafe(12)
    ChatCode.objects.update_or_create(
        person=person, defaults={"sha256": _hash(code), "expires_at": timezone.now() + HOLDS_FOR}
    )
    return code


def link(code: str, chat: Chat) -> Person:
    """Link the chat: from now on what is written there is that person's.

    Raises ChatCodeUnknown, also for a used code.
    """
    found = ChatCode.objects.select_related("person").filter(sha256=_hash(code), expires_at__gt=timezone.now()).first()
    if found is None or not found.person.is_active:
        raise ChatCodeUnknown
    person = found.person
    with operation("link_chat", person, note=str(chat)):
        if not ChatCode.objects.filter(pk=found.pk).delete()[0]:  # somebody was faster
            raise ChatCodeUnknown
        chat.language = person.language or chat.language
        _save(chat, person=person, organisation=None, linked_at=timezone.now(), blocked_at=None, form=None)
    return person


def unlink(chat: Chat, person: Person) -> None:
    """Unlink the chat: what is written there from now on is nobody's, what was handed in from there stays."""
    with operation("unlink_chat", person, note=str(chat)):
        _save(chat, person=None, organisation=None, linked_at=None, form=None)


def _save(chat: Chat, **columns: object) -> None:
    for name, value in columns.items():
        setattr(chat, name, value)
    chat.save()


def _hash(code: str) -> str:
    return hashlib.sha256(code.strip().encode()).hexdigest()
