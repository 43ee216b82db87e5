"""Make and withdraw links that let people in."""

from datetime import timedelta

from django.utils import timezone

from svod.register.errors import RoleTooHigh
from svod.register.history import operation
from svod.register.models import Invitation, Organisation, Person
from svod.register.permissions import may_give


def invite(
    organisation: Organisation,
    person: Person,
    role: str,
    *,
    below: bool = False,
    uses: int | None = None,
    days: int = 14,
) -> Invitation:
    """Make a link to a role: at the organisation or, with `below`, at one that they choose below it. Where nothing is
    said of `uses`, one person may come by it, or one for each organisation below.

    Raises RoleTooHigh.
    """
    if not may_give(person, role, organisation):
        raise RoleTooHigh(role=role)
    invitation = Invitation(
        organisation=organisation,
        role=role,
        below=below,
        uses_left=uses or (_number_below(organisation) if below else 1),
        expires_at=timezone.now() + timedelta(days=days),
        created_by=person,
    )
    with operation("invite", person, organisation=organisation, note=role) as deed:
        deed.create(invitation)
    return invitation


def _number_below(organisation: Organisation) -> int:
    inside = Organisation.objects.filter(path__startswith=organisation.path, is_closed=False)
    return max(1, inside.exclude(pk=organisation.pk).count())


def withdraw(invitation: Invitation, person: Person) -> None:
    """Withdraw the link, so that it lets nobody in any more. Who came by it stays."""
    with operation("withdraw_invitation", person, organisation=invitation.organisation, note=invitation.role) as deed:
        deed.update(invitation, withdrawn_at=timezone.now())
