"""Make tokens, know them again, revoke them. The token itself is told once, to whoever makes it."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from svod.api.models import Service, Token
from svod.api.scopes import READ, SCOPES, actions
from svod.register.errors import RoleTooHigh
from svod.register.history import operation
from svod.register.models import Organisation, Person, RoleAt
from svod.register.permissions import Limit, limit, may_give

PREFIX = "svod_"  # by which scanners of leaked secrets know one
HINT = len(PREFIX) + 4
NOTED_EVERY = timedelta(minutes=1)  # that it was used: not every request writes


def make_token(
    person: Person, name: str, scopes: Iterable[str], organisation: Organisation, days: int, by: Person
) -> tuple[Token, str]:
    """The row, and the token itself, which is kept nowhere."""
    secret = PREFIX + secrets.token_urlsafe(32)
    made = Token(
        person=person,
        name=name,
        sha256=_hash(secret),
        hint=secret[:HINT],
        scopes=[scope for scope in SCOPES if scope == READ or scope in set(scopes)],
        organisation=organisation,
        made_by=by,
        expires_at=timezone.now() + timedelta(days=days),
    )
    with operation("make_token", by, organisation=organisation, note=name):
        made.save(force_insert=True)  # not as a deed: history would bring a revoked one back
    return made, secret


def revoke_token(token: Token, by: Person) -> None:
    """From now on it opens nothing."""
    with operation("revoke_token", by, organisation=token.organisation, note=token.name):
        Token.objects.filter(pk=token.pk, revoked_at__isnull=True).update(revoked_at=timezone.now())


def add_service(name: str, role: str, organisation: Organisation, by: Person) -> Service:
    """An account of its own for a program, with that role. Raises RoleTooHigh."""
    if not may_give(by, role, organisation):
        raise RoleTooHigh(role=role)
    person = Person(username=f"service-{secrets.token_hex(6)}", first_name=name)
    person.set_unusable_password()
    with operation("add_service", by, organisation=organisation, note=name) as deed:
        deed.create(person)
        deed.create(RoleAt(person=person, organisation=organisation, role=role, given_by=by))
        return Service.objects.create(person=person, organisation=organisation, made_by=by)


def token_of(secret: str) -> Token | None:
    """The token that holds, its person limited to what it may; None for anything else."""
    known = Token.objects.select_related("person", "organisation")
    found = known.filter(sha256=_hash(secret), person__is_active=True).first()
    if found is None or not found.holds:
        return None
    limit(found.person, Limit(actions(found.scopes), found.organisation.path))
    _note_use(found)
    return found


def _note_use(token: Token) -> None:
    now = timezone.now()
    if token.used_at is None or now - token.used_at > NOTED_EVERY:
        with transaction.atomic():
            Token.objects.filter(pk=token.pk).update(used_at=now)


def _hash(secret: str) -> str:
    """Plain: nobody guesses 256 random bits, so nothing is gained by a slow one."""
    return hashlib.sha256(secret.encode()).hexdigest()
