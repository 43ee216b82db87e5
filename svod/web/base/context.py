"""What every template may ask for."""

from typing import Any

from django.http import HttpRequest

from svod.register.permissions import may, may_anywhere
from svod.web.base.keep_campaign import worked_in


def around(request: HttpRequest) -> dict[str, Any]:
    """The campaign of the page, the one `worked_in` and what the person may do anywhere: the navigation is drawn from
    these."""
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return {}
    working = worked_in(request)
    campaign = getattr(request, "campaign", None)
    return {"campaign": campaign, "worked_in": working, "may": _Somewhere(request.user, working)}


class _Somewhere:
    """`may.review` in a template; what is asked where the campaign is held is asked there."""

    def __init__(self, person: Any, campaign: Any) -> None:
        self._person, self._campaign = person, campaign

    def __getitem__(self, action: str) -> bool:
        if action in ("publish", "assign"):
            return self._campaign is not None and may(self._person, action, self._campaign.organisation)
        return may_anywhere(self._person, action)
