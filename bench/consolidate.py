"""Time and memory of `svod consolidate`, beside the time that only opening and reading the same files takes.

`read` is one process that does nothing else, `floor` as many as there are cores, the confined ones that the command
itself reads with: no consolidation can be quicker. `core` are the seconds that the processors worked on all of it, and
`of core` how many times those of the floor: what else the machine does changes them less than it does the clock.

Run: `make bench`, or `python bench/consolidate.py [FILES …]`; 200 and 2,000 files unless said otherwise.
"""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from submissions import write_submissions
from which import which

FILES = (200, 2000)
WARM_UP = 12  # files
COLUMNS = (
    "files",
    "read, s",
    "floor, s",
    "all, s",
    "of read",
    "of floor",
    "core",
    "of core",
    "largest, MB",
    "together, MB",
)
ROW = "{:>6} {:>8} {:>9} {:>7} {:>8} {:>9} {:>6} {:>8} {:>12} {:>13}"
MADE = Path("out/bench")
MEGABYTE = 1024 * 1024
KIBIBYTE = 1024
PAUSE = 0.5  # seconds between two looks at the memory; each takes a little of the time that is measured

READ_ONLY = """
import sys
from pathlib import Path
from svod.reading import read_path, submissions
for path in submissions(Path(sys.argv[1])):
    list(read_path(path, Path(sys.argv[1])))
"""
READ_BY_ALL_CORES = """
import os, sys
from collections import deque
from pathlib import Path
from svod.confined import several
from svod.odk.files import read_any
from svod.reading import File, lost, submissions
files = [File(path, Path(sys.argv[1])) for path in submissions(Path(sys.argv[1]))]
with several(os.cpu_count() or 1) as confined:
    deque(confined.map(read_any, files, lost), maxlen=0)
"""


@dataclass(frozen=True, slots=True)
class Run:
    """What a program took: seconds by the clock, and of the processors; memory in bytes (its largest process; the most
    of all together)."""

    seconds: float
    busy: float
    largest: int
    together: int


def main() -> None:
    counts = [int(word) for word in sys.argv[1:]] or FILES
    print(which())
    print(ROW.format(*COLUMNS))
    with tempfile.TemporaryDirectory() as compiled:
        os.environ["PYTHONPYCACHEPREFIX"] = compiled  # an installed Svod has its modules' bytecode
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        _warm_up()
        runs = [_measure(count) for count in counts]
    for (count, run), (more, larger) in pairwise(runs):
        print(
            f"{count} → {more} files: time × {larger.seconds / run.seconds:.1f}, "
            f"memory × {larger.largest / run.largest:.2f} (largest), × {larger.together / run.together:.2f} (together)"
        )


def _warm_up() -> None:
    """What is made once and kept is made before anything is measured: bytecode, the compiled lexicon."""
    with tempfile.TemporaryDirectory() as out:
        run("-m", "svod", "consolidate", str(write_submissions(MADE, WARM_UP)), "-o", out, "--quiet")


def _measure(count: int) -> tuple[int, Run]:
    folder = write_submissions(MADE, count)
    with tempfile.TemporaryDirectory() as out:
        reading = run("-c", READ_ONLY, str(folder))
        floor = run("-c", READ_BY_ALL_CORES, str(folder))
        every = run("-m", "svod", "consolidate", str(folder), "-o", out, "--quiet")
    seconds = (f"{one.seconds:.2f}" for one in (reading, floor, every))
    ratios = (f"{every.seconds / one.seconds:.2f}" for one in (reading, floor))
    memory = (f"{size / MEGABYTE:.0f}" for size in (every.largest, every.together))
    print(
        ROW.format(count, *seconds, *ratios, f"{every.busy:.1f}", f"{every.busy / floor.busy:.2f}", *memory), flush=True
    )
    return count, every


def run(*words: str) -> Run:
    """Run Python with these words and look at what it takes. Raises CalledProcessError where it fails."""
    started = time.perf_counter()
    command = [sys.executable, "-P", *words]  # not the Svod of the folder it is started in, but the one measured
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    with watched(process.pid) as sums:
        _, status, usage = os.wait4(process.pid, 0)  # unlike wait() it tells what was used
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    largest = usage.ru_maxrss * (1 if sys.platform == "darwin" else KIBIBYTE)  # of it and those it started
    return Run(seconds, usage.ru_utime + usage.ru_stime, largest, max(*sums, largest))


@contextmanager
def watched(pid: int) -> Iterator[list[int]]:
    """A list that grows: the bytes that the process and all it started take together, at one look after another."""
    sums = [0]
    over = threading.Event()

    def look() -> None:
        while not over.wait(PAUSE):
            sums.append(_together(pid))

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield sums
    finally:
        over.set()
        thread.join()


def _together(pid: int) -> int:
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,rss="], capture_output=True, text=True, check=True)
    family, total = {pid}, 0
    for one, parent, size in sorted(tuple(map(int, line.split())) for line in listed.stdout.splitlines()):
        if one in family or parent in family:
            family.add(one)
            total += size
    return total * KIBIBYTE


if __name__ == "__main__":
    main()
