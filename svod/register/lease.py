"""What only one process may do, on however many machines: fetch the mailbox, be the bot, hold a worker's name.

On PostgreSQL a lease is a lock of a connection of its own: it ends with the process, however that ends, and the next
one takes it. On SQLite, which one machine uses, it is the lock of a file beside the data.
"""

import contextlib
import fcntl
from collections.abc import Iterator
from typing import IO, Any

from django.conf import settings
from django.db import connection

OURS = 0x53564F44  # tells our locks from those of others in the same database
# How the server notices that a machine is gone which said nothing: after half a minute.
ALIVE = "-c tcp_keepalives_idle=15 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3"


class Lease:
    """`take` until it is yours; then ask now and then whether it is still: a broken connection gives it up."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._line: Any = None
        self._file: IO[str] | None = None

    def take(self) -> bool:
        """Whether it is ours now."""
        if connection.vendor == "postgresql":
            return self.holds() or self._locked_there()
        return self._file is not None or self._locked_here()

    def holds(self) -> bool:
        if self._line is not None:
            with contextlib.suppress(self._broken()):
                self._line.execute("SELECT 1")
                return True
            self.give_up()
        return self._file is not None

    def give_up(self) -> None:
        for one in (self._line, self._file):
            if one is not None:
                with contextlib.suppress(Exception):  # a connection that is broken already
                    one.close()
        self._line = self._file = None

    def _locked_there(self) -> bool:
        with contextlib.suppress(self._broken()):
            self._line = _line()
            asked = self._line.execute("SELECT pg_try_advisory_lock(%s, hashtext(%s))", (OURS, self.name))
            if asked.fetchone()[0]:
                return True
        self.give_up()
        return False

    def _locked_here(self) -> bool:
        place = settings.DATA / f"{self.name}.lock"
        self._file = place.open("a")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            self.give_up()
        return self._file is not None

    @staticmethod
    def _broken() -> type[Exception]:
        import psycopg  # only where it is used

        return psycopg.Error


def is_free(name: str) -> bool:
    """Whether nobody holds it, on PostgreSQL; nobody takes it before the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, hashtext(%s))", (OURS, name))
        return bool(cursor.fetchone()[0])


def one_after_another(what: str) -> None:
    """Until the transaction ends, whoever does the same on another machine waits. On SQLite all who write do."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", (OURS, what))


@contextlib.contextmanager
def one_at_a_time(what: str) -> Iterator[None]:
    """Whoever does the same on another machine waits, however many transactions it takes."""
    if connection.vendor != "postgresql":
        yield
        return
    with contextlib.closing(_line()) as line:
        line.execute("SELECT pg_advisory_lock(%s, hashtext(%s))", (OURS, what))
        yield


def _line() -> Any:
    """A connection of its own, that no pool and no timeout closes."""
    import psycopg

    words = connection.get_connection_params()
    known = {name: words[name] for name in ("dbname", "user", "password", "host", "port", "sslmode") if name in words}
    return psycopg.connect(**known, autocommit=True, connect_timeout=10, options=ALIVE)
