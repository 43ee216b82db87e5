"""What is kept: in order, put off where the line fails, given up in the end, forgotten when its time is over."""

from datetime import timedelta

import pytest
from django.utils import timezone

from svod.register.models import Chat, Receipt, Submission, Update
from svod.telegram import jobs
from svod.telegram.answer import give_up, heard
from tests.telegram.conftest import Desk
from tests.telegram.people import Writer
from tests.telegram.standin import BOT
from tests.world import TEXT

OTHER = 43


def text_of(job: jobs.Job) -> str:
    return str(job[0].body["message"]["text"])


@pytest.fixture
def three(desk: Desk, writer: Writer) -> list[str]:
    """Two messages of one chat, and between them one of another."""
    other = Writer(desk, OTHER, "Марат")
    kept = [writer.message(text="первое"), other.message(text="второе"), writer.message(text="третье")]
    desk.keep(*({"message": one} for one in kept))
    return ["первое", "второе", "третье"]


def test_it_works(three: list[str]) -> None:
    done = []
    while job := jobs.next_job(BOT["id"]):
        done.append(text_of(job))
        jobs.done(job)
    assert done == three
    assert set(Update.objects.values_list("body", flat=True)) == {None}


def test_what_is_put_off_holds_up_its_own_chat_alone(three: list[str]) -> None:
    jobs.put_off(jobs.next_job(BOT["id"]))
    job = jobs.next_job(BOT["id"])
    assert text_of(job) == "второе"
    jobs.done(job)
    assert jobs.next_job(BOT["id"]) == []


def test_what_is_put_off_for_long_lets_its_chat_go_on(three: list[str]) -> None:
    first = jobs.next_job(BOT["id"])
    for _attempt in range(jobs.IN_ORDER):
        jobs.put_off(first, jobs.MOST_FETCHES)
        first[0].refresh_from_db()
    jobs.done(jobs.next_job(BOT["id"]))
    assert text_of(jobs.next_job(BOT["id"])) == "третье"


def test_another_bot_counts_for_itself(three: list[str]) -> None:
    assert jobs.next_job(BOT["id"] + 1) == []
    jobs.keep(BOT["id"] + 1, [{"update_id": 1, "message": {}}])
    assert Update.objects.count() == 4


@pytest.mark.parametrize(("fetching", "said"), [(True, "could not be fetched"), (False, "Something went wrong")])
def test_what_is_given_up_is_told_and_stays(desk: Desk, writer: Writer, fetching: bool, said: str) -> None:
    desk.keep({"message": writer.message(text=TEXT)})
    job = jobs.next_job(BOT["id"])
    for _attempt in range(jobs.MOST_ATTEMPTS):
        left = jobs.put_off(job)
        job[0].refresh_from_db()
    assert not left
    told = heard(job, BOT["id"], BOT["username"])
    assert told is not None
    give_up(job, told, fetching=fetching)
    desk.work()
    assert said in desk.last()
    assert Update.objects.get().body["message"]["text"] == TEXT


def test_what_is_old_is_forgotten(linked: Writer, desk: Desk) -> None:
    linked.forwards(TEXT)
    desk.keep({"message": linked.message(text=TEXT)})  # it waits still
    stranger = Chat.objects.create(number=OTHER)
    long_ago = timezone.now() - jobs.KEPT_FOR - timedelta(days=1)
    Update.objects.update(came_at=long_ago)
    Chat.objects.update(seen_at=long_ago)
    Receipt.objects.update(given_at=long_ago, read_told=True)
    jobs.forget_old()
    assert [one.state for one in Update.objects.all()] == [Update.State.WAITING]
    assert not Chat.objects.filter(pk=stranger.pk).exists()
    assert Chat.objects.filter(pk=linked.number).exists()
    assert not Receipt.objects.exists()
    assert Submission.objects.exists()
