"""A confined process as its owner knows it."""

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import is_dataclass
from io import BytesIO
from multiprocessing.connection import Connection, Pipe
from typing import Any, TypeVar

from svod.confined.child import Allowance

# The system kills what takes all of its memory.
HOW: dict[int, str] = {signal.SIGXCPU: "takes_too_long", signal.SIGKILL: "takes_too_much"}
PLAIN = frozenset({("datetime", "date"), ("datetime", "datetime")})  # what an answer may hold beside our own records

T = TypeVar("T")
R = TypeVar("R")


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
        start = f"from svod.confined.child import serve; serve({theirs.fileno()})"
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
