"""The campaign one works in stays in the navigation on pages that belong to none: people, the account, the guide."""

from collections.abc import Callable

from django.conf import settings
from django.core.validators import slug_re
from django.http import HttpRequest, HttpResponse

from svod.register.models import Campaign
from svod.web.base.doors import CAMPAIGN, has_part

COOKIE = "campaign"  # its slug, until the browser is closed
Answer = Callable[[HttpRequest], HttpResponse]


class KeepCampaign:
    """Notes whose page was shown. No page of the public belongs to one in this sense, so none sets a cookie."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.answer(request)
        campaign = getattr(request, "campaign", None)
        is_page = answer.status_code == 200 and answer.get("Content-Type", "").startswith("text/html")
        if campaign is not None and is_page and request.COOKIES.get(COOKIE) != campaign.slug:
            answer.set_cookie(
                COOKIE, campaign.slug, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
            )
        return answer


def worked_in(request: HttpRequest) -> Campaign | None:
    """The campaign of the page; else the one whose page was shown before, where the person still has a part in it."""
    campaign: Campaign | None = getattr(request, "campaign", None)
    slug = request.COOKIES.get(COOKIE, "")
    if campaign is None and slug_re.match(slug):  # no database is asked for what somebody wrote by hand
        kept = CAMPAIGN.row(slug=slug)
        campaign = kept if kept is not None and has_part(request.user, kept) else None
    return campaign
