from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from svod.register.errors import Refused
from svod.register.permissions import may_anywhere, needed
from svod.register.services.start_campaign import move_days, start_campaign
from svod.web.base.doors import campaign_or_404, tell
from svod.web.campaigns.forms import Begin, Days


def new_campaign(request: HttpRequest) -> HttpResponse:
    if not may_anywhere(request.user, "campaign"):
        raise PermissionDenied("campaign")
    form = Begin(request.POST or None, person=request.user)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            campaign = start_campaign(told["pack"], told["year"], told["organisation"], request.user)
            messages.success(request, _("The campaign is made. Look at its days."))
            return redirect("campaign_days", campaign.slug)
        except Refused as refusal:
            tell(request, refusal)
    return render(request, "campaigns/new.html", {"form": form})


def days(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    needed(request.user, "campaign", campaign.organisation)
    form = Days(request.POST or None, campaign=campaign)
    if request.method == "POST" and form.is_valid():
        move_days(campaign, request.user, **form.cleaned_data)
        messages.success(request, _("The days are changed."))
        return redirect("home")
    return render(request, "campaigns/days.html", {"form": form, "campaign": campaign})
