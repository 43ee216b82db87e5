"""Work shared with other processes, and Ctrl-C."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from svod.processes import FEW, aside, processes, processes_for, side_by_side

SLOW = """
import multiprocessing, sys, time
from pathlib import Path
from svod.processes import processes

def work(item):
    Path(sys.argv[1], str(item)).touch()
    time.sleep(0.02)

if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[2])
    try:
        Path(sys.argv[1], "ready").touch()
        with processes(work, 5000, 3) as run:
            list(run(range(5000)))
    except KeyboardInterrupt:
        sys.exit(130)
"""
HELD = """
import os, signal
from svod.processes import interrupts_held

try:
    with interrupts_held():
        os.kill(os.getpid(), signal.SIGINT)
        print("went on")
    print("not interrupted")
except KeyboardInterrupt:
    print("interrupted")
"""
ASIDE = """
import os, signal, time
from svod.processes import aside

def killed():
    os.kill(os.getpid(), signal.SIGKILL)

try:
    with aside(lambda: 1 / 0, 2):
        pass
except ZeroDivisionError as error:
    print("it raised:", error)
try:
    with aside(killed, 2):
        pass
except RuntimeError as error:
    print("it was killed:", error)
try:
    with aside(lambda: time.sleep(3600), 2):
        raise KeyError
except KeyError:
    print("nobody waits")
"""
WAITS = (0.0, 0.01, 0.03, 0.06, 0.1, 0.2)  # seconds: before, while and after the others start


def square(number: int) -> int:
    return number * number


def interrupts(_: int) -> tuple[bool, bool]:
    """Whether this process ignores Ctrl-C, and whether it keeps one waiting."""
    ignored = signal.getsignal(signal.SIGINT) == signal.SIG_IGN
    return ignored, signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())


@pytest.mark.parametrize(("items", "workers"), [(FEW - 1, 2), (FEW, 1), (FEW, 2), (100, 3)])
def test_results_come_in_the_order_of_the_items(items: int, workers: int) -> None:
    with processes(square, items, workers) as run:
        assert list(run(range(items))) == [number * number for number in range(items)]


@pytest.mark.parametrize("workers", [1, 2])
def test_several_kinds_of_work_share_the_processes(workers: int) -> None:
    with processes_for((square, str), FEW, workers) as (squares, words):
        numbers = range(FEW)
        first, second = squares(numbers), words(numbers)
        assert list(second) == [str(number) for number in numbers]
        assert list(first) == [number * number for number in numbers]


def test_the_processes_ignore_interrupts_and_this_one_does_not() -> None:
    with processes(interrupts, FEW, 2) as run:
        assert set(run(range(50))) == {(True, False)}
    assert interrupts(0) == (False, False)


def test_an_interrupt_waits_until_the_end() -> None:
    """In a process of its own: one that comes late would end the tests."""
    ended = subprocess.run([sys.executable, "-c", HELD], capture_output=True, text=True, timeout=60)
    assert (ended.stdout, ended.stderr) == ("went on\ninterrupted\n", "")


@pytest.mark.parametrize("start", multiprocessing.get_all_start_methods())
def test_ctrl_c_at_any_moment_of_the_start_ends_all_and_nobody_tells_of_it(start: str, tmp_path: Path) -> None:
    script = tmp_path / "slow.py"
    script.write_text(SLOW, encoding="utf-8")
    for number, wait in enumerate(WAITS):
        done = tmp_path / f"done-{number}"
        done.mkdir()
        command = [sys.executable, str(script), str(done), start]
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
        while not (done / "ready").exists():
            assert process.poll() is None
            time.sleep(0.001)
        time.sleep(wait)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to all processes of the command
        _, said = process.communicate(timeout=60)
        assert (process.returncode, said) == (130, "")
        assert len(list(done.iterdir())) < 5000


@pytest.mark.parametrize("workers", [1, 2])
def test_different_work_is_done_side_by_side(workers: int, tmp_path: Path) -> None:
    works = [partial((tmp_path / str(number)).write_text, str(number)) for number in range(5)]
    assert list(side_by_side(works, workers)) == [None] * 5
    assert sorted(path.read_text() for path in tmp_path.iterdir()) == ["0", "1", "2", "3", "4"]


@pytest.mark.parametrize("workers", [1, 2])
def test_what_a_piece_of_work_raises_is_raised_here(workers: int, tmp_path: Path) -> None:
    works = [partial((tmp_path / "absent" / str(number)).write_text, "") for number in range(3)]
    with pytest.raises(FileNotFoundError, match="absent"):
        list(side_by_side(works, workers))


def test_work_is_done_aside_or_before(tmp_path: Path) -> None:
    for workers in (1, 2):
        with aside(partial((tmp_path / f"aside-{workers}").write_text, "done"), workers):
            (tmp_path / f"here-{workers}").write_text("done", encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["aside-1", "aside-2", "here-1", "here-2"]


def test_what_becomes_of_work_aside_is_known_here() -> None:
    """In a process of its own: the tests' has threads, so that nothing is forked from it."""
    ended = subprocess.run([sys.executable, "-c", ASIDE], capture_output=True, text=True, timeout=60)
    assert (ended.stdout, ended.stderr) == (
        "it raised: division by zero\nit was killed: a process ended before its work was done\nnobody waits\n",
        "",
    )
