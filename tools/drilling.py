"""One round of tools/drills: a fresh register, a process that does deeds, a blow, and a look at what is left."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

import django

django.setup()

from deeds import DEEDS, Deed, make_register  # noqa: E402 # Django must be ready
from django.conf import settings  # noqa: E402
from django.db import connections  # noqa: E402

from svod.register.proof.broken import is_full  # noqa: E402
from svod.register.proof.prove import prove  # noqa: E402

COLUMNS = ("rounds", "done", "refused", "in doubt", "lost", "flaws", "broke", "stuck")
BAD = ("lost", "flaws", "broke", "stuck")
ROOM = 24 * 1024 * 1024  # of the small disk
MOST = 12  # deeds in a round


Started = tuple[int, IO[str]]  # a process, and what it says


class Place:
    """The data folder: laid out anew from one register that was made once."""

    def __init__(self, folder: Path, tables: Path | None) -> None:
        self.data, self._base = settings.DATA, folder / "base"
        self._small = False
        self.data.mkdir(exist_ok=True)
        make_register(tables)
        connections.close_all()
        shutil.copytree(self.data, self._base)

    def lay_out(self) -> None:
        for path in self.data.iterdir():
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        shutil.copytree(self._base, self.data, dirs_exist_ok=True)

    def make_small(self) -> bool:
        """Put the data folder on a small disk; whether that is possible here."""
        if not self._small:
            command = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "svod-drills", str(self.data)]
            alone = bool(os.environ.get("SVOD_DRILLS_ALONE"))
            with suppress(FileNotFoundError):
                self._small = alone and subprocess.run(command, capture_output=True).returncode == 0
        return self._small

    @contextmanager
    def filled(self, left: int) -> Iterator[None]:
        """With only so many bytes left on the small disk, until it is cleared up."""
        ballast, state = self.data / ".ballast", os.statvfs(self.data)
        ballast.write_bytes(bytes(max(0, state.f_bavail * state.f_frsize - left)))
        try:
            yield
        finally:
            ballast.unlink()

    def leave(self) -> None:
        if self._small:
            subprocess.run(["umount", str(self.data)], check=True)


def run_round(place: Place, blow: str, name: str, chance: random.Random) -> Counter[str]:
    place.lay_out()
    deed = DEEDS[name]
    if blow == "kill -9":
        said = _struck(deed, chance)
    else:
        with place.filled(left=chance.randrange(deed.needs)):
            said = _said(_start(deed, 0, MOST))
    count = Counter(one.split()[0] for one in said)
    done = {int(one.split()[1]) for one in said if one.startswith("done")}
    count["lost"] = sum(not deed.holds(number) for number in done)
    first = max((int(one.split()[1]) for one in said), default=-1) + 1
    count["in doubt"] = int(blow == "kill -9" and deed.holds(first))  # committed, and killed before it could say so
    after = _said(_start(deed, first + 1, 2))  # people go on
    count["stuck"] = sum(not one.startswith("done") for one in after)
    count["flaws"] = sum(1 for _name, flaws in prove() for _flaw in flaws) + deed.halves()
    connections.close_all()
    return count


def _struck(deed: Deed, chance: random.Random) -> list[str]:
    """What it said until it was killed, some deeds after its start and anywhere within the next."""
    process, answers = _start(deed, 0, 1000)
    said = []
    for _number in range(chance.randrange(MOST)):
        said.append(answers.readline().strip())
    time.sleep(chance.uniform(0, deed.lasts))
    os.kill(process, signal.SIGKILL)
    said += [line.strip() for line in answers if line.endswith("\n")]
    answers.close()
    os.waitpid(process, 0)
    return said


def _start(deed: Deed, first: int, number: int) -> Started:
    """A process that does the deeds one after another and says of each what became of it."""
    connections.close_all()
    theirs, ours = os.pipe()
    process = os.fork()
    if process:
        os.close(ours)
        return process, os.fdopen(theirs, encoding="utf-8", errors="replace")
    os.close(theirs)
    with os.fdopen(ours, "w", encoding="utf-8") as answers:
        for one in range(first, first + number):
            print(_outcome(deed, one), one, file=answers, flush=True)
        connections.close_all()
    os._exit(0)


def _outcome(deed: Deed, number: int) -> str:
    try:
        deed.do(number)
    except Exception as error:
        if is_full(error) or is_full(error.__cause__) or "the disk is full" in str(error):
            return "refused"
        sys.stderr.write(f"{deed.name}: {type(error).__name__}: {error}\n")
        return "broke"
    return "done"


def _said(started: Started) -> list[str]:
    process, answers = started
    with answers:
        said = [line.strip() for line in answers]
    _pid, status = os.waitpid(process, 0)
    return [*said, *(["broke 0"] if status else [])]
