"""Change and take away roles, switch accounts off and on. Somebody is always left who may do everything."""

from collections.abc import Iterator
from contextlib import contextmanager

from svod.register.errors import LastAdministrator, RoleTooHigh
from svod.register.history import Deed, operation
from svod.register.models import Organisation, Person, Role, RoleAt
from svod.register.permissions import may_give


def appoint(held: RoleAt, role: str, person: Person) -> None:
    """Give another role at the same organisation. Raises RoleTooHigh, LastAdministrator."""
    if not (may_give(person, role, held.organisation) and may_give(person, held.role, held.organisation)):
        raise RoleTooHigh(role=role)
    with _looking_after("change_role", person, held.organisation, f"{held.person}: {held.role} → {role}") as deed:
        deed.update(held, role=role, given_by=person)


def dismiss(held: RoleAt, person: Person) -> None:
    """Take the role away; the account stays. Raises RoleTooHigh, LastAdministrator."""
    if not may_give(person, held.role, held.organisation):
        raise RoleTooHigh(role=held.role)
    with _looking_after("remove_role", person, held.organisation, f"{held.person}: {held.role}") as deed:
        deed.delete(held)


def switch(other: Person, person: Person, *, on: bool) -> None:
    """Switch an account off or on: off, it lets nobody in and keeps its roles. Raises LastAdministrator."""
    place = other.roles.first()
    with _looking_after("switch_on" if on else "switch_off", person, place and place.organisation, str(other)) as deed:
        deed.update(other, is_active=on)


@contextmanager
def _looking_after(verb: str, person: Person, organisation: Organisation | None, note: str) -> Iterator[Deed]:
    with operation(verb, person, organisation=organisation, note=note) as deed:
        top = RoleAt.objects.filter(role=Role.ADMINISTRATOR, organisation__depth=1)
        list(top.select_for_update(of=("self",)))  # two who remove each other wait for one another
        had_one = top.filter(person__is_active=True).exists()
        yield deed
        if had_one and not top.filter(person__is_active=True).exists():
            raise LastAdministrator
