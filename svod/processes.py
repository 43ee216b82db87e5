"""Work over as many processes as there are cores: the same on many items, or a few different pieces of it."""

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing.connection import Connection

FEW = 12  # items; fewer are done before other processes have started
CHUNK = 8  # items handed to a process at once
NICE = 5  # so that two of them have less of a core than who started them
_CTRL_C = frozenset({signal.SIGINT})

T = TypeVar("T")
R = TypeVar("R")


@contextmanager
def processes(
    work: Callable[[T], R],
    items: int,
    workers: int | None = None,
    few: int = FEW,
    chunk: int = CHUNK,
    start: str | None = None,
) -> Iterator[Callable[[Sequence[T]], Iterable[R]]]:
    """A `map` of that work over as many processes as there are cores unless given; over this one alone for few items.

    The work is given to each process once, where it starts: it may hold as much as a campaign pack. `chunk` items are
    handed to a process at once; `start` is multiprocessing's way to start them, the usual one unless given. Results
    come in the order of the items.

    Ctrl-C is for the process that a person started: it ends the others, and none of them says a word of it.
    """
    with processes_for((work,), items, workers, few, chunk, start) as (run,):
        yield run


@contextmanager
def processes_for(
    works: Sequence[Callable[[Any], Any]],
    items: int,
    workers: int | None = None,
    few: int = FEW,
    chunk: int = CHUNK,
    start: str | None = None,
) -> Iterator[tuple[Callable[[Sequence[Any]], Iterable[Any]], ...]]:
    """The same for several kinds of work on `items`: a `map` of each, all over the same processes.

    They work as soon as they are handed something: what comes of it may be asked for later.
    """
    workers = workers or os.cpu_count() or 1
    if workers == 1 or items < few:
        yield tuple(partial(map, work) for work in works)
        return
    with interrupts_held():  # one that comes amid an import may be swallowed there
        from concurrent.futures import ProcessPoolExecutor  # a handful of items should not load it

    context = multiprocessing.get_context(start)
    with ProcessPoolExecutor(workers, context, initializer=_begin, initargs=tuple(works)) as pool:
        try:
            yield tuple(partial(_handed_out, pool, chunk, number) for number in range(len(works)))
        except BaseException:
            pool.shutdown(cancel_futures=True)  # what was handed out and not begun is not worth waiting for
            raise


def _handed_out(pool: "ProcessPoolExecutor", chunk: int, work: int, items: Sequence[Any]) -> Iterable[Any]:
    with interrupts_held():  # handing out starts the processes
        return pool.map(partial(_do, work), items, chunksize=chunk)


def side_by_side(works: Sequence[Callable[[], None]], workers: int | None = None) -> Iterator[None]:
    """Do all of it, and tell of each piece, in their order, that it is done. Raises what a piece raises.

    A forked process has at hand all that its work needs, however much; to send it there would take longer than most
    work does. Where processes cannot be forked safely, this one does all.
    """
    workers = min(len(works), workers or os.cpu_count() or 1)
    if workers < 2 or not _forks_safely():
        for work in works:
            work()
            yield
        return
    with processes(partial(_one_of, works), len(works), workers, few=2, chunk=1, start="fork") as run:
        yield from run(range(len(works)))


def _one_of(works: Sequence[Callable[[], None]], number: int) -> None:
    works[number]()


@contextmanager
def aside(work: Callable[[], None], workers: int | None = None) -> Iterator[None]:
    """Do it in a forked process while the block runs; its end waits for that, and raises what the work raises.

    Where there is one worker only, or processes cannot be forked safely, the work is done before the block.
    """
    if (workers or os.cpu_count() or 1) < 2 or not _forks_safely():
        work()
        yield
        return
    context = multiprocessing.get_context("fork")
    answers, line = context.Pipe(duplex=False)
    process = context.Process(target=_answered, args=(work, line))
    with interrupts_held():
        process.start()
    line.close()
    try:
        yield
        error = _answer(answers)
    except BaseException:
        process.kill()  # nobody waits for it any more
        raise
    finally:
        process.join()
    if error is not None:
        raise error


def _answered(work: Callable[[], None], line: "Connection") -> None:
    """Whatever came of it is told to who waits for it."""
    _leave_interrupts()
    try:
        work()
    except Exception as error:
        line.send(error)
    else:
        line.send(None)


def _answer(line: "Connection") -> Exception | None:
    try:
        error: Exception | None = line.recv()
    except EOFError:  # it was killed
        return RuntimeError("a process ended before its work was done")
    return error


def _forks_safely() -> bool:
    return multiprocessing.get_start_method() == "fork" and _threads() == 1


def _threads() -> int:
    """Those of libraries too: a lock that one of them holds when this process is forked stays shut in the other."""
    running = Path("/proc/self/task")
    return len(list(running.iterdir())) if running.exists() else sys.maxsize


_given: list[Callable[[Any], Any]] = []  # what this process is to do


def _begin(*works: Callable[[Any], Any]) -> None:
    _leave_interrupts()
    _give_way()
    _given[:] = works


def _do(work: int, item: Any) -> Any:
    return _given[work](item)


@contextmanager
def interrupts_held() -> Iterator[None]:
    """Ctrl-C waits until this is over.

    A process started meanwhile, forked or spawned, is born with it waiting, so that there is no moment, however early,
    at which it would end that process with a traceback. Where another thread lets one in, it is only noted.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread is interrupted
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    came: list[int] = []
    answer = signal.getsignal(signal.SIGINT)
    try:
        signal.pthread_sigmask(signal.SIG_BLOCK, _CTRL_C)
        signal.signal(signal.SIGINT, lambda number, _: came.append(number))
        yield
    finally:
        signal.signal(signal.SIGINT, answer)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)  # where one waited, KeyboardInterrupt is raised here
    if came:
        signal.raise_signal(signal.SIGINT)


def _leave_interrupts() -> None:
    """A process's first deed: from now on it ignores Ctrl-C, so the wait for it may end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _CTRL_C)


def _give_way() -> None:
    """To who started it, so that all cores do not wait for what only that one can do."""
    if sys.platform != "win32":
        os.nice(NICE)
