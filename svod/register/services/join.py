"""Take a role by an invitation."""

from django.db.models import F

from svod.register.errors import InvitationClosed, WrongPlace
from svod.register.history import operation
from svod.register.models import Invitation, Organisation, Person, Role, RoleAt
from svod.register.permissions import ORDER, highest, may_give


def holds(invitation: Invitation) -> bool:
    """Whether the invitation still lets somebody in: it is open, and who made it could make it today."""
    maker = invitation.created_by
    return invitation.is_open and maker.is_active and may_give(maker, invitation.role, invitation.organisation)


def join(invitation: Invitation, person: Person, organisation: Organisation) -> None:
    """Give the person the role at that organisation. Who has as much there already uses nothing of the invitation up.

    Raises InvitationClosed, also where somebody else took the last use meanwhile, and WrongPlace.
    """
    if not holds(invitation):
        raise InvitationClosed
    if not _is_for(invitation, organisation):
        raise WrongPlace
    role, own = Role(invitation.role), highest(person, organisation)
    if own is not None and ORDER.index(own) >= ORDER.index(role):
        return
    with operation("join", person, organisation=organisation, note=role) as deed:
        left = Invitation.objects.filter(pk=invitation.pk, uses_left__gt=0, withdrawn_at__isnull=True)
        if not left.update(uses_left=F("uses_left") - 1):
            raise InvitationClosed
        here = RoleAt.objects.filter(person=person, organisation=organisation).first()
        if here is None:
            made = RoleAt(person=person, organisation=organisation, role=role, given_by=invitation.created_by)
            deed.create(made)
        else:
            deed.update(here, role=role, given_by=invitation.created_by)
    person.__dict__.pop("_roles_at", None)


def _is_for(invitation: Invitation, organisation: Organisation) -> bool:
    top = invitation.organisation
    if invitation.below:
        return top.holds(organisation) and organisation.pk != top.pk
    return organisation.pk == top.pk
