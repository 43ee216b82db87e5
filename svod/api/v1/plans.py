"""Plans: drafted, sent up, approved or sent back, set beside what was held."""

from datetime import date, datetime
from typing import Any, Literal

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Query, Schema, Status

from svod.api.plumbing.paging import Listing, Page, piece
from svod.api.plumbing.versions import seen
from svod.api.v1.planned import PlannedIn, PlannedOut, clean
from svod.api.v1.router import noun
from svod.api.v1.shapes import Below, Done, Place, Who, one_of
from svod.register.models import Feed, Organisation, Plan
from svod.register.permissions import row_or_404, visible
from svod.register.services.approve_plan import approve, may_approve, send_back, send_up
from svod.register.services.draft_plan import copy_from, plan_of, put
from svod.register.totals import part_of
from svod.register.totals.plans import clashes, overloaded, planned_in, told_already
from svod.web.base.doors import campaign_or_404
from svod.web.plan.calendar import planned_of
from svod.web.plan.doors import place
from svod.web.plan.feeds import link_of
from svod.web.plan.views import earlier_plan

router = noun("plans")
HERE = "/campaigns/{slug}"
ONE = HERE + "/plan/{int:pk}"


class PlanOut(Schema):
    id: int
    version: int
    organisation: Place
    state: one_of(Plan.State)
    remark: str
    decided_by: Who | None
    decided_at: datetime | None


class Clash(Schema):
    """Several activities on one day at one place."""

    day: date
    place: str
    activities: list[PlannedOut]


class PlanWhole(Schema):
    plan: PlanOut | None = Field(description="null: the organisation has none yet")
    activities: list[PlannedOut]
    clashes: list[Clash]
    overloaded: list[date] = Field(description="days on which more is planned than people can do")


class PlansAsked(Listing):
    state: one_of(Plan.State) | None = None


class DecideIn(Schema):
    decision: Literal["approve", "return"]
    remark: str = Field("", max_length=1000, description="needed to send it back")


class AgainstRow(Schema):
    """`beyond` was held and stands in no plan; `untold` was planned, and nobody has said which activity it is: it may
    have been held, and told, all the same."""

    code: str
    planned: int
    held: int
    beyond: int
    untold: int


class Against(Schema):
    by_kind: list[AgainstRow]
    by_region: list[AgainstRow]


class Unlinked(Schema):
    planned: PlannedOut
    likely: list[int] = Field(description="activities of the organisation that are probably it: see link_planned")


class UnlinkedAsked(Listing):
    by: Literal["kind", "region"] | None = Field(None, description="only those of the `code`")
    code: str = Field("", max_length=40, examples=["seminar"])


class FeedOut(Schema):
    id: int
    organisation: Place
    link: str = Field(description="opens without signing in: give it to nobody else")
    made_at: datetime


class FeedIn(Schema):
    organisation: int = Field(examples=[4])


@router.get(HERE + "/plans", response=Page[PlanOut])
def list_plans(request: HttpRequest, slug: str, asked: Query[PlansAsked]) -> object:
    rows = visible(Plan.objects.filter(campaign=campaign_or_404(request, slug)), request.user)
    rows = rows.filter(state=asked.state) if asked.state else rows
    return piece(rows.select_related("organisation", "decided_by"), asked)


@router.get(HERE + "/plans/against", response=Against)
def get_plan_against_fact(request: HttpRequest, slug: str) -> object:
    rows = planned_in(part_of(campaign_or_404(request, slug), request.user))
    return {"by_kind": rows.against("kind"), "by_region": rows.against("region")}


@router.get(HERE + "/plans/unlinked", response=Page[Unlinked])
def list_unlinked(request: HttpRequest, slug: str, asked: Query[UnlinkedAsked]) -> object:
    """What stands under `untold`, with what is probably it."""
    rows = planned_in(part_of(campaign_or_404(request, slug), request.user)).open(asked.by or "", asked.code)
    page = piece(rows, asked)
    likely = told_already(page["items"])
    found = [{"planned": one, "likely": [row.pk for row in likely.get(one.pk, ())]} for one in page["items"]]
    return {**page, "items": found}


