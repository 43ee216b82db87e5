"""A passage in a person's own words: write it, renew what is no longer true, give it back."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from svod.register.consolidated.compared import Stretch, differences
from svod.register.consolidated.marks import bound, plain
from svod.register.consolidated.passages import Passage
from svod.register.consolidated.standing import value
from svod.register.errors import Refused, Stale
from svod.register.models import Passage as Row, Report
from svod.register.services.renew_passage import renew_passage
from svod.register.services.write_passage import restore_passage, seen_passage, write_passage
from svod.web.base.doors import tell
from svod.web.reports.doors import passage_or_404, report_or_404
from svod.web.reports.page import around


@require_safe
def show(request: HttpRequest, slug: str, pk: int, key: str) -> HttpResponse:
    """The passage alone, as it stands."""
    report = report_or_404(request, slug, pk)
    passage_or_404(report, key)
    return answer(request, report, key)


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, slug: str, pk: int, key: str) -> HttpResponse:
    report = report_or_404(request, slug, pk, "report")
    if request.method != "POST":
        _told, own, row = passage_or_404(report, key)
        return _form(request, report, key, row.text if row else own.text if own else "", row.version if row else 0)
    text, version = request.POST.get("text", ""), _number(request.POST.get("version", ""))
    try:
        passage_or_404(report, key)
        write_passage(report, key, text, request.user, version)
    except Stale:
        now = report.passages.filter(key=key).first()  # the person's text is shown again, beside what stands there now
        return _form(request, report, key, text, now.version if now else 0, overtaken=now, is_stale=True)
    except Refused as refusal:
        tell(request, refusal)
        return _form(request, report, key, text, version)
    messages.success(request, _("Written."))
    return answer(request, report, key)


@require_POST
def renew(request: HttpRequest, slug: str, pk: int, key: str) -> HttpResponse:
    report, row = written_or_404(request, slug, pk, key)
    try:
        number = renew_passage(row, request.user, request.POST.get("fact", ""))
        messages.success(request, ngettext("Renewed: %(n)d place.", "Renewed: %(n)d places.", number) % {"n": number})
    except Refused as refusal:
        tell(request, refusal)
    return answer(request, report, key)


@require_POST
def restore(request: HttpRequest, slug: str, pk: int, key: str) -> HttpResponse:
    report, row = written_or_404(request, slug, pk, key)
    try:
        restore_passage(row, request.user, _number(request.POST.get("version", "")))
        messages.success(request, _("The machine writes it again. Your words are kept in the history."))
    except Refused as refusal:
        tell(request, refusal)
    return answer(request, report, key)


@require_POST
def seen(request: HttpRequest, slug: str, pk: int, key: str) -> HttpResponse:
    report, row = written_or_404(request, slug, pk, key)
    try:
        seen_passage(row, request.user)
    except Refused as refusal:
        tell(request, refusal)
    return answer(request, report, key)


def written_or_404(request: HttpRequest, slug: str, pk: int, key: str) -> tuple[Report, Row]:
    report = report_or_404(request, slug, pk, "report")
    _told, _own, row = passage_or_404(report, key)
    return report, row or Row(report=report, key=key)


def answer(request: HttpRequest, report: Report, key: str) -> HttpResponse:
    """The passage anew for htmx, with the outline; else back to it."""
    if not request.htmx:
        return HttpResponseRedirect(f"{reverse('report', args=(report.campaign.slug, report.pk))}#{key}")
    context = around(request, report)
    sections = context["bench"].sections
    section = next((one for one in sections if one.key == key), None)
    return render(request, "reports/_changed.html", {**context, "section": section, "key": key})


def _form(request: HttpRequest, report: Report, key: str, text: str, version: int, **more: Any) -> HttpResponse:
    now, own, row = passage_or_404(report, key)
    groups = {**(own.groups if own else {}), **(row.groups if row else {})}
    facts = {one.fact: one for one in (*bound(text), *bound(own.text if own else ""))}
    around = {
        "report": report,
        "key": key,
        "title": own.heading.text if own and own.heading else "",
        "text": text,
        "version": version,
        "facts": [(name, value(name, groups, now)) for name in facts],
        "rows": min(24, max(6, len(text) // 70)),
        "news": _news(row, own),
        **more,
    }
    name = "reports/_write.html" if request.htmx else "reports/write.html"
    return render(request, name, around)


def _news(row: Row | None, own: Passage | None) -> list[Stretch]:
    """What the machine says now, against what it said when the person wrote."""
    before, now = plain(row.machine) if row else "", plain(own.text) if own else ""
    return differences(before, now) if row and before != now else []


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0
