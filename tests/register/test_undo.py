"""A person goes back step by step, and forward again by taking the undo back."""

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from svod.register.errors import CannotUndo, Refused
from svod.register.models import Activity, Operation, Person, ReportedTotal, Resemblance
from svod.register.services.confirm import confirm
from svod.register.services.correct import correct
from svod.register.services.merge import same
from svod.register.services.reject import reject
from svod.register.services.split import Part, split
from svod.register.services.undo import last_of, undo
from svod.register.services.unmerge import unmerge
from tests.world import World


def rows() -> list[dict[str, object]]:
    """Everything people see of the campaign but the versions."""
    found: list[dict[str, object]] = []
    for model in (Activity, ReportedTotal, Resemblance):
        found += [{**row, "version": 0} for row in model._base_manager.order_by("pk").values()]
    return found


def test_step_by_step(world: World) -> None:
    reviewer, submission = world.people["reviewer"], world.submission()
    activity = Activity.objects.get(kind="training")
    before = rows()
    correct(activity, {"title": "Первый"}, reviewer)
    correct(activity, {"title": "Второй"}, reviewer)
    confirm([activity], reviewer)
    for verb in ("confirm", "correct", "correct"):
        done = last_of(reviewer, submission)
        assert done is not None
        assert done.verb == verb
        undo(done, reviewer)
    assert last_of(reviewer, submission) is None
    assert rows() == before


def test_forward_again(world: World) -> None:
    reviewer = world.people["reviewer"]
    world.submission()
    activity = Activity.objects.get(kind="training")
    correct(activity, {"title": "Первый"}, reviewer)
    first = Operation.objects.get(verb="correct")
    correct(activity, {"title": "Второй"}, reviewer)
    second = Operation.objects.filter(verb="correct").latest("pk")
    back = undo(second, reviewer)
    further = undo(first, reviewer)
    with pytest.raises(CannotUndo):  # the second correction was made on the first
        undo(back, reviewer)
    undo(further, reviewer)
    undo(back, reviewer)
    assert Activity.objects.get(pk=activity.pk).title == "Второй"
    with pytest.raises(CannotUndo):  # the second one holds again
        undo(further, reviewer)


def act(verb: str, activity: Activity, other: Activity, person: Person) -> None:
    match verb:
        case "confirm":
            confirm([activity], person, "проверено")
        case "reject":
            reject(activity, person)
        case "correct":
            correct(activity, {"title": f"{activity.title}!", "kind": "lecture"}, person, likes="organisation")
        case "split":
            split(activity, [Part(activity.kind), Part("lecture")], person)
        case "merge":
            same(activity, other, person)
        case "unmerge":
            unmerge(activity, person)


VERBS = ("confirm", "reject", "correct", "split", "merge", "unmerge")


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.tuples(st.sampled_from(VERBS), st.integers(0, 9), st.integers(0, 9)), max_size=7))
def test_after_any_sequence_everything_comes_back(world: World, steps: list[tuple[str, int, int]]) -> None:
    reviewer = world.people["reviewer"]
    if not Activity.objects.exists():
        world.submission()
        world.submission(world.rudny)
    before, first = rows(), Operation.objects.latest("pk").pk
    for verb, one, other in steps:
        activities = list(Activity.objects.order_by("pk"))
        try:
            act(verb, activities[one % len(activities)], activities[other % len(activities)], reviewer)
        except Refused:
            continue
    for done in Operation.objects.filter(pk__gt=first).order_by("-pk"):
        undo(done, reviewer)
    assert rows() == before
