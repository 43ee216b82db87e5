"""A transaction is synced by whoever made it, after the next one may go on: while the disk syncs one, others commit.

SQLite itself syncs while it holds the one lock for writing, so that a disk that syncs 300 times a second commits 300
times at best. Here a transaction is written to the log with synchronous=NORMAL, which keeps the order of all commits;
then, without the lock, the log is synced, and only then does `atomic` end. Syncs that are asked for at the same time
are one for the disk. A statement outside a transaction is synced by SQLite, with FULL. Where the settings ask for less
than FULL, nothing is changed.

Who waits for the lock sleeps in SQLite, longer and longer, and looks again. So the threads of a process take turns
before, and are woken: at most one of each process waits in that way.

Another connection sees a transaction before it is synced. Whoever answers on the strength of what it sees, and writes
nothing, calls `settle` first.
"""

import os
import threading
from collections import defaultdict
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from django.db import OperationalError, connection
from django.db.backends.sqlite3 import base

FULL = 2
TURNS: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)  # of this process, for each file


class DatabaseWrapper(base.DatabaseWrapper):
    _shares = False  # whether syncs are shared
    _turn: Any = None  # held while this connection has a transaction
    _log: int | None = None  # the log's descriptor: SQLite holds no lock on that file that closing it could drop

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        made = super().get_new_connection(conn_params)
        (mode,), (level,) = (made.execute(f"PRAGMA {name}").fetchone() for name in ("journal_mode", "synchronous"))
        self._shares = mode == "wal" and level >= FULL
        return made

    def settle(self) -> None:
        """What was committed, by whomever, is on the disk when this returns. Raises OperationalError."""
        if not self._shares:
            return
        try:
            if self._log is None:
                self._log = os.open(f"{self.settings_dict['NAME']}-wal", os.O_RDWR | os.O_CLOEXEC)
            os.fsync(self._log)
        except FileNotFoundError:  # nothing was written since the register was opened by anybody
            return
        except OSError as error:
            raise OperationalError(f"the log could not be synced: {error.strerror}") from error

    def planned_once(self) -> AbstractContextManager[None]:
        """Python keeps what SQLite has understood for all statements."""
        return nullcontext()

    def _start_transaction_under_autocommit(self) -> None:
        self._take_turn()
        self._ask_for("NORMAL")
        try:
            super()._start_transaction_under_autocommit()
        except BaseException:  # somebody else held the lock for too long
            self._ask_for("FULL")
            self._end_turn()
            raise

    def _commit(self) -> None:
        super()._commit()
        self._end_turn()
        self._ask_for("FULL")
        self.settle()

    def _rollback(self) -> None:
        super()._rollback()
        self._end_turn()
        self._ask_for("FULL")

    def _take_turn(self) -> None:
        turn = TURNS[str(self.settings_dict["NAME"])]
        if not turn.acquire(timeout=self.settings_dict["OPTIONS"].get("timeout", 5)):
            raise OperationalError("database is locked")
        self._turn = turn

    def _end_turn(self) -> None:
        if self._turn is not None:
            self._turn.release()
            self._turn = None

    def _ask_for(self, level: str) -> None:
        """Of SQLite, for what comes; it listens outside of transactions only."""
        if self._shares and self.connection is not None:
            self.connection.execute(f"PRAGMA synchronous={level}")

    def _close(self) -> None:
        super()._close()
        self._end_turn()
        if self._log is not None:
            os.close(self._log)
            self._log = None


def settle() -> None:
    """What this process sees is on the disk. PostgreSQL shows nothing that is not."""
    if connection.vendor == "sqlite":
        connection.settle()
