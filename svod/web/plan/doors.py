"""How a view reaches the plan it is about."""

from django.http import HttpRequest

from svod.register.models import Campaign, Organisation, PlannedActivity
from svod.register.permissions import row_or_404
from svod.web.base.doors import campaign_or_404


def place(request: HttpRequest, slug: str, pk: int, action: str = "see") -> tuple[Campaign, Organisation]:
    """The campaign and the organisation whose plan it is."""
    campaign = campaign_or_404(request, slug)
    rows = Organisation.objects.filter(path__startswith=campaign.organisation.path)
    return campaign, row_or_404(rows, request.user, action, through="", pk=pk)


def planned_or_404(request: HttpRequest, slug: str, pk: int, action: str = "plan") -> PlannedActivity:
    rows = PlannedActivity.objects.filter(plan__campaign=campaign_or_404(request, slug))
    rows = rows.select_related("plan__campaign", "plan__organisation", "held")
    return row_or_404(rows, request.user, action, through="plan__organisation", pk=pk)
