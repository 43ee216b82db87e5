"""What is asked back, and answered."""

from svod.register.models import Activity, Operation
from svod.register.services.ask import answer, ask
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
