"""After a crash each submission that was received is in the queue once, and nothing else is."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from svod.api.tasks import deliver_webhook
from svod.register.models import Submission
from svod.register.queue import take_up_again, tidy_from_now_on
from svod.register.services.resemble import resemble
from svod.register.services.submit import submit
from svod.register.tasks import (
    fill_publication,
    find_resemblances,
    make_edition,
    read_submission,
    tidy,
)
from tests.world import World


@pytest.fixture
def received(world: World) -> Submission:
    return submit(BytesIO(b"text"), "a.txt", world.campaign, world.school, None)


def queued() -> list[list[int]]:
    return [row["args"] for row in DBTaskResult.objects.ready().values_list("args_kwargs", flat=True)]


def test_what_is_received_is_queued_with_it(received: Submission) -> None:
    assert queued() == [[received.pk]]
    assert take_up_again("reader-0") == 0
    assert queued() == [[received.pk]]


def test_what_somebody_waits_for_goes_before_what_is_to_be_read(received: Submission) -> None:
    for task in (fill_publication, make_edition, deliver_webhook):
        task.enqueue(-1)
    names = [one.task_path.rpartition(".")[2] for one in DBTaskResult.objects.ready()]
    assert names == ["fill_publication", "make_edition", "deliver_webhook", "read_submission"]


def test_what_the_worker_died_of_is_queued_again(received: Submission) -> None:
    DBTaskResult.objects.get().claim("reader-0")
    assert take_up_again("reader-1") == 0  # another one reads it
    assert take_up_again("reader-0") == 1
    assert queued() == [[received.pk]]
    assert DBTaskResult.objects.count() == 1


def test_a_task_that_never_ends_is_given_up(received: Submission) -> None:
    DBTaskResult.objects.get().claim("another machine")
    DBTaskResult.objects.update(started_at=timezone.now() - timedelta(hours=2))
    assert take_up_again() == 1


def test_what_was_read_is_left(world: World) -> None:
    world.submission()
    DBTaskResult.objects.all().delete()
    assert take_up_again() == 0


def test_a_lost_task_is_found_in_minutes(received: Submission) -> None:
    DBTaskResult.objects.all().delete()
    tidy.call()
    assert [received.pk] in queued()


def test_there_is_one_task_that_tidies(received: Submission) -> None:
    tidy.call()
    tidy_from_now_on()
    tidy_from_now_on()
    assert DBTaskResult.objects.filter(task_path=tidy.module_path).count() == 1
    assert DBTaskResult.objects.filter(task_path=read_submission.module_path).count() == 1


def comparisons() -> list[DBTaskResult]:
    return list(DBTaskResult.objects.ready().filter(task_path=find_resemblances.module_path))


def test_a_lost_comparison_is_found_in_minutes(world: World) -> None:
    world.submission()
    DBTaskResult.objects.all().delete()
    tidy.call()
    tidy.call()  # and is queued once
    assert [one.args_kwargs["args"] for one in comparisons()] == [[world.campaign.pk]]


def test_what_was_compared_is_left(world: World) -> None:
    world.submission()
    DBTaskResult.objects.all().delete()
    resemble(world.campaign)
    DBTaskResult.objects.all().delete()  # with the search that would follow
    tidy.call()
    assert not comparisons()
    world.submission(world.rudny)  # until something else is read
    tidy.call()
    assert len(comparisons()) == 1


def test_nothing_is_compared_while_something_waits(world: World, received: Submission) -> None:
    world.submission()
    tidy.call()
    assert not comparisons()


def test_a_comparison_that_died_with_its_worker_waits_a_while(world: World) -> None:
    world.submission()
    DBTaskResult.objects.all().delete()
    find_resemblances.enqueue(world.campaign.pk)
    DBTaskResult.objects.get().claim("reader-0")
    take_up_again("reader-0")
    tidy.call()
    (again,) = DBTaskResult.objects.filter(task_path=find_resemblances.module_path)
    assert again.run_after > timezone.now() + timedelta(minutes=5)
    assert again.args_kwargs["args"] == [world.campaign.pk]
