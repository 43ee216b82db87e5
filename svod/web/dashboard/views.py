"""The dashboard: honest numbers of what the person may see of a campaign."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from svod.register.permissions import may
from svod.register.services.contacts import to_check
from svod.register.totals import View, part_of, remembered
from svod.web.base.doors import campaign_or_404
from svod.web.dashboard.drawing import draw
from svod.web.dashboard.first import nothing_yet
from svod.web.dashboard.later import drawn, is_large


@require_safe
def dashboard(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    part, language, asked = part_of(campaign, request.user), get_language() or "ru", request.GET.get("view", "")
    view = asked if asked in View.values else ""
    looks_after = may(request.user, "publish", campaign.organisation)
    context = {"stale": to_check(campaign) if looks_after else [], "is_large": is_large(part)}
    context["nothing_yet"] = nothing_yet(part)
    if context["is_large"]:
        context["latest"] = drawn(part, view, language)
    else:
        context["main"] = remembered(part, ("dashboard", view, language), lambda: draw(part, view, language))
    return render(request, "dashboard/page.html", context)
