"""The organisation whose subtree a page is about."""

from django.http import HttpRequest

from svod.register.models import Campaign, Organisation
from svod.register.permissions import reach, row_or_404


def top(request: HttpRequest, campaign: Campaign, action: str = "see") -> Organisation | None:
    """The one that is asked for; else the highest at which the person may do that, if it is one and the same."""
    rows = Organisation.objects.filter(path__startswith=campaign.organisation.path)
    asked = request.GET.get("below", "")
    if asked.isdecimal():
        return row_or_404(rows, request.user, action, through="", pk=int(asked))
    paths = reach(request.user, action)
    if any(campaign.organisation.path.startswith(path) for path in paths):
        return campaign.organisation
    return rows.filter(path=paths[0]).first() if len(paths) == 1 else None
