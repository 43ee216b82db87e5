"""Recommendations and decisions for the closing part: by hand, or a sentence that a submission says."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from svod.register.consolidated.adopted import adopted
from svod.register.consolidated.told import extent_of
from svod.register.errors import Refused
from svod.register.models import Activity, Report
from svod.register.permissions import may
from svod.register.services.recommend import drop_recommendation, recommend
from svod.web.base.doors import tell
from svod.web.reports.doors import report_or_404


@require_http_methods(["GET", "HEAD", "POST"])
def recommendations(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    if request.method == "POST":
        report = report_or_404(request, slug, pk, "report")
        try:
            text, who = request.POST.get("text", ""), request.POST.get("who", "")
            recommend(report, text, request.user, who, activity_in(report, request.POST.get("activity", "")))
            messages.success(request, _("Noted."))
        except Refused as refusal:
            tell(request, refusal)
        return redirect("report_recommendations", slug, pk)
    report = report_or_404(request, slug, pk)
    rows = list(report.recommendations.select_related("activity__document"))
    around = {
        "report": report,
        "rows": rows,
        "candidates": adopted(extent_of(report), {row.text for row in rows}),
        "may_write": may(request.user, "report", report.organisation),
    }
    return render(request, "reports/recommendations.html", around)


@require_POST
def drop(request: HttpRequest, slug: str, pk: int, number: int) -> HttpResponse:
    report = report_or_404(request, slug, pk, "report")
    drop_recommendation(get_object_or_404(report.recommendations, pk=number), request.user)
    messages.success(request, _("Taken out."))
    return redirect("report_recommendations", slug, pk)


def activity_in(report: Report, key: str) -> Activity | None:
    """What lies in the report's part of the tree."""
    rows = extent_of(report).part.activities()
    return rows.filter(pk=int(key)).first() if key.isdecimal() else None
