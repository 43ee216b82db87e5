"""What the process does that is confined: the work that comes along its line, within its allowance."""

import contextlib
import pickle
import signal
from dataclasses import dataclass
from multiprocessing.connection import Connection

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one piece of work may take: seconds of the processor, seconds on the wall, bytes of address space."""

    busy: int = 600
    waiting: int = 3000  # thirty scanned pages take half of it at worst
    memory: int = 4096 * MEGABYTE


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
