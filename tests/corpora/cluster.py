"""A Dask scheduler and its workers as processes of their own, as they run on several machines."""

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

STARTS = 120  # seconds in which a scheduler has started, on a busy machine too


class Cluster:
    """`before` are the words that put a process somewhere else: into a network namespace."""

    def __init__(self, folder: Path, host: str = "127.0.0.1", before: Sequence[str] = ()) -> None:
        self._file, self._folder, self._started = folder / "scheduler.json", folder, []
        words = ("scheduler", "--host", host, "--port", "0", "--no-dashboard", "--scheduler-file", str(self._file))
        self._start(*words, before=before)
        for _ in range(STARTS * 10):
            if self._file.exists() and self._file.read_text().rstrip().endswith("}"):
                return
            time.sleep(0.1)
        raise TimeoutError("the scheduler did not start")

    @property
    def address(self) -> str:
        import json

        return str(json.loads(self._file.read_text())["address"])

    def worker(self, host: str = "127.0.0.1", before: Sequence[str] = ()) -> subprocess.Popen[bytes]:
        words = ("worker", self.address, "--host", host, "--nthreads", "1", "--no-nanny", "--no-dashboard")
        return self._start(*words, "--local-directory", str(self._folder), before=before)

    def _start(self, *words: str, before: Sequence[str]) -> subprocess.Popen[bytes]:
        command = [*before, sys.executable, "-m", "dask", *words]
        log = (self._folder / f"{len(self._started)}.log").open("wb")
        process = subprocess.Popen(command, stdout=log, stderr=log)
        log.close()
        self._started.append(process)
        return process

    def stop(self) -> None:
        for process in self._started:
            process.kill()
        for process in self._started:
            process.wait()


@contextmanager
def cluster(folder: Path, host: str = "127.0.0.1", before: Sequence[str] = ()) -> Iterator[Cluster]:
    folder.mkdir(exist_ok=True)
    made = Cluster(folder, host, before)
    try:
        yield made
    finally:
        made.stop()
