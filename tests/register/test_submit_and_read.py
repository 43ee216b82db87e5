"""A file handed in is kept, read once, and becomes drafts with their evidence."""

from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django_tasks_db.models import DBTaskResult

from svod.confined import MEGABYTE, Allowance, Confined
from svod.register import look_through
from svod.register.errors import AlreadyReceived, NotTaken
from svod.register.models import Activity, ReportedTotal, State, Submission
from svod.register.services.read import MOST_ATTEMPTS, read
from svod.register.services.submit import submit, submit_all
from tests.world import TEXT, World


def test_it_works(world: World) -> None:
    submission = world.submission()
    assert submission.state == Submission.State.READ
    with submission.file.open() as kept:
        assert kept.read() == TEXT.encode()
    table, trainings = Activity.objects.filter(document__submission=submission).order_by("start")
    assert (table.kind, table.title, table.region) == ("round_table", "Семья без страха", "KZ-39")
    assert table.participants is not None
    assert table.participants.as_list() == [45, 45]
    assert "круглый стол" in table.quote
    assert (trainings.kind, trainings.count.as_list()) == ("training", [2, 2])
    assert ReportedTotal.objects.get().value.as_list() == [301, None]
    assert {table.state, trainings.state} == {State.DRAFT}


def test_reading_twice_leaves_one_reading(world: World) -> None:
    submission = world.submission()
    stale = Submission.objects.get(pk=submission.pk)
    stale.state = Submission.State.RECEIVED  # as a second worker saw it before the first one was done
    assert not read(stale)
    assert submission.documents.count() == 1
    assert Activity.objects.count() == 2


def test_the_same_bytes_are_taken_once(world: World) -> None:
    first = world.submission()
    with pytest.raises(AlreadyReceived) as refused:
        submit(BytesIO(TEXT.encode()), "копия.txt", world.campaign, world.school, None)
    assert refused.value.details["submission"] == first
    submit(BytesIO(TEXT.encode()), "копия.txt", world.campaign, world.rudny, None)  # another organisation's own


def test_what_cannot_be_read_stays_with_its_reason(world: World) -> None:
    submission = submit(BytesIO(b"PK\3\4 and no more"), "отчёт.docx", world.campaign, world.school, None)
    read(submission)
    submission.refresh_from_db()
    assert submission.is_stuck
    assert [problem.code for problem in submission.trouble] == ["damaged"]


def test_an_empty_file_is_not_taken(world: World) -> None:
    with pytest.raises(NotTaken) as refused:
        submit(BytesIO(b""), "пусто.docx", world.campaign, world.school, None)
    assert refused.value.details["problem"].code == "empty"
    assert not Submission.objects.exists()


def test_many_are_taken_each_by_itself(world: World) -> None:
    files = [(BytesIO(text), f"{n}.txt") for n, text in enumerate((b"one", b"", b"two", b"one"))]
    first, empty, second, again = submit_all(files, world.campaign, world.school, world.people["reporter"])
    assert isinstance(first, Submission)
    assert isinstance(second, Submission)
    assert isinstance(empty, NotTaken)
    assert isinstance(again, AlreadyReceived)
    assert again.details["submission"] == first
    assert DBTaskResult.objects.count() == 2


def test_a_file_that_ends_the_worker_each_time_is_given_up(world: World) -> None:
    submission = submit(BytesIO(b"text"), "a.txt", world.campaign, world.school, None)
    submission.attempts = MOST_ATTEMPTS  # each began and none came back
    submission.save()
    assert read(submission)
    submission.refresh_from_db()
    assert [problem.code for problem in submission.trouble] == ["stops_reading"]


def test_a_fault_of_ours_in_one_file_is_told_there(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    submission = submit(BytesIO(b"text"), "a.txt", world.campaign, world.school, None)
    monkeypatch.setattr("svod.register.look_through.extract", lambda *_: 1 / 0)
    read(submission)
    submission.refresh_from_db()
    assert submission.is_stuck
    assert [problem.code for problem in submission.trouble] == ["stops_reading"]


def test_a_name_of_any_length_is_read(world: World) -> None:
    submission = submit(BytesIO(TEXT.encode()), "папка/" + "ж" * 600 + ".txt", world.campaign, world.school, None)
    read(submission)
    submission.refresh_from_db()
    assert submission.state == Submission.State.READ
    assert len(submission.name) == 500


def test_a_record_comes_back_as_it_was_read(world: World) -> None:
    from svod.extraction import extract

    document = world.submission().documents.get()
    read_again = extract(document.record(), world.campaign.pack)
    kept = [activity.record() for activity in document.activitys.order_by("pk")]
    assert [(one.kind, one.title, one.date, one.participants, one.count, one.evidence) for one in kept] == [
        (one.kind, one.title, one.date, one.participants, one.count, one.evidence) for one in read_again.activities
    ]


def test_a_file_that_ends_its_reader_is_told_and_kept(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    confined = Confined(Allowance(memory=MEGABYTE))
    monkeypatch.setattr(look_through, "opener", lambda: confined)
    submission = world.submission()
    confined.close()
    assert submission.state == Submission.State.UNREADABLE
    assert [one.code for one in submission.trouble] in (["takes_too_much"], ["stops_reading"])
    assert default_storage.exists(submission.file.name)
