"""Who is to report by when, and who has."""

from datetime import date

from django.http import HttpRequest
from ninja import Field, Query, Schema

from svod.api.plumbing.problems import checked
from svod.api.v1.router import noun
from svod.api.v1.shapes import Below, Done, Place
from svod.register.models import Expected, Organisation
from svod.register.permissions import needed, row_or_404
from svod.register.services.expect import excuse, expect, freeze as freeze_expected
from svod.register.totals import Coverage, coverage, part_of
from svod.register.totals.coverage import Share
from svod.web.base.doors import campaign_or_404
from svod.web.coverage.forms import DueDays, Duty
from svod.web.coverage.freeze import levels_of
from svod.web.coverage.tops import top

router = noun("coverage")
HERE = "/campaigns/{slug}"


class ShareOut(Schema):
    """How many of those that are to report have; rates in whole per cent, rounded down, null of nobody."""

    level: str
    expected: int
    reported: int
    only_below: int
    denied: int
    late: int
    on_time: int
    unread: int = Field(description="none of the reported: all that came from them could not be read")
    silent: int
    rate: int | None
    timeliness: int | None


class LineOut(Schema):
    organisation: Place
    heard: str = Field(examples=["itself"])
    is_late: bool
    due: date
    subtree: ShareOut | None


class CoverageOut(Schema):
    is_fixed: bool = Field(description="whether the list of who is to report is fixed")
    by_level: list[ShareOut]
    lines: list[LineOut] = Field(description="one step down from `below`, or from the top")
    overdue: int


class DueIn(Schema):
    """The day for each level that has organisations."""

    region: date | None = None
    district: date | None = None
    primary: date | None = None
    national: date | None = None


class DutyIn(Schema):
    due: date = Field(examples=["2025-12-15"])
    excused_why: str = Field("", max_length=500, description="why it need not report; empty: it is to")


class DutyOut(Schema):
    organisation: Place
    due: date
    excused_why: str


@router.get(HERE + "/coverage", response=CoverageOut)
def get_coverage(request: HttpRequest, slug: str, asked: Query[Below]) -> CoverageOut:
    campaign = campaign_or_404(request, slug)
    whole, here = part_of(campaign, request.user), top(request, campaign)
    part = whole.below(here) if here else whole
    cover = coverage(part)
    below = Organisation.objects.filter(path__in=part.paths)
    if here:
        below = Organisation.objects.filter(path__startswith=here.path, depth=here.depth + 1)
    rows = list(below.order_by("path"))
    shares = cover.shares_of(one.path for one in rows)
    return CoverageOut(
        is_fixed=cover.frozen,
        by_level=cover.by_level(),
        lines=[_line(one, cover, shares[one.path]) for one in rows if one.path in shares],
        overdue=cover.all_overdue,
    )


@router.post(HERE + "/coverage/fix", response=Done)
def fix_expected(request: HttpRequest, slug: str, told: DueIn = DueIn()) -> Done:
    """Fix who is to report, and by when; how many there are. A level that is left out has the campaign's day."""
    campaign = campaign_or_404(request, slug)
    needed(request.user, "organise", campaign.organisation)
    levels = levels_of(campaign)
    given = {level: getattr(told, level) or campaign.report_by for level in levels}
    form = checked(DueDays(given, levels=levels, due=campaign.report_by))
    return Done(number=freeze_expected(campaign, form.cleaned_data, request.user))


@router.put(HERE + "/organisations/{int:pk}/duty", response=DutyOut)
def change_duty(request: HttpRequest, slug: str, pk: int, told: DutyIn) -> object:
    """Put one organisation on the list, give it another day, or excuse it."""
    campaign = campaign_or_404(request, slug)
    rows = Organisation.objects.filter(path__startswith=campaign.organisation.path).exclude(pk=campaign.organisation_id)
    organisation = row_or_404(rows, request.user, through="", pk=pk)
    needed(request.user, "organise", campaign.organisation)
    given = checked(Duty(told.dict())).cleaned_data
    expect(campaign, organisation, given["due"], request.user)
    listed = Expected.objects.select_related("organisation", "campaign").get(
        campaign=campaign, organisation=organisation
    )
    if given["excused_why"]:
        excuse(listed, given["excused_why"], request.user)
    return listed


def _line(one: Organisation, cover: Coverage, share: Share) -> dict[str, object]:
    known = {"heard": cover.heard(one.path), "is_late": cover.late(one.path), "due": cover.due(one.path)}
    return {"organisation": one, **known, "subtree": share}
