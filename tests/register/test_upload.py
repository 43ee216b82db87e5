"""A large file comes in pieces; a broken line costs one of them."""

import os
from datetime import timedelta

import pytest
from django.utils import timezone

from svod.reading.limits import Limits
from svod.register.errors import AlreadyReceived, NotComplete, NotTaken, OutOfStep
from svod.register.models import Submission, Upload
from svod.register.services.upload import add, begin, drop_old, finish
from tests.world import World

BYTES = b"0123456789"


def begun(world: World, name: str = "a.txt", size: int = len(BYTES)) -> Upload:
    return begin(world.campaign, world.school, world.people["reporter"], name, size, 1)


def test_it_works(world: World) -> None:
    upload = begun(world)
    assert add(upload, 0, BYTES[:4]) == 4
    assert add(upload, 4, BYTES[4:]) == 10
    submission = finish(upload)
    with submission.file.open() as kept:
        assert kept.read() == BYTES
    assert (submission.name, submission.received_by) == ("a.txt", world.people["reporter"])
    assert not upload.arrived


def test_the_same_file_goes_on_where_it_stopped(world: World) -> None:
    add(begun(world), 0, BYTES[:4])
    assert begun(world).arrived == 4
    assert begun(world, "b.txt").arrived == 0


def test_a_piece_that_does_not_follow_on_is_refused(world: World) -> None:
    upload = begun(world)
    add(upload, 0, BYTES[:4])
    for offset in (0, 5):
        with pytest.raises(OutOfStep) as refused:
            add(upload, offset, b"x")
        assert refused.value.details == {"arrived": 4}
    with pytest.raises(OutOfStep):
        add(upload, 4, BYTES)  # more than was announced


def test_half_a_file_is_no_submission(world: World) -> None:
    upload = begun(world)
    with pytest.raises(NotComplete):
        finish(upload)
    add(upload, 0, BYTES[:4])
    with pytest.raises(NotComplete):
        finish(upload)
    assert not Submission.objects.exists()


def test_asked_twice_it_is_one_submission(world: World) -> None:
    upload = begun(world)
    add(upload, 0, BYTES)
    assert finish(upload) == finish(upload)
    with pytest.raises(OutOfStep):
        add(upload, 10, b"x")
    assert Submission.objects.count() == 1


def test_the_same_bytes_are_taken_once(world: World) -> None:
    for name in ("a.txt", "b.txt"):
        add(begun(world, name), 0, BYTES)
    first = finish(begun(world, "a.txt"))
    with pytest.raises(AlreadyReceived) as refused:
        finish(begun(world, "b.txt"))
    assert refused.value.details["submission"] == first
    assert not Upload.objects.filter(submission=None).exists()


def test_what_is_too_large_is_said_before_it_is_sent(world: World) -> None:
    with pytest.raises(NotTaken) as refused:
        begun(world, size=Limits().file_bytes + 1)
    assert refused.value.details["problem"].code == "too_large"
    with pytest.raises(NotTaken):
        begun(world, size=0)


def test_a_half_sent_one_is_dropped_after_a_day(world: World) -> None:
    upload, other = begun(world), begun(world, "b.txt")
    add(upload, 0, BYTES[:4])
    add(other, 0, BYTES[:4])
    Upload.objects.update(touched_at=timezone.now() - timedelta(hours=25))
    long_ago = timezone.now().timestamp() - 25 * 3600
    os.utime(upload.pieces.path, (long_ago, long_ago))  # the other one goes on arriving
    assert drop_old() == 1
    assert not upload.arrived
    assert list(Upload.objects.all()) == [other]
