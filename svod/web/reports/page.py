"""The page of a report: its text beside its outline."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from svod.register.consolidated.byhand import by_hand
from svod.register.consolidated.told import told
from svod.register.models import Edition, Report
from svod.register.permissions import may
from svod.web.reports.doors import report_or_404
from svod.web.reports.sections import Workbench
from svod.web.reports.twice import told_twice


@require_safe
def page(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    report = report_or_404(request, slug, pk)
    return render(request, "reports/page.html", {**around(request, report), "twice": told_twice(report)})


def around(request: HttpRequest, report: Report) -> dict[str, object]:
    """What the page and its parts are drawn from."""
    return {
        "report": report,
        "bench": workbench(report),
        "may_write": may(request.user, "report", report.organisation),
        "may_release": may(request.user, "publish", report.campaign.organisation),
        "may_comment": may(request.user, "comment", report.organisation),
    }


def workbench(report: Report, *, pictures: bool = False) -> Workbench:
    """`pictures`: with the photos, which stand at the end of the files alone."""
    comments = report.comments.select_related("person")
    last = report.editions.filter(state=Edition.State.READY).defer("tree").first()
    return Workbench(report, told(report), by_hand(report, pictures=pictures), comments, last)
