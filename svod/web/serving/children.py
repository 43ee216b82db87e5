"""A child process: started, started again when it died, ended with all that it started itself."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass

STEADY = 5.0  # a child that lived as long was well
LONGEST_PAUSE = 10.0


@dataclass
class Child:
    """`python -m module words… lifeline`, in a process group of its own: Ctrl-C reaches the parent alone, which ends
    its children in order. `files` are the descriptors it inherits."""

    name: str
    module: str
    words: tuple[str, ...] = ()
    files: tuple[int, ...] = ()
    deaths: int = 0  # in a row, each soon after the start
    process: subprocess.Popen[bytes] | None = None
    _lifeline: int = -1
    _started: float = 0.0
    _again_at: float = 0.0

    def start(self) -> None:
        theirs, self._lifeline = os.pipe()
        command = [sys.executable, "-m", self.module, *self.words, str(theirs)]
        self.process = subprocess.Popen(  # noqa: S603 # our own module
            command, pass_fds=(theirs, *self.files), start_new_session=True, stdin=subprocess.DEVNULL
        )
        os.close(theirs)
        self._started = time.monotonic()

    def tend(self) -> bool:
        """Start it again where it died, after a pause that grows while it dies at once; whether it had died."""
        if self.process is not None and self.process.poll() is not None:
            self._bury()
            return True
        if self.process is None and time.monotonic() >= self._again_at:
            self.start()
        return False

    def ask_to_end(self) -> None:
        if self.process is not None:
            self.process.terminate()

    def end(self, until: float) -> None:
        """Wait until then, then end it and everything it started."""
        if self.process is None:
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(max(0.0, until - time.monotonic()))
        self._end_group()
        self.process.wait()
        os.close(self._lifeline)

    def _bury(self) -> None:
        self._end_group()
        os.close(self._lifeline)
        self.process = None
        lived = time.monotonic() - self._started
        self.deaths = 0 if lived > STEADY else self.deaths + 1
        self._again_at = time.monotonic() + min(LONGEST_PAUSE, 0.2 * 2**self.deaths - 0.2)

    def _end_group(self) -> None:
        """What a child left behind: a server's workers, a reader's picture reader."""
        with contextlib.suppress(ProcessLookupError, PermissionError):  # nobody is left; macOS says it the second way
            os.killpg(self.process.pid, signal.SIGKILL)
