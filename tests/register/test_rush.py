"""While reports come in a rush they are received and not read; whoever hands in one on a quiet day sees it read."""

from collections.abc import Iterator
from io import BytesIO

import pytest

from svod.register.models import Submission
from svod.register.rush import LONGEST, LOOKS, Rush
from svod.register.services.submit import submit
from svod.register.tasks import make_edition
from svod.register.worker import Reader
from tests.world import World

MANY = 3.0


class Hand:
    """Of a clock, which goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Hand:
    return Hand()


@pytest.fixture
def texts() -> Iterator[bytes]:
    return (f"Собрание № {number}".encode() for number in range(1000))


@pytest.fixture
def rush(world: World, clock: Hand, texts: Iterator[bytes]) -> Rush:
    come(1, world, texts)
    return Rush(MANY, clock)


def come(number: int, world: World, texts: Iterator[bytes]) -> None:
    for _ in range(number):
        submit(BytesIO(next(texts)), "a.txt", world.campaign, world.school, None)


def test_a_few_are_no_rush(world: World, rush: Rush, clock: Hand, texts: Iterator[bytes]) -> None:
    come(2, world, texts)
    clock.now += LOOKS
    assert not rush.is_on()


def test_it_begins_and_ends(world: World, rush: Rush, clock: Hand, texts: Iterator[bytes]) -> None:
    come(3, world, texts)
    assert not rush.is_on()  # nobody looks all the time
    clock.now += LOOKS
    assert rush.is_on()
    come(1, world, texts)
    clock.now += LOOKS
    assert rush.is_on()  # it slackens
    clock.now += LOOKS
    assert not rush.is_on()


def test_what_comes_without_end_is_read_while_it_comes(
    world: World, rush: Rush, clock: Hand, texts: Iterator[bytes]
) -> None:
    for _ in range(int(LONGEST / LOOKS) - 1):
        come(3, world, texts)
        clock.now += LOOKS
        assert rush.is_on()
    come(3, world, texts)
    clock.now += LOOKS
    assert not rush.is_on()


def test_a_worker_lets_what_is_to_be_read_wait_and_nothing_else(
    world: World, rush: Rush, clock: Hand, texts: Iterator[bytes]
) -> None:
    worker = Reader("reader-0", rush)
    come(3, world, texts)
    clock.now += LOOKS
    assert worker.claimed() is None
    make_edition.enqueue(-1)
    assert worker.claimed().task_path.endswith("make_edition")
    clock.now += LOOKS
    first = Submission.objects.earliest("pk")
    assert worker.claimed().args_kwargs["args"] == [first.pk]
