"""What is asked back, and answered."""

from svod.register.models import Activity, Operation, Submission
from svod.register.services.ask import answer, ask
from svod.register.services.confirm import drafts_of
from svod.register.services.reject import reject
from svod.register.services.sign import sign
from svod.register.services.undo import undo
from tests.world import World


def test_it_works(world: World) -> None:
    world.submission()
    activity = Activity.objects.first()
    ask(activity, " Сколько было родителей? ", world.people["reviewer"])
    answer(activity, "Двенадцать", world.people["reporter"])
    kept = Activity.objects.get(pk=activity.pk)
    assert (kept.question, kept.answer) == ("Сколько было родителей?", "Двенадцать")
    assert list(Operation.objects.values_list("verb", "person__username")[:2]) == [
        ("answer", "reporter"),
        ("ask", "reviewer"),
    ]


def test_a_new_question_clears_the_old_answer(world: World) -> None:
    world.submission()
    activity = Activity.objects.first()
    ask(activity, "Сколько?", world.people["reviewer"])
    answer(activity, "Двенадцать", world.people["reporter"])
    ask(activity, "А где?", world.people["reviewer"])
    assert (activity.question, activity.answer) == ("А где?", "")


def test_it_is_taken_back_beside_a_signature(world: World) -> None:
    """What is asked changes nothing that was signed."""
    world.submission()
    for row in drafts_of(Submission.objects.get()):
        reject(row, world.people["reviewer"])
    sign(world.campaign, world.school, world.people["coordinator"])
    activity = Activity.objects.first()
    ask(activity, "Сколько?", world.people["reviewer"])
    undo(Operation.objects.get(verb="ask"), world.people["reviewer"])
    assert Activity.objects.get(pk=activity.pk).question == ""
