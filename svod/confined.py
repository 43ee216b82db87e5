"""Work on what somebody handed in, in a process of its own with limits: what it eats or never ends harms nobody.

The process lives on and does one piece of work after the other; where one ends it, the next begins another. Time is
limited everywhere, by the processor's clock and by the wall's; memory where the system holds RLIMIT_AS (Linux; macOS
takes it and does not keep to it).
"""

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, is_dataclass
from io import BytesIO
from multiprocessing.connection import Connection, Pipe
from typing import Any, TypeVar

MEGABYTE = 1024 * 1024
# The system kills what takes all of its memory.
HOW: dict[int, str] = {signal.SIGXCPU: "takes_too_long", signal.SIGKILL: "takes_too_much"}
PLAIN = frozenset({("datetime", "date"), ("datetime", "datetime")})  # what an answer may hold beside our own records

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one piece of work may take: seconds of the processor, seconds on the wall, bytes of address space."""

    busy: int = 600
    waiting: int = 3000  # thirty scanned pages take half of it at worst
    memory: int = 4096 * MEGABYTE


class Ended(Exception):  # noqa: N818 # the state of a piece of work, not a fault of ours
    """It took more than it may, or ended its process. `why` is takes_too_long, takes_too_much or stops_reading."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


class Confined:
    """`confined(work, item)` is `work(item)`, done there. Its process starts when it is first asked for anything.

    `work` is a function of a module of ours that raises nothing but by a fault of its own, which ends it as well.
    """

    def __init__(self, allowance: Allowance | None = None) -> None:
        self._allowance = allowance or Allowance()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._line: Connection | None = None
        self._killed = False

    def __call__(self, work: Callable[[T], R], item: T) -> R:
        """Raises Ended."""
        with self._lock:
            line = self._line_to_it()
            try:
                line.send_bytes(pickle.dumps((self._allowance, work, item)))
                data = line.recv_bytes() if line.poll(self._allowance.waiting) else b""
            except (OSError, EOFError) as error:  # it is gone, and left no answer
                raise Ended(self._how_it_ended()) from error
            except BaseException:  # nobody waits for it any more
                self._end()
                raise
            if not data:
                self._end()
                raise Ended("takes_too_long")
        answer: R = self._answer(data)
        return answer

    def kill(self) -> None:
        """Whatever it is doing, and whoever waits for it; nothing is begun from now on."""
        self._killed = True
        if process := self._process:
            process.kill()

    def close(self) -> None:
        with self._lock:
            self._end()

    def _answer(self, data: bytes) -> Any:
        try:
            answer, why = _Answer(BytesIO(data)).load()
        except Exception as error:
            self.close()
            raise Ended("stops_reading") from error
        if why:
            raise Ended(why)
        return answer

    def _line_to_it(self) -> Connection:
        """One that died meanwhile, while it had nothing to do, is no fault of what comes now."""
        if self._killed:
            raise Ended("stops_reading")
        if self._process is not None and self._process.poll() is not None:
            self._end()
        return self._line or self._start()

    def _start(self) -> Connection:
        ours, theirs = Pipe()
        start = f"from svod.confined import serve; serve({theirs.fileno()})"
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        self._process = subprocess.Popen(  # noqa: S603 # our own command
            [sys.executable, "-c", start],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=[theirs.fileno()],
            start_new_session=True,  # Ctrl-C is for the process that a person started
        )
        theirs.close()
        if self._killed:  # meanwhile
            self._process.kill()
        self._line = ours
        return ours

    def _how_it_ended(self) -> str:
        return HOW.get(-self._end(), "stops_reading")

    def _end(self) -> int:
        process, self._process, line, self._line = self._process, None, self._line, None
        if process is None or line is None:
            return 0
        line.close()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(0.2)  # it may be ending: how tells why
        process.kill()
        return process.wait()


class _Answer(pickle.Unpickler):
    """An answer holds our own records and nothing else: what took over a reader cannot take over who asked it."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in PLAIN:
            return super().find_class(module, name)
        found = super().find_class(module, name) if module.startswith("svod.") and "." not in name else None
        if not (isinstance(found, type) and is_dataclass(found)):
            raise pickle.UnpicklingError(f"{module}.{name} is no record")
        return found


def serve(line: int) -> None:
    """Do what comes along the line until it closes."""
    connection = Connection(line)
    while True:
        try:
            allowance, work, item = pickle.loads(connection.recv_bytes())  # noqa: S301 # it comes from who started us
        except EOFError:
            return
        _limit(allowance)
        try:
            answer = work(item), ""
        except MemoryError:
            answer = None, "takes_too_much"
        connection.send_bytes(pickle.dumps(answer))


def _limit(allowance: Allowance) -> None:
    """From now on; the processor's seconds are those of the whole process, so each piece of work gets its own."""
    try:
        import resource
    except ImportError:  # not on Windows: the wall's clock is left
        return
    signal.alarm(allowance.waiting + 1)  # should who started us be gone by then
    used = resource.getrusage(resource.RUSAGE_SELF)
    busy = int(used.ru_utime + used.ru_stime) + allowance.busy + 1
    for what, most in ((resource.RLIMIT_CPU, busy), (resource.RLIMIT_AS, allowance.memory), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(ValueError, OSError):  # more than this system grants
            resource.setrlimit(what, (most, resource.getrlimit(what)[1]))


@contextlib.contextmanager
def several(workers: int, allowance: Allowance | None = None) -> Iterator["Several"]:
    """That many at once; all end with it."""
    found = Several(workers, allowance)
    try:
        yield found
    finally:
        found.close()


class Several:
    """Confined processes that share their work."""

    def __init__(self, workers: int, allowance: Allowance | None = None) -> None:
        from concurrent.futures import ThreadPoolExecutor
        from queue import SimpleQueue

        self._all = [Confined(allowance) for _ in range(workers)]
        self._free: SimpleQueue[Confined] = SimpleQueue()
        for one in self._all:
            self._free.put(one)
        self._threads = ThreadPoolExecutor(workers)

    def map(self, work: Callable[[T], R], items: list[T], lost: Callable[[T, str], R]) -> Iterator[R]:
        """In the order of the items; `lost` says what stands for one that ended its process, and why it did."""

        def one(item: T) -> R:
            confined = self._free.get()
            try:
                return confined(work, item)
            except Ended as ended:
                return lost(item, ended.why)
            finally:
                self._free.put(confined)

        return self._threads.map(one, items)

    def close(self) -> None:
        """What is under way is given up: its process is killed, and so its thread ends."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for confined in self._all:
            confined.kill()
        self._threads.shutdown()
        for confined in self._all:
            confined.close()
