"""The campaign's days: what is planned and what was held on each."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from svod.register.models import Activity, Campaign, Plan, PlannedActivity
from svod.register.totals import Part, View, counted, part_of
from svod.register.totals.plans import clashes, days_of
from svod.web.base.doors import campaign_or_404
from svod.web.coverage.tops import top

ON_A_DAY = 12  # shown; the others are a number that opens them


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
    whole, here = part_of(campaign, request.user), top(request, campaign)
    part = whole.below(here) if here else whole
    planned = list(planned_of(part))
    days = _days(campaign, planned, part)
    weeks = [[days.get(day) for day in week] for week in _weeks(campaign)]
    context = {"here": here, "weeks": weeks, "clashes": clashes(planned)}
    return render(request, "plan/calendar.html", context)


def planned_of(part: Part) -> list[PlannedActivity]:
    """What every plan but the drafts of others has: a draft is its own organisation's until it is sent."""
    rows = PlannedActivity.objects.filter(part.within("plan__organisation"), plan__campaign=part.campaign)
    return list(rows.exclude(plan__state=Plan.State.DRAFT).select_related("plan__organisation", "plan__campaign"))


def _days(campaign: Campaign, planned: list[PlannedActivity], part: Part) -> dict[date, Day]:
    days = {day: Day(day) for week in _weeks(campaign) for day in week if day}
    for one in planned:
        for day in days_of(one):
            if day in days and one.held_id is None:
                days[day].planned.append(one)
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
