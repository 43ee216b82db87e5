"""What is told twice counts once; told apart again, it counts as before."""

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from svod.register.errors import CannotMerge, Locked
from svod.register.models import Activity, Operation, Resemblance, Signature, State
from svod.register.services.confirm import confirm
from svod.register.services.merge import different, merge, same
from svod.register.services.reject import reject
from svod.register.services.undo import undo
from svod.register.services.unmerge import unmerge
from tests.world import World


@pytest.fixture
def told(world: World) -> list[Activity]:
    world.submission()
    world.submission(world.rudny)
    world.submission(world.kostanay)
    return list(Activity.objects.filter(kind="round_table").order_by("pk"))


def counted() -> int:
    return Activity.objects.filter(same_as__isnull=True).exclude(state=State.REJECTED).count()


def test_it_works(world: World, told: list[Activity]) -> None:
    before = counted()
    merge(told[0], told[1], world.people["reviewer"])
    assert counted() == before - 1
    assert list(told[0].told_again.all()) == [told[1]]
    unmerge(Activity.objects.get(pk=told[1].pk), world.people["reviewer"])
    assert counted() == before


def test_chains_hang_on_one_head(world: World, told: list[Activity]) -> None:
    one, two, three = told
    merge(one, two, world.people["reviewer"])
    head = merge(three, Activity.objects.get(pk=one.pk), world.people["reviewer"])
    assert head == three
    assert set(three.told_again.all()) == {one, two}
    undo(Operation.objects.filter(verb="merge").first(), world.people["reviewer"])
    assert set(Activity.objects.get(pk=one.pk).told_again.all()) == {two}


def test_into_a_copy_is_into_its_head(world: World, told: list[Activity]) -> None:
    one, two, three = told
    merge(one, two, world.people["reviewer"])
    assert merge(Activity.objects.get(pk=two.pk), three, world.people["reviewer"]) == one


def test_the_confirmed_one_is_the_head(world: World, told: list[Activity]) -> None:
    confirm([told[1]], world.people["reviewer"])
    assert same(told[0], told[1], world.people["reviewer"]) == told[1]


def test_the_machine_s_proposal_is_decided(world: World, told: list[Activity]) -> None:
    pair = Resemblance.objects.create(one=told[0], other=told[1], score=9)
    merge(told[1], told[0], world.people["reviewer"])
    pair.refresh_from_db()
    assert (pair.decision, pair.decided_by) == (Resemblance.Decision.SAME, world.people["reviewer"])
    undo(Operation.objects.get(verb="merge"), world.people["reviewer"])
    pair.refresh_from_db()
    assert (pair.decision, pair.decided_by) == (Resemblance.Decision.OPEN, None)
    different(pair, world.people["reviewer"])
    assert Resemblance.objects.get().decision == Resemblance.Decision.DIFFERENT


def test_not_with_itself_nor_with_what_was_rejected(world: World, told: list[Activity]) -> None:
    with pytest.raises(CannotMerge):
        merge(told[0], told[0], world.people["reviewer"])
    reject(told[1], world.people["reviewer"])
    with pytest.raises(CannotMerge):
        merge(told[0], told[1], world.people["reviewer"])


def test_a_signed_copy_stays_where_it_is(world: World, told: list[Activity]) -> None:
    Signature.objects.create(campaign=world.campaign, organisation=world.rudny, signed_by=world.people["chief"])
    with pytest.raises(Locked):
        merge(told[2], told[1], world.people["reviewer"])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=1, max_size=6))
def test_whatever_is_merged_comes_apart_again(world: World, told: list[Activity], steps: list[tuple[int, int]]) -> None:
    """No chain is ever longer than one, every evidence is kept and reached from what counts, and undoing everything,
    last first, gives back every row."""
    reviewer = world.people["reviewer"]
    keys = list(Activity.objects.order_by("pk").values_list("pk", flat=True))
    evidences = {row.pk: (row.evidence, row.quote) for row in Activity.objects.all()}
    before = list(Activity.objects.order_by("pk").values_list("pk", "same_as"))
    done = []
    for one, other in steps:
        try:
            merge(Activity.objects.get(pk=keys[one]), Activity.objects.get(pk=keys[other]), reviewer)
        except CannotMerge:
            continue
        done.append(Operation.objects.latest("pk"))
        assert not Activity.objects.filter(same_as__same_as__isnull=False).exists()
        heads = Activity.objects.filter(same_as__isnull=True)
        reached = [telling for head in heads for telling in (head, *head.told_again.all())]
        assert {row.pk: (row.evidence, row.quote) for row in reached} == evidences
    for operation in reversed(done):
        undo(operation, reviewer)
    assert list(Activity.objects.order_by("pk").values_list("pk", "same_as")) == before
