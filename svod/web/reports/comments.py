"""What people say to one another about a passage."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_POST

from svod.register.errors import Refused
from svod.register.services.comment import comment, settle
from svod.web.base.doors import tell
from svod.web.reports.doors import report_or_404
from svod.web.reports.page import workbench
from svod.web.reports.passages import answer


@require_POST
def add(request: HttpRequest, slug: str, pk: int, key: str) -> HttpResponse:
    report = report_or_404(request, slug, pk, "comment")
    if all(section.key != key for section in workbench(report).sections):
        raise Http404(key)
    try:
        comment(report, key, request.POST.get("text", ""), request.user)
    except Refused as refusal:
        tell(request, refusal)
    return answer(request, report, key)


@require_POST
def close(request: HttpRequest, slug: str, pk: int, number: int) -> HttpResponse:
    report = report_or_404(request, slug, pk, "comment")
    row = get_object_or_404(report.comments, pk=number)
    try:
        settle(row, request.user)
    except Refused as refusal:
        tell(request, refusal)
    return answer(request, report, row.key)
