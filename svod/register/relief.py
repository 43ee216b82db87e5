"""Workers on several machines take over from one another: what a worker was doing that is gone, another one does.

A worker holds a lease on its name as long as it lives. Whoever finds the name of a running task's worker free knows
that it died.
"""

import threading
import time
from contextlib import suppress
from uuid import uuid4

from django.db import DatabaseError, connection

from svod.register.lease import Lease, is_free

EVERY = 15  # seconds
AT = "@"  # before what is drawn: a worker of such a name holds it


def unlike_others(name: str) -> str:
    """A worker's name: on PostgreSQL with something drawn at random, for another machine may have the same one."""
    return f"{name}{AT}{uuid4().hex[:12]}" if connection.vendor == "postgresql" else name


def are_gone(names: set[str]) -> set[str]:
    """Those of the workers that held their names and do not any more. Asked inside a transaction."""
    if connection.vendor != "postgresql":
        return set()
    return {name for name in names if AT in name and is_free(name)}


def relieve_from_now_on(name: str) -> None:
    """Hold the name, and look after the others, beside the work and as long as the process lives."""
    if AT not in name:
        return
    own = Lease(name)
    while not own.take():  # somebody is just asking whether it is free, or the database does not answer yet
        time.sleep(0.2)

    def go_on() -> None:
        from svod.register.queue import take_up_again

        while True:
            time.sleep(EVERY)
            own.take()  # anew where the database was away
            with suppress(DatabaseError):
                take_up_again()
            connection.close()

    threading.Thread(target=go_on, name="relief", daemon=True).start()
