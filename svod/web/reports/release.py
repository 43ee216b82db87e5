"""What the guard found in people's own words, released with a reason."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from svod.register.consolidated.discreet import Private, discreet
from svod.register.errors import Refused
from svod.register.models import Report
from svod.register.permissions import needed
from svod.register.services.publish import release
from svod.web.base.doors import tell
from svod.web.reports.doors import report_or_404
from svod.web.reports.page import workbench


@require_POST
def let_through(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """It may be told from now on, in every report and public page of the campaign."""
    report = report_or_404(request, slug, pk)
    needed(request.user, "publish", report.campaign.organisation)
    found = next((one for one in private_in(report) if one.key == request.POST.get("key")), None)
    try:
        if found is not None:
            release(report.campaign, found.key, found.kind, request.POST.get("reason", ""), request.user)
            messages.success(request, _("It is released: from now on it may be told."))
    except Refused as refusal:
        tell(request, refusal)
    return redirect("report", slug, pk)


def private_in(report: Report) -> list[Private]:
    """All that is masked in the report."""
    said = [one for section in workbench(report).sections for one in section.standing.private]
    guard = discreet(report)
    return said + [one for row in report.illustrations.all() for one in guard.private(row.caption)]
