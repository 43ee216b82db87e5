"""The tree of organisations, and beside it who has reported in a campaign."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from svod.register.models import Campaign
from svod.register.totals import Part, coverage, part_of, remembered
from svod.register.totals.coverage import Share
from svod.web.base.doors import campaign_or_404, campaigns_of
from svod.web.organisations.tree import Tree, TreeFilters


@require_safe
def everywhere(request: HttpRequest) -> HttpResponse:
    """In the latest campaign one has a part in; without one, the bare tree."""
    campaign = campaigns_of(request.user).first()
    if campaign is not None:
        return redirect("campaign_organisations", campaign.slug)
    return _page(request, None)


@require_safe
def of_campaign(request: HttpRequest, slug: str) -> HttpResponse:
    return _page(request, campaign_or_404(request, slug))


def _page(request: HttpRequest, campaign: Campaign | None) -> HttpResponse:
    part = part_of(campaign, request.user) if campaign else None
    form = TreeFilters(request.GET, campaign and campaign.pack, get_language() or "ru")
    tree = Tree(request.user, form, part, request.GET.get("page", ""))
    return render(request, "organisations/page.html", {"tree": tree, "shares": _rates(part) if part else []})


def _rates(part: Part) -> list[Share]:
    what = ("rates", timezone.localdate())  # each day more are late
    return remembered(part, what, lambda: coverage(part).by_level())
