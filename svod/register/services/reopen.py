"""A signed part is opened again, with a reason; and with it every part that it belongs to."""

from django.utils import timezone

from svod.register.errors import NotSigned, ReasonNeeded
from svod.register.history import operation
from svod.register.models import Campaign, Organisation, Person, Signature
from svod.register.services.locks import hold, in_force


def reopen(campaign: Campaign, organisation: Organisation, person: Person, why: str) -> list[Signature]:
    """Lift the signatures of the organisation and of those above it, who stood behind its part too; return them.

    Raises ReasonNeeded without a reason, NotSigned where nothing closes the part.
    """
    if not why.strip():
        raise ReasonNeeded()
    with operation("reopen", person, campaign, organisation, note=why) as deed:
        hold(campaign)
        signatures = list(in_force(campaign, [organisation]))
        if not signatures:
            raise NotSigned(organisation=organisation)
        for signature in signatures:
            deed.update(signature, reopened_by=person, reopened_at=timezone.now(), reopened_why=why.strip()[:500])
    return signatures
