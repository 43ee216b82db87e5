"""Fix the list of who is to report, with a day for each level."""

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from svod.register.errors import Refused
from svod.register.models import Campaign, Level, Organisation
from svod.register.permissions import needed
from svod.register.services.expect import freeze
from svod.register.totals.coverage import below_holder
from svod.web.base.doors import campaign_or_404, tell
from svod.web.coverage.forms import DueDays


def freeze_list(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    needed(request.user, "organise", campaign.organisation)
    open_ones = _open_ones(campaign)
    form = DueDays(request.POST or None, levels=levels_of(campaign), due=campaign.report_by)
    if request.method == "POST" and form.is_valid():
        try:
            number = freeze(campaign, form.cleaned_data, request.user)
            told = ngettext(
                "%(number)s organisation is on the list.", "%(number)s organisations are on the list.", number
            )
            messages.success(request, told % {"number": number})
            return redirect("coverage", slug)
        except Refused as refusal:
            tell(request, refusal)
    return render(request, "coverage/freeze.html", {"form": form, "number": open_ones.count()})


def levels_of(campaign: Campaign) -> list[str]:
    """Those that have organisations which are to report, from the top down."""
    found = set(_open_ones(campaign).order_by().values_list("level", flat=True).distinct())
    return [level for level in Level.values if level in found]


def _open_ones(campaign: Campaign) -> QuerySet[Organisation]:
    return Organisation.objects.filter(below_holder(campaign), is_closed=False)
