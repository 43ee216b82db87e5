"""One mention of several activities becomes several with the same evidence."""

import pytest

from svod.records import Bounds
from svod.register.errors import ToldAgain
from svod.register.models import Activity, Operation, State
from svod.register.services.merge import merge
from svod.register.services.split import Part, split
from svod.register.services.undo import undo
from tests.world import World


@pytest.fixture
def trainings(world: World) -> Activity:
    world.submission()
    return Activity.objects.get(kind="training")


def test_it_works(world: World, trainings: Activity) -> None:
    made = split(trainings, [Part("training", Bounds.exactly(20)), Part("lecture")], world.people["reviewer"])
    parts = list(Activity.objects.filter(pk__in=[one.pk for one in made]).order_by("pk"))
    assert [one.kind for one in parts] == ["training", "lecture"]
    assert [one.participants for one in parts] == [Bounds.exactly(20), None]
    assert {(one.evidence, one.count.as_list()[0], one.state) for one in parts} == {
        (trainings.evidence, 1, State.DRAFT)
    }
    assert parts[1].origins["kind"] == "corrected"
    assert parts[1].audience == trainings.audience


def test_undo_makes_them_one_again(world: World, trainings: Activity) -> None:
    before = Activity.objects.filter(pk=trainings.pk).values().get()
    split(trainings, [Part("training"), Part("training"), Part("lecture")], world.people["reviewer"])
    undo(Operation.objects.get(verb="split"), world.people["reviewer"])
    assert Activity.objects.count() == 2
    after = Activity.objects.filter(pk=trainings.pk).values().get()
    assert {**after, "version": 0} == {**before, "version": 0}


@pytest.mark.parametrize("number", [0, 1, 51])
def test_too_few_or_too_many(world: World, trainings: Activity, number: int) -> None:
    with pytest.raises(ValueError, match="parts"):
        split(trainings, [Part("training")] * number, world.people["reviewer"])


def test_not_while_merged(world: World, trainings: Activity) -> None:
    merge(Activity.objects.get(kind="round_table"), trainings, world.people["reviewer"])
    trainings.refresh_from_db()
    with pytest.raises(ToldAgain):
        split(trainings, [Part("training")] * 2, world.people["reviewer"])
