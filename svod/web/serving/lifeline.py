"""How a child learns that its parent is gone, however that ended: the pipe that only the parent holds open closes."""

import os
import signal
import threading
import time

GRACE = 5  # seconds to end what is under way


def hold(lifeline: int) -> None:
    """Watch in the background; the whole group of this process ends with the parent."""
    threading.Thread(target=_watch, args=(lifeline,), name="lifeline", daemon=True).start()


def _watch(lifeline: int) -> None:
    os.read(lifeline, 1)  # nothing is ever written: it returns when the other end is closed
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(GRACE)
    os.killpg(0, signal.SIGKILL)
