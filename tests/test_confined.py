"""What somebody handed in is opened in a process with limits: what eats memory or never ends stops nothing else."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from svod.confined import MEGABYTE, Allowance, Confined, Ended, several
from svod.reading import File, lost, message, read_whole
from svod.records import Document, Problem

FULL = "Проведён семинар, участвовали 45 учителей. "
Confine = Callable[..., Confined]

holds_memory = pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps to RLIMIT_AS")


@pytest.fixture
def confine() -> Iterator[Confine]:
    made: list[Confined] = []

    def confine(**allowed: int) -> Confined:
        made.append(Confined(Allowance(**allowed)))
        return made[-1]

    yield confine
    for one in made:
        one.close()


@pytest.fixture(scope="module")
def heavy(tmp_path_factory: pytest.TempPathFactory) -> File:
    """A text of 38 MB: it is under the limit of a file, and takes hundreds of megabytes and seconds to be looked at."""
    folder = tmp_path_factory.mktemp("heavy")
    path = folder / "много.txt"
    path.write_text(FULL * 500_000, encoding="utf-8")
    return File(path, folder)


def file(folder: Path) -> File:
    path = folder / "отчёт.txt"
    path.write_text(FULL, encoding="utf-8")
    return File(path, folder)


def never_ends(_: int) -> int:
    while True:
        pass


def waits(_: int) -> int:
    signal.pause()
    return 0


def dies(_: int) -> int:
    os.kill(os.getpid(), signal.SIGSEGV)
    return 0


def no_record(_: int) -> Path:
    return Path("x")


def who(_: int) -> int:
    return os.getpid()


def test_it_works_in_one_process_that_is_not_ours(confine: Confine, tmp_path: Path) -> None:
    confined = confine()
    (document,) = confined(read_whole, file(tmp_path))
    assert isinstance(document, Document)
    assert (document.source, document.text) == ("отчёт.txt", FULL.strip())
    assert confined(who, 1) == confined(who, 2) != os.getpid()


@holds_memory
def test_a_file_that_eats_memory_ends_only_itself(heavy: File, tmp_path: Path) -> None:
    good = file(tmp_path)
    with several(1, Allowance(memory=200 * MEGABYTE)) as confined:
        eaten, read = confined.map(read_whole, [heavy, good], lost)
    assert eaten == [Problem("unreadable", "takes_too_much", "много.txt")]
    assert [type(one) for one in read] == [Document]
    assert "memory" in message(eaten[0], "en")  # type: ignore[arg-type]


def test_a_file_that_takes_too_long_is_given_up(confine: Confine, heavy: File, tmp_path: Path) -> None:
    confined = confine(busy=0)
    with pytest.raises(Ended, match="takes_too_long"):
        confined(read_whole, heavy)
    assert isinstance(confined(read_whole, file(tmp_path))[0], Document)


@pytest.mark.parametrize(
    ("work", "allowed", "why"),
    [
        (never_ends, {"busy": 0}, "takes_too_long"),
        (waits, {"waiting": 8}, "takes_too_long"),  # seconds in which the next one has started on a busy machine too
        (dies, {}, "stops_reading"),
        (no_record, {}, "stops_reading"),  # a reader that was taken over cannot make us build what it likes
    ],
)
def test_what_ends_a_process_is_told_and_the_next_goes_on(
    confine: Confine, work: Callable[[int], object], allowed: dict[str, int], why: str
) -> None:
    confined = confine(**allowed)
    with pytest.raises(Ended, match=why):
        confined(work, 1)
    assert confined(who, 1) != os.getpid()


def test_one_that_died_while_it_had_nothing_to_do_is_begun_anew(confine: Confine) -> None:
    confined = confine()
    process = confined(who, 1)
    os.kill(process, signal.SIGKILL)
    os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT)
    assert confined(who, 1) != os.getpid()


def test_each_piece_of_work_has_its_own_time(confine: Confine, tmp_path: Path) -> None:
    confined = confine(busy=1)
    for _ in range(3):
        confined(burns, 400_000)
    assert confined(who, 1) == confined(who, 2)


def burns(number: int) -> int:
    return sum(range(number))


def test_several_give_up_what_is_under_way() -> None:
    with several(1) as confined:
        results = confined.map(waits, [1], lambda item, why: -item)
    assert list(results) == [-1]
