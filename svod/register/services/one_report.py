"""A submission as one report: with the unreadable copies it stands for, and with all that was read from them."""

from collections.abc import Collection, Iterable

from svod.register.errors import NotReadYet, PhotoInReport, Stale
from svod.register.history import Deed
from svod.register.models import Activity, Illustration, Organisation, PlannedActivity, ReportedTotal, Submission
from svod.register.models.finding import Finding
from svod.register.services.locks import ensure_open


def one_report(submission: Submission) -> list[Submission]:
    """The submission, what it is a better copy of and what took its place, held until the transaction ends.

    Raises Locked in a signed part, NotReadYet where one is still being read, Stale where it was moved or withdrawn
    meanwhile.
    """
    ensure_open(submission.campaign, submission.organisation)
    rows = Submission.objects.select_for_update(of=("self",)).select_related("campaign", "organisation")
    copies = [rows.get(pk=submission.pk)]
    if copies[0].organisation_id != submission.organisation_id or copies[0].is_withdrawn:
        raise Stale(row=submission)
    while copies[-1].replaces_id:
        copies.append(rows.get(pk=copies[-1].replaces_id))
    while later := rows.filter(replaces=copies[0]).first():
        copies.insert(0, later)
    if any(one.is_waiting for one in copies):
        raise NotReadYet
    return copies


def findings_of(copies: Collection[Submission]) -> list[Finding]:
    within, known = {"document__submission__in": copies}, ("campaign", "organisation", "document")
    rows: list[Finding] = []
    for model in (Activity, ReportedTotal):
        rows += model._base_manager.filter(**within).select_related(*known).order_by("pk")
    return rows


def leave_plans(deed: Deed, findings: Iterable[Finding], to: Organisation | None = None) -> None:
    """What was planned is no longer held by these, but for plans of the organisation they go to."""
    held = PlannedActivity.objects.filter(held__in=[row.pk for row in findings if isinstance(row, Activity)])
    for planned in held.exclude(plan__organisation=to) if to else held:
        deed.update(planned, held=None)


def ensure_not_shown(copies: Collection[Submission], to: Organisation | None = None) -> None:
    """Raise PhotoInReport where one of their photos was chosen for a report that would not have it any more."""
    chosen = Illustration.objects.filter(photo__submission__in=copies)
    path = to.path if to else ""
    paths = chosen.values_list("report__organisation__path", flat=True)
    if any(not path.startswith(one) for one in paths):
        raise PhotoInReport
