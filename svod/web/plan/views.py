"""The plans that a person sees, one of them, and what came of them."""

from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from svod.publishing.names import PackNames
from svod.register.models import Campaign, Organisation, Plan
from svod.register.permissions import may, reach, visible
from svod.register.services.approve_plan import may_approve
from svod.register.totals import part_of
from svod.register.totals.plans import clashes, overloaded, planned_in, told_already
from svod.web.base.doors import campaign_or_404
from svod.web.plan.doors import place
from svod.web.plan.forms import Remark

ON_A_PAGE = 50
NEWEST_FIRST = ("sent", "returned", "draft", "approved")  # what waits for somebody, first


@require_safe
def plans(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    rows = visible(Plan.objects.filter(campaign=campaign), request.user).select_related("organisation")
    state = request.GET.get("state", "")
    counts = {one: rows.filter(state=one).count() for one in Plan.State.values}
    chosen = rows.filter(state=state) if state in counts else rows
    held = Count("activities", filter=Q(activities__held__isnull=False))
    listed = chosen.annotate(number=Count("activities"), held=held).order_by("organisation__path")
    context = {
        "page": Paginator(listed, ON_A_PAGE).get_page(request.GET.get("page")),
        "states": [(one, Plan.State(one).label, counts[one]) for one in NEWEST_FIRST],
        "chosen": state,
        "own": _own(request, campaign),
    }
    return render(request, "plan/plans.html", context)


def _own(request: HttpRequest, campaign: Campaign) -> list[Organisation]:
    """Organisations at which the person has a role and may plan."""
    rows = Organisation.objects.filter(path__in=reach(request.user, "plan"), is_closed=False)
    return list(rows.filter(path__startswith=campaign.organisation.path).order_by("path"))


@require_safe
def plan(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    campaign, organisation = place(request, slug, pk)
    found = Plan.objects.filter(campaign=campaign, organisation=organisation).select_related("decided_by").first()
    rows = list(found.activities.select_related("held", "plan__campaign")) if found else []
    likely = told_already(rows)
    may_plan = may(request.user, "plan", organisation)
    context = {
        "organisation": organisation,
        "plan": found,
        "rows": [(one, likely.get(one.pk, ())) for one in rows],
        "clashes": clashes(rows),
        "overloaded": overloaded(rows),
        "open": may_plan and (found is None or found.is_open),
        "may_plan": may_plan,
        "may_take_back": may_plan and found is not None and found.state == Plan.State.SENT,
        "may_decide": bool(found) and not found.is_open and may_approve(request.user, organisation),
        "earlier": None if rows else earlier_plan(campaign, organisation),
        "remark": Remark(),
        "calendar": f"{reverse('calendar', args=[slug])}?below={organisation.pk}",
    }
    return render(request, "plan/page.html", context)


def earlier_plan(campaign: Campaign, organisation: Organisation) -> Plan | None:
    """The organisation's last plan for an earlier campaign of the same pack, which may be a start."""
    rows = Plan.objects.filter(organisation=organisation, campaign__pack_code=campaign.pack_code)
    return rows.filter(campaign__year__lt=campaign.year).order_by("-campaign__year").first()


@require_safe
def against(request: HttpRequest, slug: str) -> HttpResponse:
    """What was planned, beside what was held."""
    campaign = campaign_or_404(request, slug)
    rows, names = planned_in(part_of(campaign, request.user)), PackNames(campaign.pack, request.LANGUAGE_CODE)
    by = (
        ("kind", [(names.kind(one.code), one) for one in rows.against("kind")]),
        ("region", [(names.region(one.code) if one.code else "—", one) for one in rows.against("region")]),
    )
    return render(request, "plan/against.html", {"tables": by})


@require_safe
def unlinked(request: HttpRequest, slug: str) -> HttpResponse:
    """What is planned and linked with nothing, all of it or of a kind or a region, each with what is probably it."""
    campaign = campaign_or_404(request, slug)
    by, code = request.GET.get("by", ""), request.GET.get("code", "")
    rows = planned_in(part_of(campaign, request.user)).open(by, code)
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    likely, names = told_already(page.object_list), PackNames(campaign.pack, request.LANGUAGE_CODE)
    listed = [(one, likely.get(one.pk, ()), may(request.user, "plan", one.plan.organisation)) for one in page]
    of = {"kind": names.kind, "region": names.region}
    named = of[by](code) if by in of and code else ""
    return render(request, "plan/unlinked.html", {"page": page, "rows": listed, "named": named})
