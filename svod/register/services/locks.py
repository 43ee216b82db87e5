"""What a signature closes: everything that the organisation and those below it stand behind in a campaign."""

from collections.abc import Collection, Iterable

from django.db.models import Q, QuerySet

from svod.register.errors import Locked, Withdrawn
from svod.register.models import Campaign, Organisation, Signature, Submission
from svod.register.models.finding import Finding
from svod.register.models.submission import STANDING


def ensure_open(campaign: Campaign, organisation: Organisation) -> None:
    """Raise Locked where the organisation or one above it has signed.

    To be called inside the operation that changes something: until that ends nobody can sign, so no change slips in
    under a signature.
    """
    hold(campaign)
    signature = in_force(campaign, [organisation]).first()
    if signature is not None:
        raise Locked(organisation=signature.organisation)


def ensure_rows_open(rows: Collection[Finding]) -> None:
    """Raise Locked where one of the rows belongs to a signed part, Withdrawn where its submission was withdrawn."""
    ensure_unsigned(rows)
    ensure_standing(row.document_id for row in rows)


def ensure_standing(documents: Iterable[int]) -> None:
    """Raise Withdrawn where the submission of one of the documents was withdrawn."""
    if Submission.objects.filter(~STANDING, documents__in=set(documents)).exists():
        raise Withdrawn


def ensure_unsigned(rows: Iterable[Finding]) -> None:
    """Raise Locked where one of the rows belongs to a signed part."""
    parts = {(row.campaign_id, row.organisation_id): row for row in rows}
    for campaign in {row.campaign for row in parts.values()}:
        hold(campaign)
        organisations = [row.organisation for row in parts.values() if row.campaign_id == campaign.pk]
        signature = in_force(campaign, organisations).first()
        if signature is not None:
            raise Locked(organisation=signature.organisation)


def in_force(campaign: Campaign, organisations: Iterable[Organisation]) -> QuerySet[Signature]:
    """The signatures that close one of the organisations: their own, and those above them."""
    closing = Q(pk__in=())
    for path in {path for organisation in organisations for path in above(organisation)}:
        closing |= Q(organisation__path=path)
    held = Signature.objects.filter(closing, campaign=campaign, reopened_at__isnull=True)
    return held.select_related("organisation").order_by("organisation__path")


def above(organisation: Organisation) -> list[str]:
    """The paths from the root down to the organisation, itself included."""
    step = Organisation.steplen
    return [organisation.path[:end] for end in range(step, len(organisation.path) + 1, step)]


def hold(campaign: Campaign) -> None:
    """Make changes and signatures of the campaign wait for one another until the transaction ends."""
    Campaign.objects.select_for_update(no_key=True).values_list("pk").get(pk=campaign.pk)
