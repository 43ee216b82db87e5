"""One organisation in a campaign: what it handed in, what was used of it and where, what was asked back."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from svod.register.models import Activity, Campaign, Expected, Organisation, Reminder, ReportedTotal, State, Submission
from svod.register.permissions import may, row_or_404
from svod.register.totals import Part, View, coverage, denying, part_of, whole
from svod.web.base.doors import campaign_or_404
from svod.web.dashboard.addresses import Addresses
from svod.web.organise.views import may_change

FATES = 50  # of its activities shown on the page; the table has all


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one activity: `head` is where it counts, if that may be seen."""

    row: Activity
    head: Activity | None


@require_safe
def one(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    rows = Organisation.objects.filter(path__startswith=campaign.organisation.path)
    organisation = row_or_404(rows, request.user, through="", pk=pk)
    part = part_of(campaign, request.user)
    below = part.below(organisation)
    cover = coverage(below)
    to = Addresses(campaign, View.ALL, organisation.pk)
    context = {
        "organisation": organisation,
        "above": _above(organisation, part),
        "heard": None if organisation == campaign.organisation else cover.heard(organisation.path),
        "late": cover.late(organisation.path),
        "due": cover.due(organisation.path),
        "excused": _excused(campaign, organisation),
        "may_change_duty": may(request.user, "organise", campaign.organisation),
        "reminded": _reminded(campaign, organisation),
        "views": [(view, whole(below, view), _address(campaign, view, organisation)) for view in View],
        "submissions": _submissions(campaign, organisation),
        "fates": _fates(campaign, organisation, part),
        "more": to.rows(state=[state.value for state in State]),
        "asked": _asked(campaign, organisation),
        "below": [(child, cover.heard(child.path), cover.late(child.path)) for child in _below(organisation)],
        "rows": to,
        "organise": may(request.user, "organise", organisation),
        "change": may_change(request.user, organisation, _parent(organisation)),
    }
    return render(request, "organisations/one.html", context)


def _excused(campaign: Campaign, organisation: Organisation) -> str:
    """Why it need not report; empty where it is to."""
    listed = Expected.objects.filter(campaign=campaign, organisation=organisation)
    return listed.values_list("excused_why", flat=True).first() or ""


def _parent(organisation: Organisation) -> Organisation | None:
    return Organisation.objects.filter(path=organisation.path[: -Organisation.steplen]).first()


def _address(campaign: Campaign, view: View, organisation: Organisation) -> str:
    return Addresses(campaign, view, organisation.pk).activities()


def _above(organisation: Organisation, part: Part) -> list[Organisation]:
    """The way up, as far as the person sees."""
    step, path = Organisation.steplen, organisation.path
    above = Organisation.objects.filter(path__in=[path[:end] for end in range(step, len(path), step)])
    return [one for one in above.order_by("path") if part.holds(one)]


def _below(organisation: Organisation) -> QuerySet[Organisation]:
    children = Organisation.objects.filter(path__startswith=organisation.path, depth=organisation.depth + 1)
    return children.order_by("path")


def _reminded(campaign: Campaign, organisation: Organisation) -> QuerySet[Reminder]:
    gone = Reminder.objects.filter(organisation=organisation, letter__campaign=campaign, letter__state="sent")
    return gone.select_related("letter__person").order_by("letter__ended_at")


def _submissions(campaign: Campaign, organisation: Organisation) -> list[Submission]:
    """What it handed in itself, with what became of the activities in it, and whether it `denies` that any was held."""
    told = "documents__activitys"
    again = Q(**{f"{told}__same_as__isnull": False})
    counts = {state.value: Count(told, filter=Q(**{f"{told}__state": state}) & ~again) for state in State}
    rows = Submission.objects.filter(campaign=campaign, organisation=organisation)
    denies = set(denying(rows).values_list("pk", flat=True))
    found = list(rows.annotate(**counts, again=Count(told, filter=again)))
    for one in found:
        one.denies = one.pk in denies
    return found


def _fates(campaign: Campaign, organisation: Organisation, part: Part) -> list[Fate]:
    rows = _told_by(campaign, organisation).select_related("same_as__organisation", "document", "decided_by")
    rows = rows.defer("words", "reasons", "sources", "document__text", "document__blocks")
    return [Fate(row, _seen(row.same_as, part)) for row in rows.order_by("document", "start")[:FATES]]


def _seen(head: Activity | None, part: Part) -> Activity | None:
    return head if head is not None and part.holds(head.organisation) else None


def _asked(campaign: Campaign, organisation: Organisation) -> list[Activity | ReportedTotal]:
    """Questions without an answer first."""
    told = {"campaign": campaign, "organisation": organisation}
    activities = Activity.objects.filter(**told).exclude(question="").defer("words", "reasons", "sources")
    totals = ReportedTotal.objects.filter(**told).exclude(question="").defer("reasons")
    return sorted([*activities, *totals], key=lambda row: (bool(row.answer), row.pk))


def _told_by(campaign: Campaign, organisation: Organisation) -> QuerySet[Activity]:
    return Activity.objects.filter(campaign=campaign, organisation=organisation)