@router.get(HERE + "/calendar", response=list[PlannedOut])
def get_calendar(request: HttpRequest, slug: str, asked: Query[Below]) -> object:
    """What is planned in every plan but the drafts of others. What was held is among the activities."""
    campaign = campaign_or_404(request, slug)
    part = part_of(campaign, request.user)
    if asked.below is not None:
        part = part.below(place(request, slug, asked.below)[1])
    return planned_of(part)


@router.get(ONE, response=PlanWhole)
def get_plan(request: HttpRequest, slug: str, pk: int) -> object:
    """That of an organisation; `pk` is the organisation's."""
    campaign, organisation = place(request, slug, pk)
    found = _plans(campaign, organisation).first()
    rows = list(found.activities.select_related("plan__organisation")) if found else []
    days = [day for day, _number in overloaded(rows)]
    return {"plan": found, "activities": rows, "clashes": clashes(rows), "overloaded": days}


@router.post(ONE + "/activities", response={201: PlannedOut})
def plan_an_activity(request: HttpRequest, slug: str, pk: int, told: PlannedIn) -> object:
    """Begins the plan where there is none."""
    campaign, organisation = place(request, slug, pk, "plan")
    columns = clean(told.dict(), campaign)
    [made] = put(plan_of(campaign, organisation, request.user), [columns], request.user)
    seen(request, made)
    return Status(201, made)


@router.post(ONE + "/copy", response=Done)
def copy_earlier_plan(request: HttpRequest, slug: str, pk: int) -> Done:
    """Last year's activities as a start, each on the same day of the campaign."""
    campaign, organisation = place(request, slug, pk, "plan")
    earlier = earlier_plan(campaign, organisation)
    if earlier is None:
        raise Http404
    return Done(number=len(copy_from(earlier, plan_of(campaign, organisation, request.user), request.user)))


@router.post(ONE + "/send", response=PlanOut)
def send_a_plan(request: HttpRequest, slug: str, pk: int) -> object:
    """Up, to be approved."""
    campaign, organisation = place(request, slug, pk, "plan")
    plan = plan_of(campaign, organisation, request.user)
    send_up(plan, request.user)
    return plan


@router.post(ONE + "/decide", response=PlanOut)
def decide_a_plan(request: HttpRequest, slug: str, pk: int, told: DecideIn) -> object:
    """By the organisation above: approved, or sent back with a remark."""
    campaign, organisation = place(request, slug, pk)
    if not may_approve(request.user, organisation):
        raise PermissionDenied("sign")
    plan = get_object_or_404(_plans(campaign, organisation))
    if told.decision == "approve":
        approve(plan, request.user)
    else:
        send_back(plan, told.remark, request.user)
    return plan


@router.get(HERE + "/feeds", response=list[FeedOut])
def list_feeds(request: HttpRequest, slug: str) -> object:
    """One's own links by which a calendar shows plans."""
    return [_feed(request, one) for one in _feeds(request, slug)]


@router.post(HERE + "/feeds", response={201: FeedOut})
def make_feed(request: HttpRequest, slug: str, told: FeedIn) -> object:
    campaign, organisation = place(request, slug, told.organisation)
    made, _new = Feed.objects.get_or_create(person=request.user, campaign=campaign, organisation=organisation)
    return Status(201, _feed(request, made))


@router.delete(HERE + "/feeds/{int:pk}", response=Done)
def withdraw_feed(request: HttpRequest, slug: str, pk: int) -> Done:
    row_or_404(_feeds(request, slug), request.user, pk=pk).delete()
    return Done()


def _plans(campaign: Any, organisation: Organisation) -> Any:
    rows = Plan.objects.filter(campaign=campaign, organisation=organisation)
    return rows.select_related("campaign", "organisation", "decided_by")


def _feeds(request: HttpRequest, slug: str) -> Any:
    rows = Feed.objects.filter(person=request.user, campaign=campaign_or_404(request, slug))
    return rows.select_related("organisation").order_by("pk")


def _feed(request: HttpRequest, one: Feed) -> dict[str, Any]:
    return {**{name: getattr(one, name) for name in ("id", "organisation", "made_at")}, "link": link_of(request, one)}
