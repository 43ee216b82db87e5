"""Who is to report by when, who has, and letters to who is late."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.urls import reverse
from ninja import Field, Query, Schema, Status

from svod.api.plumbing.paging import Listing, Page, piece
from svod.api.plumbing.problems import checked
from svod.api.v1.router import noun
from svod.api.v1.shapes import Below, Done, Place, Who, one_of
from svod.register.models import Expected, Letter, Organisation
from svod.register.permissions import needed, needed_anywhere, row_or_404, visible
from svod.register.services.expect import excuse, expect, freeze as freeze_expected
from svod.register.services.remind import overdue_below, plan, remind
from svod.register.services.remind_by_rule import set_rule
from svod.register.totals import Coverage, coverage, part_of
from svod.register.totals.coverage import Share
from svod.web.base.doors import campaign_or_404
from svod.web.coverage.forms import DueDays, Duty
from svod.web.coverage.freeze import levels_of
from svod.web.coverage.tops import top
from svod.web.reminders.forms import Reminding, Rule
from svod.web.reminders.views import link_to_hand_in

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


class LetterOut(Schema):
    id: int
    about: one_of(Letter.About)
    way: one_of(Letter.Way)
    state: one_of(Letter.State)
    person: Who
    sent_by: Who | None
    organisations: list[Place]
    made_at: datetime
    ended_at: datetime | None

    @staticmethod
    def resolve_organisations(obj: Letter) -> Any:
        return obj.organisations.all()


class Going(Schema):
    person: Who
    way: str
    organisations: list[Place]


class WouldGo(Schema):
    """Whom letters would reach now, and why others get none."""

    letters: list[Going]
    resting: list[Place] = Field(description="reminded not long ago")
    nobody: list[Place] = Field(description="nobody who can be written to answers for it")


class RemindIn(Schema):
    organisations: list[int] = Field(min_length=1, description="those that are late")
    note: str = Field("", max_length=500)


class RuleIn(Schema):
    """Days after the due day; null: no letter goes without a person's word."""

    remind_after: int | None = Field(None, ge=1, le=60, examples=[3])
    escalate_after: int | None = Field(None, ge=1, le=90, examples=[7])


@router.get(HERE + "/coverage", response=CoverageOut)
def get_coverage(request: HttpRequest, slug: str, asked: Query[Below]) -> CoverageOut:
    campaign = campaign_or_404(request, slug)
    whole, here = part_of(campaign, request.user), top(request, campaign)
    part = whole.below(here) if here else whole
    cover = coverage(part)
    below = Organisation.objects.filter(path__in=part.paths)
    if here:
        below = Organisation.objects.filter(path__startswith=here.path, depth=here.depth + 1)
    shares = cover.by_subtree
    return CoverageOut(
        is_fixed=cover.frozen,
        by_level=cover.by_level(),
        lines=[_line(one, cover, shares[one.path]) for one in below.order_by("path") if one.path in shares],
        overdue=sum(cover.overdue(path) for path in cover.expected),
    )


@router.post(HERE + "/coverage/fix", response=Done)
def fix_expected(request: HttpRequest, slug: str, told: DueIn) -> Done:
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


@router.get(HERE + "/reminders", response=Page[LetterOut])
def list_reminders(request: HttpRequest, slug: str, asked: Query[Listing]) -> object:
    """Letters about organisations that the person looks after."""
    campaign = campaign_or_404(request, slug)
    needed_anywhere(request.user, "remind")
    rows = visible(Letter.objects.filter(campaign=campaign), request.user, "remind", "reminders__organisation")
    return piece(rows.distinct().select_related("person", "sent_by").prefetch_related("organisations"), asked)


@router.get(HERE + "/reminders/new", response=WouldGo)
def preview_reminders(request: HttpRequest, slug: str, asked: Query[Below]) -> WouldGo:
    _here, late = _late(request, slug)
    planned = plan(campaign_or_404(request, slug), late)
    letters = [{"person": to, "way": planned.ways[to], "organisations": about} for to, about in planned.letters.items()]
    return WouldGo(letters=letters, resting=planned.resting, nobody=planned.nobody)


@router.post(HERE + "/reminders", response={201: list[LetterOut]})
def send_reminders(request: HttpRequest, slug: str, told: RemindIn, asked: Query[Below]) -> object:
    """Letters to who answers for these organisations, as far as they are late; they go soon."""
    here, late = _late(request, slug)
    campaign = campaign_or_404(request, slug)
    form = checked(Reminding(told.dict(), late=late)).cleaned_data
    link = link_to_hand_in(request, campaign)
    planned = plan(campaign, form["organisations"])
    return Status(201, remind(campaign, here, planned, request.user, link, form["note"]))


@router.put(HERE + "/reminders/rule", response=RuleIn)
def change_reminder_rule(request: HttpRequest, slug: str, told: RuleIn) -> object:
    campaign = campaign_or_404(request, slug)
    needed(request.user, "remind", campaign.organisation)
    given = checked(Rule(told.dict())).cleaned_data
    set_rule(campaign, request.user, **given, link=request.build_absolute_uri(reverse("coverage", args=[slug])))
    return campaign


def _late(request: HttpRequest, slug: str) -> tuple[Organisation, list[Organisation]]:
    campaign = campaign_or_404(request, slug)
    here = top(request, campaign, "remind")
    if here is None:
        raise PermissionDenied("remind")
    return here, overdue_below(coverage(part_of(campaign, request.user).below(here)), here)


def _line(one: Organisation, cover: Coverage, share: Share) -> dict[str, object]:
    known = {"heard": cover.heard(one.path), "is_late": cover.late(one.path), "due": cover.due(one.path)}
    return {"organisation": one, **known, "subtree": share}
