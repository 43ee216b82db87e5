from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from svod.register.errors import Refused
from svod.register.models import Campaign, Operation, Person
from svod.register.permissions import may_anywhere, needed, reach, within
from svod.register.services.remove_campaign import holds_anything, remove_campaign
from svod.register.services.start_campaign import move_days, start_campaign
from svod.web.base.doors import campaign_or_404, tell
from svod.web.campaigns.forms import Begin, Days


def campaigns(request: HttpRequest) -> HttpResponse:
    """Those that the person may change."""
    _may_make(request.user)
    own = within(reach(request.user, "campaign"))
    rows = Campaign.objects.filter(own).select_related("organisation")
    removed = Operation.objects.filter(own, verb="remove_campaign").select_related("person", "organisation")
    return render(request, "campaigns/page.html", {"campaigns": rows, "removed": removed})


def _may_make(person: Person) -> None:
    if not may_anywhere(person, "campaign"):
        raise PermissionDenied("campaign")


def new_campaign(request: HttpRequest) -> HttpResponse:
    _may_make(request.user)
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
        return redirect("campaigns")
    return render(request, "campaigns/days.html", {"form": form, "campaign": campaign})


def remove(request: HttpRequest, slug: str) -> HttpResponse:
    """Asks first; of a campaign that holds something it only says so."""
    campaign = campaign_or_404(request, slug)
    needed(request.user, "campaign", campaign.organisation)
    if request.method == "POST":
        name = str(campaign)
        try:
            remove_campaign(campaign, request.user)
            messages.success(request, _("The campaign “%(name)s” is removed.") % {"name": name})
            return redirect("campaigns")
        except Refused as refusal:
            tell(request, refusal)
    return render(request, "campaigns/remove.html", {"campaign": campaign, "holds": holds_anything(campaign)})
