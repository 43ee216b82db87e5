"""The versions of a report: frozen, withdrawn, taken away as files."""

from pathlib import PurePosixPath

from django.contrib import messages
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from svod.register.consolidated.standing import of_ones_own
from svod.register.errors import Refused
from svod.register.models import Edition, Report
from svod.register.models.edition import FILES
from svod.register.permissions import may
from svod.register.services.freeze_report import freeze_report
from svod.register.services.locks import in_force
from svod.register.services.sign_edition import withdraw_edition
from svod.web.base.doors import tell
from svod.web.base.qr import qr_code
from svod.web.reports.doors import report_or_404
from svod.web.reports.twice import told_twice


@require_safe
def editions(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    report = report_or_404(request, slug, pk)
    return render(request, "reports/editions.html", {**_around(request, report), "twice": told_twice(report)})


@require_safe
def progress(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The list alone, asked for while files are made."""
    report = report_or_404(request, slug, pk)
    return render(request, "reports/_editions.html", _around(request, report))


@require_POST
def freeze(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    report = report_or_404(request, slug, pk, "report")
    try:
        freeze_report(report, request.user, lambda code: request.build_absolute_uri(reverse("verify", args=(code,))))
        messages.success(request, _("Frozen. The files are being made."))
    except Refused as refusal:
        tell(request, refusal)
        return HttpResponseRedirect(reverse("report", args=(slug, pk)))
    return _back(slug, pk)


@require_POST
def withdraw(request: HttpRequest, slug: str, pk: int, number: int) -> HttpResponse:
    report = report_or_404(request, slug, pk, "sign")
    try:
        withdraw_edition(edition_or_404(report, number), request.user, request.POST.get("why", ""))
        messages.success(request, _("The signature is withdrawn. The record of it stays."))
    except Refused as refusal:
        tell(request, refusal)
    return _back(slug, pk)


@require_safe
def download(request: HttpRequest, slug: str, pk: int, number: int, name: str) -> HttpResponse:
    """Always saved, never opened in our own pages."""
    report = report_or_404(request, slug, pk)
    file = get_object_or_404(edition_or_404(report, number).files.exclude(file=""), name=name)
    return FileResponse(file.file.open(), as_attachment=True, filename=_called(report, number, name))


def _called(report: Report, number: int, name: str) -> str:
    """As a person finds it among others: "16 дней против насилия 2025, Костанай, Версия 1.docx"."""
    parts = (str(report.campaign), str(report.organisation), _("Version %(number)s") % {"number": number})
    return ", ".join(parts).replace("/", "-") + PurePosixPath(name).suffix


@require_safe
def sheet(request: HttpRequest, slug: str, pk: int, number: int) -> HttpResponse:
    """For the printer: what is signed, by whom, and where it is checked."""
    report = report_or_404(request, slug, pk)
    edition = edition_or_404(report, number)
    return render(request, "reports/sheet.html", {"report": report, "edition": edition, "qr": qr_code(edition.address)})


def edition_or_404(report: Report, number: int) -> Edition:
    return get_object_or_404(known(report), number=number)


def known(report: Report) -> QuerySet[Edition]:
    rows = report.editions.select_related("made_by", "signed_by", "withdrawn_by", "report__campaign")
    return rows.defer("tree").prefetch_related("files")


def _around(request: HttpRequest, report: Report) -> dict[str, object]:
    found = list(known(report))
    return {
        "report": report,
        "editions": found,
        "is_waiting": any(one.is_waiting for one in found),
        "files": len(FILES),
        "is_open": not in_force(report.campaign, [report.organisation]).exists(),
        "unfounded": [number for row in report.passages.all() for number in of_ones_own(row)],
        "may_write": may(request.user, "report", report.organisation),
        "may_sign": may(request.user, "sign", report.organisation),
    }


def _back(slug: str, pk: int) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("editions", args=(slug, pk)))
