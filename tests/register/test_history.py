"""Every change is on record, can be taken back, and never overwrites another one in silence."""

import pytest

from svod.register.errors import CannotUndo, Stale
from svod.register.history import operation
from svod.register.models import Activity, Operation
from svod.register.take_back import take_back
from tests.world import World


@pytest.fixture
def activity(world: World) -> Activity:
    found = world.submission().documents.get().activitys.first()
    assert found is not None
    return found


def test_an_update_keeps_what_was_before(world: World, activity: Activity) -> None:
    with operation("correct", world.people["reviewer"], world.campaign) as deed:
        deed.update(activity, title="Другое имя", audience=("parents", "pupils"))
    change = Operation.objects.get(verb="correct").changes.get()
    assert change.before["title"] == "Семья без страха"
    assert change.after == {"title": "Другое имя", "audience": ["parents", "pupils"]}
    assert Activity.objects.get(pk=activity.pk).audience == ("parents", "pupils")


def test_undo_gives_back_what_was(world: World, activity: Activity) -> None:
    before = Activity.objects.values().get(pk=activity.pk)
    with operation("correct", world.people["reviewer"], world.campaign) as deed:
        deed.update(activity, title="", first_day=None, last_day=None, participants_least=None, participants_most=None)
    take_back(Operation.objects.get(verb="correct"), world.people["reviewer"])
    after = Activity.objects.values().get(pk=activity.pk)
    assert {**after, "version": 0} == {**before, "version": 0}


def test_what_was_made_and_deleted_comes_and_goes(world: World, activity: Activity) -> None:
    key = activity.pk
    with operation("drop", world.people["reviewer"], world.campaign) as deed:
        deed.delete(activity)
    dropped = Operation.objects.get(verb="drop")
    undone = take_back(dropped, world.people["reviewer"])
    assert Activity.objects.get(pk=key).title == "Семья без страха"
    take_back(undone, world.people["reviewer"])
    assert not Activity.objects.filter(pk=key).exists()


def test_a_stale_change_is_refused(world: World, activity: Activity) -> None:
    same = Activity.objects.get(pk=activity.pk)
    with operation("correct", world.people["reviewer"]) as deed:
        deed.update(same, title="Первый")
    with pytest.raises(Stale), operation("correct", world.people["coordinator"]) as deed:
        deed.update(activity, title="Второй")
    assert Activity.objects.get(pk=activity.pk).title == "Первый"
    assert Operation.objects.filter(verb="correct").count() == 1


def test_what_changed_since_is_not_taken_back(world: World, activity: Activity) -> None:
    for title in ("Первый", "Второй"):
        with operation(title, world.people["reviewer"]) as deed:
            deed.update(activity, title=title)
    with pytest.raises(CannotUndo):
        take_back(Operation.objects.get(verb="Первый"), world.people["reviewer"])
    assert Activity.objects.get(pk=activity.pk).title == "Второй"


def test_nothing_is_undone_twice(world: World, activity: Activity) -> None:
    with operation("correct", world.people["reviewer"]) as deed:
        deed.update(activity, title="Первый")
    done = Operation.objects.get(verb="correct")
    take_back(done, world.people["reviewer"])
    with pytest.raises(CannotUndo):
        take_back(done, world.people["reviewer"])
