"""What was planned was held: it becomes an activity of the register, told as by the form of the phone."""

from datetime import date
from uuid import NAMESPACE_OID, uuid5

from django.db import transaction

from svod.register.errors import HeldBefore
from svod.register.history import operation
from svod.register.models import Activity, Person, PlannedActivity
from svod.register.services.tell import Telling, tell_held
from svod.register.told import Held


def hold_planned(planned: PlannedActivity, day: date | None, people: str, person: Person) -> Activity:
    """Make the activity that came of the plan, or return the one made before. `people` is as a person says it.

    Raises HeldBefore where another activity stands for it already.
    """
    plan = planned.plan
    key = uuid5(NAMESPACE_OID, f"svod-planned-{planned.pk}")  # two taps of an impatient thumb are one telling
    held = Held(
        kind=planned.kind,
        title=planned.title,
        day=day,
        place=planned.place,
        people=people,
        audience=planned.audience,
        partners=planned.partners,
    )
    with transaction.atomic():
        submission = tell_held(held, Telling(key, plan.campaign, plan.organisation, person))
        activity = Activity.objects.get(document__submission=submission)
        link(planned, activity, person)
    return activity


def link(planned: PlannedActivity, activity: Activity, person: Person) -> None:
    """Let an activity that was told otherwise stand for what was planned. Raises HeldBefore."""
    if planned.held_id == activity.pk:
        return
    if planned.is_held:
        raise HeldBefore
    plan = planned.plan
    with operation("hold_planned", person, plan.campaign, plan.organisation, note=str(planned)) as deed:
        deed.update(planned, held=activity)


def unlink(planned: PlannedActivity, person: Person) -> None:
    """Undo the link between the plan and its activity, which stays."""
    plan = planned.plan
    with operation("unhold_planned", person, plan.campaign, plan.organisation, note=str(planned)) as deed:
        deed.update(planned, held=None)
