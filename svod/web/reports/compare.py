"""The report as it stands beside a version of it, word by word."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from svod.register.consolidated.compared import Stretch, differences
from svod.register.models import Edition, Report
from svod.web.reports.doors import report_or_404
from svod.web.reports.editions import edition_or_404
from svod.web.reports.page import workbench

NOTHING = ("", "")
Texts = dict[str, list[str]]  # as `texts_of` gives them


@dataclass(frozen=True, slots=True)
class Compared:
    """`how` is "added", "removed" or "changed"."""

    title: str
    how: str
    differences: list[Stretch]


@require_safe
def compare(request: HttpRequest, slug: str, pk: int, number: int) -> HttpResponse:
    report = report_or_404(request, slug, pk)
    edition = edition_or_404(report, number)
    now = _now(report)
    parts = _changes(now, edition)
    same = len({*now, *edition.texts}) - len(parts)
    around = {"report": report, "edition": edition, "parts": parts, "same": same}
    return render(request, "reports/compare.html", around)


def changes_since(report: Report, edition: Edition) -> list[Compared]:
    """The passages that say something else now, in the order of the report."""
    return _changes(_now(report), edition)


def _now(report: Report) -> Texts:
    return workbench(report, pictures=True).texts


def _changes(now: Texts, edition: Edition) -> list[Compared]:
    keys = [*now, *(key for key in edition.texts if key not in now)]
    changed = [key for key in keys if now.get(key) != edition.texts.get(key)]
    return [_compared(edition.texts.get(key), now.get(key)) for key in changed]


def _compared(before: list[str] | None, after: list[str] | None) -> Compared:
    title = (after or before or NOTHING)[0]
    how = "added" if before is None else "removed" if after is None else "changed"
    return Compared(title, how, differences((before or NOTHING)[1], (after or NOTHING)[1]))
