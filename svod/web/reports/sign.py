"""Signing a version: what one stands behind is shown first."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from svod.register.errors import Refused
from svod.register.models import Edition, Report
from svod.register.services.locks import in_force
from svod.register.services.sign_edition import ensure_signable, sign_edition
from svod.web.base.doors import tell
from svod.web.reports.compare import NOTHING, changes_since
from svod.web.reports.doors import report_or_404
from svod.web.reports.editions import edition_or_404
from svod.web.reports.twice import told_twice

TOTALS = "totals"  # the narrator's passage with the numbers of the whole


@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: HttpRequest, slug: str, pk: int, number: int) -> HttpResponse:
    report = report_or_404(request, slug, pk, "sign")
    edition = edition_or_404(report, number)
    try:
        if request.method != "POST":
            ensure_signable(edition)
            return render(request, "reports/sign.html", _stood_behind(report, edition))
        sign_edition(edition, request.user)
        messages.success(request, _("Signed."))
    except Refused as refusal:
        tell(request, refusal)
    return HttpResponseRedirect(reverse("editions", args=(slug, pk)))


def _stood_behind(report: Report, edition: Edition) -> dict[str, object]:
    """What the version says of all that was held, and what somebody who signs it should know of the register."""
    return {
        "report": report,
        "edition": edition,
        "says": edition.texts.get(TOTALS, NOTHING)[1],
        "changed": len(changes_since(report, edition)),
        "twice": told_twice(report),
        "is_open": not in_force(report.campaign, [report.organisation]).exists(),
    }
