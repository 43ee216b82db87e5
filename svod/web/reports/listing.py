"""The reports of a campaign, and a new one."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from svod.register.errors import Refused
from svod.register.models import Edition, Report
from svod.register.permissions import may_anywhere, needed_anywhere, visible
from svod.register.services.start_report import change_report, start_report
from svod.web.base.doors import campaign_or_404, tell
from svod.web.reports.doors import report_or_404
from svod.web.reports.forms import About, Begin


@require_safe
def reports(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    versions = Prefetch("editions", Edition.objects.defer("tree"))
    rows = visible(Report.objects.filter(campaign=campaign), request.user).prefetch_related(versions)
    around = {
        "reports": rows.select_related("organisation", "created_by", "campaign"),
        "may_begin": may_anywhere(request.user, "report"),
    }
    return render(request, "reports/list.html", around)


def new_report(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    needed_anywhere(request.user, "report")
    initial = {"language": get_language() or "ru"}
    form = Begin(request.POST or None, campaign=campaign, person=request.user, initial=initial)
    if request.method == "POST" and form.is_valid():
        columns = dict(form.cleaned_data)
        made = start_report(campaign, columns.pop("organisation"), request.user, **columns)
        return redirect("report", slug, made.pk)
    return render(request, "reports/new.html", {"form": form})


def change(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    report = report_or_404(request, slug, pk, "report")
    form = About(request.POST or None, instance=Report.objects.get(pk=pk))  # the form changes its own copy
    if request.method == "POST" and form.is_valid():
        try:
            change_report(report, request.user, **form.cleaned_data)
            return redirect("report", slug, pk)
        except Refused as refusal:
            tell(request, refusal)
    return render(request, "reports/change.html", {"form": form, "report": report})
