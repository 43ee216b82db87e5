"""An address of the public side that leads nowhere. Whoever mistyped it, or kept it too long, may be in danger: they
find whom to call and the way out, and no word of the application behind."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language_from_request

from svod.language import LANGUAGES
from svod.packs import Pack, PackError
from svod.register.models import Campaign, Publication
from svod.register.services.publish import shown
from svod.web.public.site import nothing

OUTSIDE = ("/p/", "/s/")  # what is for everybody: the public page, surveys


def is_outside(request: HttpRequest) -> bool:
    return request.path_info.startswith(OUTSIDE)


def missing(request: HttpRequest) -> HttpResponse:
    parts = [*request.path_info.split("/"), "", ""]
    asked = parts[3] if parts[3] in LANGUAGES else get_language_from_request(request)
    language = asked if asked in LANGUAGES else "ru"
    campaign = Campaign.objects.filter(slug=parts[2]).first() if parts[1] == "p" else None
    is_shown = campaign is not None and shown(campaign) is not None
    home = reverse("public:home", args=[campaign.slug, language]) if campaign and is_shown else ""
    return nothing(language, _pack(campaign), 404, home)


def _pack(campaign: Campaign | None) -> Pack | None:
    """Of the campaign, where it was public once; else of the newest: nobody learns which campaigns there are."""
    was_shown = Publication.objects.filter(campaign=campaign, shown_from__lte=timezone.now())
    if campaign is None or not was_shown.exists():
        campaign = Campaign.objects.first()
    try:
        return campaign.pack if campaign else None
    except PackError:
        return None
