"""How a view reaches the survey it is about."""

from django.http import HttpRequest

from svod.register.models import Survey
from svod.register.permissions import row_or_404
from svod.web.base.doors import campaign_or_404


def survey_or_404(request: HttpRequest, slug: str, pk: int, action: str = "see") -> Survey:
    campaign = campaign_or_404(request, slug)
    rows = Survey.objects.filter(campaign=campaign).select_related("campaign", "organisation")
    return row_or_404(rows, request.user, action, pk=pk)
