"""The tables of activities and of reported totals."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from svod.web.activities.tables import KINDS, Table
from svod.web.base.doors import campaign_or_404


@require_safe
def show(request: HttpRequest, slug: str, table: str) -> HttpResponse:
    """The page; only its table where htmx asks."""
    campaign = campaign_or_404(request, slug)
    shown = Table(KINDS[table], request, campaign)
    if request.htmx:
        return render(request, "activities/_table.html", {"table": shown})
    return render(request, "activities/page.html", {"table": shown})
