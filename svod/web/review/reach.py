"""How the views of this page reach their rows."""

from django.core.exceptions import PermissionDenied
from django.db.models import BigIntegerField
from django.http import Http404, HttpRequest

from svod.register.errors import Stale
from svod.register.models import Activity, Campaign, Document, ReportedTotal, Submission
from svod.register.models.finding import Finding
from svod.register.often import Given, Often
from svod.register.permissions import let_in, may, row_or_404
from svod.web.base.doors import campaign_or_404

SUBMISSION = Often(
    Submission.objects.select_related("organisation").filter(
        pk=Given("key", BigIntegerField()), campaign=Given("campaign", BigIntegerField())
    )
)
MODELS: dict[str, type[Finding]] = {"a": Activity, "t": ReportedTotal}


def submission_or_404(request: HttpRequest, slug: str, key: int, action: str = "see") -> Submission:
    campaign = campaign_or_404(request, slug)
    submission = SUBMISSION.row(key=key, campaign=campaign.pk)
    if submission is None:
        raise Http404
    let_in(request.user, submission.organisation, action)
    submission.campaign = campaign
    return submission


def passed_over_or_404(request: HttpRequest, slug: str, document: int, place: int) -> Document:
    """The document at whose `place` the reader passed something over."""
    found = Document.objects.filter(pk=document).first()
    if found is None or place >= len(found.left_out):
        raise Http404(place)
    found.submission = submission_or_404(request, slug, found.submission_id, "review")
    return found


def finding_or_404(request: HttpRequest, slug: str, anchor: str, action: str = "review") -> Finding:
    """The row of a card: "a12" is an activity, "t5" a total. What people typed into a form names its version: Stale
    is raised where it is another by now."""
    campaign = campaign_or_404(request, slug)
    model = MODELS.get(anchor[:1])
    if model is None or not anchor[1:].isdecimal():
        raise Http404(anchor)
    rows = model._base_manager.filter(campaign=campaign).select_related("organisation", "document__submission")
    row = row_or_404(rows, request.user, action, pk=int(anchor[1:]))
    row.campaign = row.document.submission.campaign = campaign
    row.document.submission.organisation = row.organisation
    return row


def activity_or_404(request: HttpRequest, slug: str, anchor: str) -> Activity:
    row = finding_or_404(request, slug, anchor)
    if not isinstance(row, Activity):
        raise Http404(anchor)
    return row


def same_version(row: Finding, version: str | int | None) -> None:
    """Raises Stale where the form was drawn from another version."""
    if str(row.version) != str(version):
        raise Stale(row=row)


def both_reviewed(request: HttpRequest, one: Activity, other: Activity, campaign: Campaign) -> None:
    """To merge two one reviews both. Raises PermissionDenied otherwise."""
    if not all(may(request.user, "review", row.organisation) for row in (one, other)):
        raise PermissionDenied("review")
