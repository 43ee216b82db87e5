"""A plan is drafted, goes up, comes back, and becomes what was held."""

from datetime import timedelta

import pytest
from django.utils.translation import override

from svod.register.errors import HeldBefore, NothingPlanned, PlanClosed, PlanNotSent, ReasonNeeded, Stale
from svod.register.models import Activity, Plan, PlannedActivity, State
from svod.register.services.approve_plan import approve, may_approve, send_back, send_up
from svod.register.services.draft_plan import change, copy_from, drop, plan_of, put
from svod.register.services.hold_planned import hold_planned, link, unlink
from svod.register.services.start_campaign import start_campaign
from svod.register.totals import Part
from svod.register.totals.plans import clashes, overloaded, planned_in, unlinked
from tests.register import made
from tests.world import World

ROW = {"kind": "seminar", "title": "Слово лечит", "place": "актовый зал", "audience": ("parents",)}


@pytest.fixture
def plan(world: World) -> Plan:
    return plan_of(world.campaign, world.school, world.people["reporter"])


def planned(plan: Plan, world: World, **columns: object) -> PlannedActivity:
    day = made.day(1)
    return put(plan, [{**ROW, "first_day": day, "last_day": day, **columns}], world.people["reporter"])[0]


def test_it_works(world: World, plan: Plan) -> None:
    one = planned(plan, world)
    assert plan_of(world.campaign, world.school, world.people["reporter"]) == plan
    send_up(plan, world.people["reporter"])
    approve(plan, world.people["coordinator"])
    with override("ru"):
        activity = hold_planned(one, made.day(1), "около 50", world.people["reviewer"])
    one.refresh_from_db()
    assert one.held == activity
    assert (activity.title, activity.participants.least, activity.state) == ("Слово лечит", 45, State.CONFIRMED)
    assert activity.quote.startswith("Семинар «Слово лечит»")


def test_what_is_up_is_not_changed_until_it_comes_back(world: World, plan: Plan) -> None:
    one = planned(plan, world)
    send_up(plan, world.people["reporter"])
    for deed in (
        lambda: put(plan, [ROW], world.people["reporter"]),
        lambda: change(one, {"title": "Другое"}, world.people["reporter"]),
        lambda: drop(one, world.people["reporter"]),
        lambda: send_up(plan, world.people["reporter"]),
    ):
        with pytest.raises(PlanClosed):
            deed()
    plan.refresh_from_db()
    with pytest.raises(ReasonNeeded):
        send_back(plan, " ", world.people["coordinator"])
    send_back(plan, "Добавьте встречу с инспектором", world.people["coordinator"])
    change(one, {"title": "Другое"}, world.people["reporter"])
    drop(one, world.people["reporter"])
    assert not plan.activities.exists()


def test_only_what_is_up_is_decided_on(world: World, plan: Plan) -> None:
    with pytest.raises(NothingPlanned):
        send_up(plan, world.people["reporter"])
    planned(plan, world)
    with pytest.raises(PlanNotSent):
        approve(plan, world.people["coordinator"])
    send_up(plan, world.people["reporter"])
    approve(plan, world.people["coordinator"])
    with pytest.raises(PlanNotSent):
        approve(plan, world.people["coordinator"])
    send_back(plan, "Нашли ошибку", world.people["coordinator"])  # also what is approved
    plan.refresh_from_db()
    assert plan.is_open


def test_who_stands_above_approves(world: World) -> None:
    assert may_approve(world.people["coordinator"], world.rudny)
    assert not may_approve(world.people["coordinator"], world.kostanay)  # nobody approves their own
    assert not may_approve(world.people["reviewer"], world.rudny)
    assert may_approve(world.people["chief"], world.national)  # nobody is above it


def test_who_changed_it_first_wins(world: World, plan: Plan) -> None:
    one = planned(plan, world)
    other = PlannedActivity.objects.get(pk=one.pk)
    change(one, {"title": "Раньше"}, world.people["reporter"])
    with pytest.raises(Stale):
        change(other, {"title": "Позже"}, world.people["reviewer"])


def test_last_years_plan_is_a_start(world: World, plan: Plan) -> None:
    planned(plan, world)
    planned(plan, world, first_day=None, last_day=None, title="Без дня")
    following = start_campaign("sixteen_days", 2026, world.national, None)
    copied = copy_from(plan, plan_of(following, world.school, world.people["reporter"]), world.people["reporter"])
    shift = following.first_day - world.campaign.first_day
    days = {one.title: one.first_day for one in copied}
    assert days == {"Слово лечит": made.day(1) + shift, "Без дня": None}
    assert all(one.held_id is None for one in copied)


def test_two_taps_of_a_thumb_are_one_activity(world: World, plan: Plan) -> None:
    one = planned(plan, world)
    first = hold_planned(one, made.day(1), "50", world.people["reporter"])
    assert hold_planned(one, made.day(1), "50", world.people["reporter"]) == first
    assert Activity.objects.count() == 1


def test_what_was_told_otherwise_may_stand_for_it(world: World, plan: Plan) -> None:
    one = planned(plan, world)
    told = made.activity(world, made.document(world), title="Слово лечит")
    assert unlinked(one) == [told]
    link(one, told, world.people["reporter"])
    assert unlinked(one) == []
    with pytest.raises(HeldBefore):
        link(one, made.activity(world, made.document(world)), world.people["reporter"])
    unlink(one, world.people["reporter"])
    assert unlinked(one)[0] == told


def test_what_clashes_and_what_is_too_much(world: World, plan: Plan) -> None:
    rows = [planned(plan, world, title=str(number)) for number in range(4)]
    rows.append(planned(plan, world, place="Фойе", title="выставка", last_day=made.day(9)))  # a background
    (clash,) = clashes(rows)
    assert (clash.day, len(clash.activities)) == (made.day(1), 4)
    assert overloaded(rows) == [(made.day(1), 4)]
    assert not clashes([planned(plan, world, place=""), planned(plan, world, place="")])  # no place, no clash


def test_planned_beside_held(world: World, plan: Plan) -> None:
    one = planned(plan, world)
    planned(plan, world, kind="lecture", first_day=made.day(1) + timedelta(days=1), last_day=made.day(2))
    hold_planned(one, made.day(1), "50", world.people["reporter"])
    made.activity(world, made.document(world, world.rudny), kind="assembly")
    part = Part(world.campaign, (world.national.path,))
    assert planned_in(part).against("kind")[-1].planned == 0  # a draft counts for nothing yet
    send_up(plan, world.people["reporter"])
    found = {row.code: (row.planned, row.held, row.untold, row.beyond) for row in planned_in(part).against("kind")}
    assert found == {"seminar": (1, 1, 0, 0), "lecture": (1, 0, 1, 0), "assembly": (0, 0, 0, 1)}
    assert list(found) == ["lecture", "seminar", "assembly"]  # what was planned comes first
    (region,) = planned_in(part).against("region")
    assert (region.code, region.planned, region.held, region.beyond) == ("KZ-39", 2, 1, 1)
