"""Draft a plan: add, change and drop what an organisation means to hold, or begin with last year's."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from svod.register.errors import PlanClosed
from svod.register.history import operation
from svod.register.models import Campaign, Organisation, Person, Plan, PlannedActivity

COPIED = ("kind", "title", "place", "responsible", "audience", "partners", "expected_least", "expected_most")


def plan_of(campaign: Campaign, organisation: Organisation, person: Person) -> Plan:
    """The organisation's plan; a new draft where it has none."""
    found = Plan.objects.filter(campaign=campaign, organisation=organisation).first()
    if found is not None:
        return found
    plan = Plan(campaign=campaign, organisation=organisation)
    with operation("draft_plan", person, campaign, organisation, note=str(organisation)) as deed:
        deed.create(plan)
    return plan


def put(plan: Plan, rows: Iterable[Mapping[str, Any]], person: Person) -> list[PlannedActivity]:
    """Add activities, each told by its columns. Raises PlanClosed."""
    made = []
    with operation("plan", person, plan.campaign, plan.organisation) as deed:
        ensure_open(plan)
        for columns in rows:
            made.append(PlannedActivity(plan=plan, **columns))
            deed.create(made[-1])
    return made


def change(planned: PlannedActivity, columns: Mapping[str, Any], person: Person) -> None:
    """Change a planned activity. Raises PlanClosed, and Stale where somebody changed it first."""
    plan = planned.plan
    with operation("plan", person, plan.campaign, plan.organisation, note=str(planned)) as deed:
        ensure_open(plan)
        deed.update(planned, **columns)


def drop(planned: PlannedActivity, person: Person) -> None:
    """Take an activity out of the plan. Raises PlanClosed."""
    plan = planned.plan
    with operation("unplan", person, plan.campaign, plan.organisation, note=str(planned)) as deed:
        ensure_open(plan)
        deed.delete(planned)


def copy_from(earlier: Plan, plan: Plan, person: Person) -> list[PlannedActivity]:
    """Begin with last year's activities, each on the same day of the campaign, counted from its first.

    Raises PlanClosed.
    """
    shift = plan.campaign.first_day - earlier.campaign.first_day
    rows = [_moved(one, shift, plan.campaign) for one in earlier.activities.all()]
    return put(plan, rows, person)


def ensure_open(plan: Plan) -> None:
    """Raises PlanClosed for one that was sent up or approved. To be asked inside the operation that changes it."""
    if not Plan.objects.select_for_update().get(pk=plan.pk).is_open:
        raise PlanClosed


def _moved(one: PlannedActivity, shift: timedelta, campaign: Campaign) -> dict[str, Any]:
    columns = {name: getattr(one, name) for name in COPIED}
    for name in ("first_day", "last_day"):
        columns[name] = _within(getattr(one, name), shift, campaign)
    return columns


def _within(day: date | None, shift: timedelta, campaign: Campaign) -> date | None:
    return None if day is None else min(max(day + shift, campaign.first_day), campaign.last_day)
