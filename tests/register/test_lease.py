"""What one process may do at a time, and who takes over from one that is gone."""

import os
import signal
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection, transaction
from django_tasks_db.models import DBTaskResult

from svod.register.lease import Lease, is_free
from svod.register.queue import take_up_again
from svod.register.relief import are_gone, unlike_others
from svod.register.tasks import read_submission
from tests.world import World

ON_POSTGRESQL = pytest.mark.skipif(
    not settings.DATABASES["default"]["ENGINE"].endswith("postgresql"), reason="one machine uses SQLite"
)
pytestmark = pytest.mark.django_db


def test_one_holds_it_until_it_gives_it_up() -> None:
    one, other, another = Lease("a-name"), Lease("a-name"), Lease("another-name")
    assert one.take()
    assert one.take()
    assert not other.take()
    assert another.take()
    another.give_up()
    one.give_up()
    assert other.take()
    assert not one.holds()
    assert other.holds()
    other.give_up()


def test_it_ends_with_its_process() -> None:
    """However that ends."""
    held = Lease("of-a-child")
    words = "from svod.register.lease import Lease; one = Lease('of-a-child'); print(one.take(), flush=True); input()"
    start = f"import django; django.setup(); {database()}; {words}"
    child = subprocess.Popen([sys.executable, "-c", start], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdout.readline() == "True\n"
    assert not held.take()
    os.kill(child.pid, signal.SIGKILL)
    child.communicate()
    while not held.take():  # the server has yet to hear of it
        pass
    held.give_up()


def database() -> str:
    name = connection.settings_dict["NAME"]
    return f"from django.db import connection; connection.settings_dict['NAME'] = {str(name)!r}"


@ON_POSTGRESQL
def test_a_broken_connection_gives_it_up() -> None:
    held = Lease("broken")
    assert held.take()
    held._line.close()
    assert not held.holds()
    assert held.take()
    held.give_up()


@ON_POSTGRESQL
def test_what_a_worker_did_that_is_gone_is_taken_up(world: World) -> None:
    """Another one's task is left to it as long as it lives."""
    name = unlike_others("reader-0")
    held, task = Lease(name), running(world, name)
    assert held.take()
    assert take_up_again() == 0
    assert DBTaskResult.objects.filter(pk=task.pk).exists()
    held.give_up()
    while not free(name):  # the server has yet to hear of it
        pass
    assert take_up_again() == 1
    assert not DBTaskResult.objects.filter(pk=task.pk).exists()


@ON_POSTGRESQL
def test_a_name_that_nobody_holds_by_right_says_nothing() -> None:
    """`manage.py db_worker` holds none."""
    with transaction.atomic():
        assert are_gone({"db-worker"}) == set()


def running(world: World, name: str) -> DBTaskResult:
    from io import BytesIO

    from svod.register.services.submit import submit

    made = submit(BytesIO(b"text"), "a.txt", world.campaign, world.school, world.people["reporter"])
    task = DBTaskResult.objects.get(task_path=read_submission.module_path)
    assert task.args_kwargs["args"] == [made.pk]
    task.claim(name)
    return task


def free(name: str) -> bool:
    with transaction.atomic():
        return is_free(name)
