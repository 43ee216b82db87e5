"""How a view reaches a report, and what of it."""

from django.http import Http404, HttpRequest

from svod.register.consolidated.passages import Passage
from svod.register.consolidated.told import Told, told
from svod.register.models import Passage as Row, Report
from svod.register.permissions import row_or_404
from svod.web.base.doors import campaign_or_404


def report_or_404(request: HttpRequest, slug: str, pk: int, action: str = "see") -> Report:
    """The report of the address, where the person may do that with it."""
    campaign = campaign_or_404(request, slug)
    reports = Report.objects.filter(campaign=campaign).select_related("organisation", "campaign__organisation")
    return row_or_404(reports, request.user, action, pk=pk)


def passage_or_404(report: Report, key: str) -> tuple[Told, Passage | None, Row | None]:
    """What the narrator says under that key, and what a person does: one of both is there."""
    now = told(report)
    own, row = now.passage(key), report.passages.filter(key=key).select_related("written_by").first()
    if row is None and (own is None or not own.prose):
        raise Http404(key)
    return now, own, row
