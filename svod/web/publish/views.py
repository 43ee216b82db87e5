"""The public page before it is public: made, looked at, what was kept back decided on, let out, taken down."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from svod.language import LANGUAGES
from svod.packs.pack import Contact
from svod.register.errors import Refused
from svod.register.models import Activity, Campaign, Publication
from svod.register.permissions import needed, row_or_404
from svod.register.services.contacts import to_check
from svod.register.services.publish import draw_up, publish, release, shown, take_down, undecided
from svod.web.base.doors import campaign_or_404, tell
from svod.web.publish.forms import PressContact, When

DOUBLES = 20  # of which one is told at once


def campaign_to_publish(request: HttpRequest, slug: str) -> Campaign:
    campaign = campaign_or_404(request, slug)
    needed(request.user, "publish", campaign.organisation)
    return campaign


def publication_or_404(request: HttpRequest, slug: str, pk: int) -> Publication:
    rows = Publication.objects.filter(campaign=campaign_to_publish(request, slug))
    rows = rows.select_related("campaign__organisation")
    return row_or_404(rows, request.user, "publish", "campaign__organisation", pk=pk)


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = campaign_to_publish(request, slug)
    rows = Publication.objects.filter(campaign=campaign).defer("content", "held")
    context = {
        "publications": rows.select_related("made_by", "published_by", "taken_down_by")[:20],
        "shown": shown(campaign),
        "stale": to_check(campaign),
        "contacts": _contacts(campaign),
        "for_the_press": PressContact(initial={"press_contact": campaign.press_contact}),
        "coming": rows.filter(shown_from__gt=timezone.now(), taken_down_at=None).order_by("shown_from").first(),
        "doubles": _doubles(campaign),
    }
    return render(request, "publish/page.html", context)


def _contacts(campaign: Campaign) -> list[tuple[Contact, bool, date | None]]:
    """Each of the pack, whether it is shown, and the day on which somebody made sure of it."""
    days = {one.number: one.checked_on for one in campaign.pack.contacts}
    return [(one, one.number in days, days.get(one.number)) for one in campaign.contacts]


def _doubles(campaign: Campaign) -> list[tuple[Activity, Activity]]:
    return [(pair.one, pair.other) for pair in undecided(campaign)[:DOUBLES]]


@require_POST
def make(request: HttpRequest, slug: str) -> HttpResponse:
    made = draw_up(campaign_to_publish(request, slug), request.user)
    return redirect("publication", slug, made.pk)


@require_safe
def one(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    return _drawn(request, publication_or_404(request, slug, pk), When())


def _drawn(request: HttpRequest, made: Publication, form: When) -> HttpResponse:
    context: dict[str, Any] = {
        "made": made,
        "form": form,
        "doubles": _doubles(made.campaign),
        "held": [(one, one["source"] if one["source"] > 0 else None) for one in made.held],
        "languages": LANGUAGES,
        "rows": len(made.content.get("activities", ())),
    }
    return render(request, "publish/one.html", context)


@require_POST
def let_out(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    made, form = publication_or_404(request, slug, pk), When(request.POST)
    if not form.is_valid():
        return _drawn(request, made, form)
    try:
        publish(made, form.cleaned_data["shown_from"], request.user)
        messages.success(request, _("It is public.") if made.is_shown else _("It will be public at that time."))
    except Refused as refusal:
        tell(request, refusal)
    return redirect("publishing", slug)


@require_POST
def take_away(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    try:
        take_down(publication_or_404(request, slug, pk), request.POST.get("why", ""), request.user)
        messages.success(request, _("It is taken down. Caches may show it for five minutes more."))
    except Refused as refusal:
        tell(request, refusal)
    return redirect("publishing", slug)


@require_POST
def let_through(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """What was masked may be told, from the next draft on."""
    made = publication_or_404(request, slug, pk)
    found = next((one for one in made.held if one["key"] == request.POST.get("key")), None)
    try:
        if found is not None:
            release(made.campaign, found["key"], found["kind"], request.POST.get("reason", ""), request.user)
            messages.success(request, _("It is released. Make a new draft to see it told."))
    except Refused as refusal:
        tell(request, refusal)
    return redirect("publication", slug, pk)
