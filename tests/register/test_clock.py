"""The clock is put back by an hour or a day, or jumps years ahead, between what people do."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from svod.register.clock import is_steady
from svod.register.models import Activity, Submission
from svod.register.proof.history import history
from svod.register.queue import compare_again, tidy_from_now_on
from svod.register.services.confirm import confirm
from svod.register.services.invite import invite
from svod.register.services.join import holds
from svod.register.services.undo import last_of, undo
from svod.register.tasks import find_resemblances, tidy
from svod.web.serving.clock import Clock
from tests.world import World

NOW = timezone.now().replace(year=2025, month=12, day=3, hour=12)
BACK = [timedelta(hours=1), timedelta(days=1)]


@pytest.fixture
def received(world: World) -> Submission:
    with time_machine.travel(NOW, tick=False):
        return world.submission()


@pytest.mark.parametrize("back", BACK)
def test_history_is_in_the_order_of_the_deeds(
    world: World, received: Submission, back: timedelta, client: Client
) -> None:
    person = world.people["reviewer"]
    client.force_login(person)
    with time_machine.travel(NOW - back, tick=False):
        rows = list(Activity.objects.select_related("campaign", "organisation", "document"))
        for row in rows:
            confirm([row], person)
        last = last_of(person, received)
        assert last is not None
        assert last.note == str(rows[-1])
        undo(last, person)
        page = client.get(f"/c/{world.campaign.slug}/history/")
    assert [deed.operation.verb for deed in page.context["deeds"]] == ["undo", "confirm", "confirm", "submit"]
    assert list(history()) == []
    received.refresh_from_db()
    assert received.received_at == NOW  # what was told is not told otherwise later


@pytest.mark.parametrize("back", BACK)
def test_who_signed_in_before_is_signed_out_in_time(
    world: World, back: timedelta, client: Client, settings: Any
) -> None:
    """A shared computer: what was noted "later" than now would keep them signed in until then."""
    client.force_login(world.people["reader"])
    session = client.session
    session.set_expiry(0)
    session.save()
    with time_machine.travel(NOW, tick=False):
        client.get("/account/")
    with time_machine.travel(NOW - back, tick=False):
        assert client.get("/account/").status_code == 200
    with time_machine.travel(NOW - back + timedelta(seconds=settings.SIGN_OUT_AFTER + 1), tick=False):
        assert client.get("/account/").status_code == 302


@pytest.mark.parametrize("back", BACK)
def test_an_invitation_ends_when_it_said(world: World, back: timedelta) -> None:
    with time_machine.travel(NOW, tick=False):
        made = invite(world.kostanay, world.people["administrator"], "reader", days=7)
    for moment, open_ in (
        (NOW - back, True),
        (NOW + timedelta(days=7, seconds=-1), True),
        (NOW + timedelta(days=7), False),
    ):
        with time_machine.travel(moment, tick=False):
            assert holds(made) is open_


@pytest.mark.parametrize("back", BACK)
def test_what_was_put_off_is_done_by_the_clock_as_it_is(world: World, back: timedelta) -> None:
    with time_machine.travel(NOW, tick=False):
        tidy.call()
        find_resemblances.using(run_after=timezone.now() + timedelta(minutes=10)).enqueue(world.campaign.pk)
    with time_machine.travel(NOW - back, tick=False):
        assert not DBTaskResult.objects.ready().exists()
        tidy_from_now_on()
        waiting = DBTaskResult.objects.ready().values_list("task_path", flat=True)
        assert sorted(waiting) == sorted([tidy.module_path, find_resemblances.module_path])
        compare_again()  # and none is queued twice
        assert DBTaskResult.objects.count() == 2


def test_a_clock_that_jumps_years_ahead_deletes_nothing(world: World, received: Submission) -> None:
    """Until it has run on for a day, in which somebody looks at it; and not when it comes back either."""
    file = received.file.name
    for moment in (
        NOW,
        NOW + timedelta(days=9999),
        NOW + timedelta(days=9999, minutes=10),
        NOW + timedelta(minutes=20),
    ):
        with time_machine.travel(moment, tick=False):
            tidy.call()
        assert Submission.objects.get().file.name == file


def test_a_steady_clock_is_believed(world: World, received: Submission) -> None:
    late = NOW + timedelta(days=9999)
    for hours in range(0, 25, 6):
        with time_machine.travel(late + timedelta(hours=hours), tick=False):
            tidy.call()
    assert not Submission.objects.get().file


@pytest.mark.parametrize("kept", ["", "[]", '["2025-12-01"]', "{}", "[1, 2]"])
def test_half_a_note_of_the_clock_is_none(settings: Any, tmp_path: Any, kept: str) -> None:
    settings.DATA = tmp_path
    (tmp_path / "clock").write_text(kept)
    assert not is_steady(NOW)
    assert not is_steady(NOW + timedelta(hours=23))
    assert is_steady(NOW + timedelta(hours=24))


def test_the_service_notices_that_the_clock_was_put_back() -> None:
    with time_machine.travel(NOW, tick=False) as traveller:
        clock = Clock()
        assert not clock.was_put_back()
        traveller.shift(timedelta(days=1))
        assert not clock.was_put_back()  # a machine that slept
        traveller.shift(-timedelta(hours=1))
        assert (clock.was_put_back(), clock.was_put_back()) == (True, False)
