"""An organisation stands behind its part of a campaign, after all below it: signing locks the part."""

from svod.register.errors import DraftsLeft, Locked, NotReady
from svod.register.history import operation
from svod.register.models import Activity, Campaign, Organisation, Person, ReportedTotal, Signature, State, Submission
from svod.register.models.submission import STANDING, WAITING
from svod.register.services.locks import hold, in_force


def sign(campaign: Campaign, organisation: Organisation, person: Person) -> Signature:
    """Sign the part.

    Raises Locked where it is signed already, NotReady where an organisation below that handed something in has not
    signed, DraftsLeft where something is still to be checked or read.
    """
    signature = Signature(campaign=campaign, organisation=organisation, signed_by=person)
    with operation("sign", person, campaign, organisation, note=str(organisation)) as deed:
        hold(campaign)
        held = in_force(campaign, [organisation]).first()
        if held is not None:
            raise Locked(organisation=held.organisation)
        ensure_ready(campaign, organisation)
        deed.create(signature)
    return signature


def ensure_ready(campaign: Campaign, organisation: Organisation) -> None:
    """Raise NotReady or DraftsLeft where the part cannot be signed yet."""
    below = unsigned_below(campaign, organisation)
    if below:
        raise NotReady(below=", ".join(str(one) for one in below))
    part = {"campaign": campaign, "organisation__path__startswith": organisation.path}
    drafts = Activity.objects.filter(**part, state=State.DRAFT, same_as__isnull=True).count()
    drafts += ReportedTotal.objects.filter(**part, state=State.DRAFT).count()
    unread = Submission.objects.filter(**part, state__in=WAITING).count()
    if drafts or unread:
        raise DraftsLeft(drafts=drafts, unread=unread)


def unsigned_below(campaign: Campaign, organisation: Organisation) -> list[Organisation]:
    """Organisations below that handed something in and have not signed."""
    signed = Signature.objects.filter(campaign=campaign, reopened_at__isnull=True).values("organisation")
    told = Submission.objects.filter(STANDING, campaign=campaign).values("organisation")
    below = Organisation.objects.filter(path__startswith=organisation.path, pk__in=told)
    return list(below.exclude(pk=organisation.pk).exclude(pk__in=signed).order_by("path"))
