"""The campaign's days: what is planned and what was held on each."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from svod.register.models import Activity, Campaign, Organisation, Plan, PlannedActivity
from svod.register.permissions import visible
from svod.register.totals import Part, View, counted, part_of
from svod.register.totals.coverage import STEP
from svod.register.totals.plans import clashes, days_of
from svod.web.base.doors import campaign_or_404
from svod.web.coverage.tops import top

ON_A_DAY = 12  # shown; the others are a number that opens them
MOST_OFFERED = 300  # organisations to turn to


@dataclass
class Day:
    day: date
    planned: list[PlannedActivity] = field(default_factory=list)
    held: list[Activity] = field(default_factory=list)

    @property
    def shown(self) -> list[Activity]:
        return self.held[:ON_A_DAY]

    @property
    def more(self) -> int:
        return max(0, len(self.held) - ON_A_DAY)


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    """Of an organisation with all below it: what is planned, what was held, or both."""
    whole, here = part_of(campaign, request.user), top(request, campaign)
    part = whole.below(here) if here else whole
    planned, show = list(planned_of(part)), request.GET.get("show", "")
    days = _days(campaign, [] if show == "held" else planned, None if show == "planned" else part)
    weeks = [[days.get(day) for day in week] for week in _weeks(campaign)]
    context = {"here": here, "weeks": weeks, "clashes": clashes(planned), "show": show, "whose": _whose(here, request)}
    context["nothing_planned"] = not planned and show != "held"
    context["undated"] = [one for one in planned if one.first_day is None and one.held_id is None and show != "held"]
    return render(request, "plan/calendar.html", context)


def _whose(here: Organisation | None, request: HttpRequest) -> list[Organisation]:
    """Whose calendar one may turn to from here: those above, itself, and those next below."""
    if here is None:
        return []
    above = Q(path__in=[here.path[:end] for end in range(STEP, len(here.path) + 1, STEP)])
    below = Q(path__startswith=here.path, depth=here.depth + 1)
    rows = visible(Organisation.objects.filter(above | below), request.user, through="")
    return list(rows.order_by("path")[:MOST_OFFERED])


def planned_of(part: Part) -> list[PlannedActivity]:
    """What every plan but the drafts of others has: a draft is its own organisation's until it is sent."""
    rows = PlannedActivity.objects.filter(part.within("plan__organisation"), plan__campaign=part.campaign)
    return list(rows.exclude(plan__state=Plan.State.DRAFT).select_related("plan__organisation", "plan__campaign"))


def _days(campaign: Campaign, planned: list[PlannedActivity], part: Part | None) -> dict[date, Day]:
    """With what was held in that part; None for nothing of it."""
    days = {day: Day(day) for week in _weeks(campaign) for day in week if day}
    for one in planned:
        for day in days_of(one):
            if day in days and one.held_id is None:
                days[day].planned.append(one)
    if part is None:
        return days
    held: dict[date, list[Activity]] = defaultdict(list)
    rows = counted(part, View.ALL).filter(first_day__isnull=False).select_related("organisation")
    for activity in rows.defer("words", "sources", "reasons").order_by("pk"):
        held[activity.first_day].append(activity)
    for day in days.values():
        day.held = held.get(day.day, [])
    return days


def _weeks(campaign: Campaign) -> list[list[date | None]]:
    """From Monday to Sunday; None for a day outside the campaign."""
    day = campaign.first_day - timedelta(days=campaign.first_day.weekday())
    weeks = []
    while day <= campaign.last_day:
        week = [day + timedelta(days=number) for number in range(7)]
        weeks.append([one if campaign.first_day <= one <= campaign.last_day else None for one in week])
        day += timedelta(days=7)
    return weeks
