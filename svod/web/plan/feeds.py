"""Plans in somebody's own calendar: links that open without signing in, and can be withdrawn."""

from datetime import UTC, timedelta

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.http import require_POST, require_safe
from icalendar import Calendar, Event

from svod.register.models import Feed, Organisation, Plan, PlannedActivity
from svod.register.permissions import may, row_or_404
from svod.web.base.doors import campaign_or_404
from svod.web.base.tags import planned_name
from svod.web.coverage.tops import top


def feeds(request: HttpRequest, slug: str) -> HttpResponse:
    """The person's own links; a new one for the organisation that is asked for."""
    campaign = campaign_or_404(request, slug)
    here = top(request, campaign)
    if request.method == "POST" and here is not None:
        Feed.objects.get_or_create(person=request.user, campaign=campaign, organisation=here)
        return redirect(f"{reverse('feeds', args=[slug])}?below={here.pk}")
    own = Feed.objects.filter(person=request.user, campaign=campaign).select_related("organisation")
    links = [(one, link_of(request, one)) for one in own]
    there = any(one.organisation_id == here.pk for one in own) if here else True
    return render(request, "plan/feeds.html", {"links": links, "here": None if there else here})


def link_of(request: HttpRequest, one: Feed) -> str:
    return request.build_absolute_uri(reverse("feed", args=[one.token]))


@require_POST
def withdraw(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    own = Feed.objects.filter(person=request.user, campaign=campaign)
    row_or_404(own, request.user, pk=pk).delete()
    return redirect("feeds", slug)


@login_not_required
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """What the person may see now; nothing once they were switched off or see that organisation no more."""
    found = Feed.objects.filter(token=token, person__is_active=True).select_related(
        "person", "campaign", "organisation"
    )
    one = found.first()
    if one is None or not may(one.person, "see", one.organisation):
        raise Http404
    with override(one.person.language or "ru"):
        calendar = _calendar(one, _planned(one))
    answer = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    answer["Cache-Control"] = "private, max-age=900"
    return answer


def _planned(one: Feed) -> list[PlannedActivity]:
    """Of the organisation itself everything, of those below what they sent up."""
    rows = PlannedActivity.objects.filter(
        plan__campaign=one.campaign,
        plan__organisation__path__startswith=one.organisation.path,
        first_day__isnull=False,
    ).select_related("plan__organisation", "plan__campaign")
    below = rows.exclude(plan__organisation=one.organisation).exclude(plan__state=Plan.State.DRAFT)
    return [*rows.filter(plan__organisation=one.organisation), *below]


def _calendar(one: Feed, rows: list[PlannedActivity]) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//Svod//plans//")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{one.campaign} · {one.organisation}")
    for planned in rows:
        calendar.add_component(_event(planned, one.organisation))
    return calendar


def _event(planned: PlannedActivity, own: Organisation) -> Event:
    """Whole days: a plan knows no hours. The end of one is the day after it (RFC 5545, 3.6.1)."""
    event, holder = Event(), planned.plan.organisation
    event.add("uid", f"planned-{planned.pk}@svod")
    event.add("dtstamp", (planned.plan.decided_at or planned.plan.campaign.created_at).astimezone(UTC))
    event.add("sequence", planned.version)
    event.add("summary", planned_name(planned) if holder == own else f"{planned_name(planned)} · {holder}")
    event.add("dtstart", planned.first_day)
    event.add("dtend", planned.last_day + timedelta(days=1))
    if planned.place:
        event.add("location", planned.place)
    return event
