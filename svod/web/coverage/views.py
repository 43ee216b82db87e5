"""Who was to report by when and who has, level by level and down the tree."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from svod.register.models import Expected, Organisation, Submission
from svod.register.models.submission import STANDING
from svod.register.permissions import may
from svod.register.totals import Coverage, Part, coverage, part_of, remembered
from svod.register.totals.coverage import Heard, Share
from svod.web.base.doors import campaign_or_404
from svod.web.coverage.tops import top


@dataclass(frozen=True, slots=True)
class Line:
    """An organisation one step down: how it was heard from itself, and its subtree."""

    row: Organisation
    heard: Heard
    late: bool
    share: Share
    files: Sequence[Submission] = ()  # that could not be read, where nothing else came


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    whole, here = part_of(campaign, request.user), top(request, campaign)
    part = whole.below(here) if here else whole
    what = ("coverage", here and here.pk, timezone.localdate())  # each day more are late
    context = {
        "top": here,
        "above": _above(here, whole) if here else [],
        **remembered(part, what, lambda: _counted(part, here)),
        "excused": _excused(part),
        "may_freeze": may(request.user, "organise", campaign.organisation),
        "may_remind": bool(here) and may(request.user, "remind", here),
    }
    return render(request, "coverage/page.html", context)


def _counted(part: Part, here: Organisation | None) -> dict[str, Any]:
    cover = coverage(part)
    return {
        "shares": cover.by_level(),
        "lines": _lines(cover, _children(part, here)),
        "frozen": cover.frozen,
        "overdue": cover.all_overdue,
    }


def _children(part: Part, here: Organisation | None) -> list[Organisation]:
    """One step below the top; where a person has several parts and no top, those parts."""
    if here is None:
        return list(Organisation.objects.filter(path__in=part.paths).order_by("path"))
    return list(Organisation.objects.filter(path__startswith=here.path, depth=here.depth + 1).order_by("path"))


def _lines(cover: Coverage, rows: list[Organisation]) -> list[Line]:
    shares, files = cover.shares_of(row.path for row in rows), _files(cover, rows)
    return [
        Line(row, cover.heard(row.path), cover.late(row.path), shares[row.path], files.get(row.pk, ()))
        for row in rows
        if row.path in shares
    ]


def _files(cover: Coverage, rows: list[Organisation]) -> dict[int, list[Submission]]:
    """What could not be read, of the organisations of which nothing else came."""
    unread = [row.pk for row in rows if cover.heard(row.path) == Heard.UNREAD]
    found: dict[int, list[Submission]] = {}
    if unread:
        came = Submission.objects.filter(STANDING, campaign=cover.part.campaign, organisation__in=unread)
        for one in came.only("name", "organisation").order_by("pk"):
            found.setdefault(one.organisation_id, []).append(one)
    return found


def _above(here: Organisation, part: Part) -> list[Organisation]:
    """The way up, as far as the campaign reaches and the person sees."""
    step, root = Organisation.steplen, part.campaign.organisation.path
    paths = [here.path[:end] for end in range(len(root), len(here.path), step)]
    return [one for one in Organisation.objects.filter(path__in=paths).order_by("path") if part.holds(one)]


def _excused(part: Part) -> list[Expected]:
    listed = Expected.objects.filter(part.within(), campaign=part.campaign).exclude(excused_why="")
    return list(listed.select_related("organisation").order_by("organisation__path"))
