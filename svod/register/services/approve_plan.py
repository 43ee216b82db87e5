"""A plan goes up the ladder and comes back: approved, with a remark, or taken back."""

from django.utils import timezone

from svod.register.errors import NothingPlanned, PlanNotSent, ReasonNeeded
from svod.register.history import operation
from svod.register.models import Organisation, Person, Plan
from svod.register.permissions import may
from svod.register.services.draft_plan import ensure_open


def send_up(plan: Plan, person: Person) -> None:
    """Send the plan up to be approved.

    Raises NothingPlanned for an empty one, PlanClosed for one that is up already.
    """
    with operation("send_plan", person, plan.campaign, plan.organisation) as deed:
        ensure_open(plan)
        if not plan.activities.exists():
            raise NothingPlanned
        deed.update(plan, state=Plan.State.SENT)


def take_back(plan: Plan, person: Person) -> None:
    """Take back a plan on which nobody above has decided yet, to change it. Raises PlanNotSent."""
    with operation("take_plan_back", person, plan.campaign, plan.organisation) as deed:
        if Plan.objects.select_for_update().get(pk=plan.pk).state != Plan.State.SENT:
            raise PlanNotSent
        deed.update(plan, state=Plan.State.DRAFT)


def approve(plan: Plan, person: Person) -> None:
    """Approve a plan that was sent up. Raises PlanNotSent."""
    _decide(plan, Plan.State.APPROVED, "", person)


def send_back(plan: Plan, remark: str, person: Person) -> None:
    """Send the plan back with a remark, even after it was approved, so that it may be changed again.

    Raises ReasonNeeded, PlanNotSent.
    """
    if not remark.strip():
        raise ReasonNeeded
    _decide(plan, Plan.State.RETURNED, remark.strip()[:1000], person)


def may_approve(person: Person, organisation: Organisation) -> bool:
    """A plan is approved above: whoever signs at the organisation above; at the top, its administrator."""
    above = Organisation.objects.get_parent(organisation)
    return may(person, "sign", above) if above else may(person, "administer", organisation)


def _decide(plan: Plan, state: str, remark: str, person: Person) -> None:
    verb = "approve_plan" if state == Plan.State.APPROVED else "return_plan"
    with operation(verb, person, plan.campaign, plan.organisation, note=remark) as deed:
        now = Plan.objects.select_for_update().get(pk=plan.pk)
        if now.is_open or now.state == state:
            raise PlanNotSent
        deed.update(plan, state=state, remark=remark, decided_by=person, decided_at=timezone.now())
