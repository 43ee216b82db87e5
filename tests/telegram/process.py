"""The bot of its own process, on the test's database and the stand-in of Telegram."""

import contextlib
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.browser.conftest import database_address
from tests.telegram.standin import TOKEN

PATIENCE = 60  # seconds, on a busy machine


class BotProcess:
    """Started, killed and started again at will; what it printed is in `printed`."""

    def __init__(self, data: Path, api: str, token: str = TOKEN, **more: str) -> None:
        told = {"SVOD_DATA": str(data), "SVOD_TELEGRAM_TOKEN": token, "SVOD_TELEGRAM_API": api, "NO_PROXY": "*"}
        django = {"DATABASE_URL": database_address(), "DJANGO_SETTINGS_MODULE": "svod.settings.test"}
        self._environment = {**os.environ, **told, **django, **more}
        self._printed = tempfile.TemporaryFile()  # noqa: SIM115 # open as long as this is
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> "BotProcess":
        command = [sys.executable, "-m", "svod", "telegram"]
        self.process = subprocess.Popen(command, env=self._environment, stdout=self._printed, stderr=subprocess.STDOUT)
        return self

    def kill(self) -> None:
        """At once, in whatever it does."""
        self._end(signal.SIGKILL)

    def end(self) -> int:
        """As a person ends it; what it answers."""
        return self._end(signal.SIGTERM)

    def ended(self) -> int:
        """What it answers when it ends by itself."""
        assert self.process is not None
        return self.process.wait(PATIENCE)

    def _end(self, number: int) -> int:
        assert self.process is not None
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.process.pid, number)
        return self.process.wait(PATIENCE)

    def printed(self) -> str:
        self._printed.seek(0)
        return self._printed.read().decode()

    def close(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.kill()
        self._printed.close()


def soon(what: Callable[[], object]) -> bool:
    """Whether it comes to be: what is there sooner is seen sooner."""
    until = time.monotonic() + PATIENCE
    while not what() and time.monotonic() < until:
        time.sleep(0.05)
    return bool(what())
