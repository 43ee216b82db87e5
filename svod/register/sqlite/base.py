"""A transaction is synced by whoever made it, after the next one may go on: while the disk syncs one, others commit.

SQLite itself syncs while it holds the one lock for writing, so that a disk that syncs 300 times a second commits 300
times at best. Here a transaction is written to the log with synchronous=NORMAL, which keeps the order of all commits;
then, without the lock, the log is synced, and only then does `atomic` end. Syncs that are asked for at the same time
are one for the disk. A statement outside a transaction is synced by SQLite, with FULL. Where the settings ask for less
than FULL, nothing is changed.

Another connection sees a transaction before it is synced. Whoever answers on the strength of what it sees, and writes
nothing, calls `settle` first.
"""

import os
from typing import Any

from django.db import OperationalError, connection
from django.db.backends.sqlite3 import base

FULL = 2


class DatabaseWrapper(base.DatabaseWrapper):
    _shares = False  # whether syncs are shared
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

    def _start_transaction_under_autocommit(self) -> None:
        self._ask_for("NORMAL")
        try:
            super()._start_transaction_under_autocommit()
        except BaseException:  # somebody else held the lock for too long
            self._ask_for("FULL")
            raise

    def _commit(self) -> None:
        super()._commit()
        self._ask_for("FULL")
        self.settle()

    def _rollback(self) -> None:
        super()._rollback()
        self._ask_for("FULL")

    def _ask_for(self, level: str) -> None:
        """Of SQLite, for what comes; it listens outside of transactions only."""
        if self._shares and self.connection is not None:
            self.connection.execute(f"PRAGMA synchronous={level}")

    def _close(self) -> None:
        super()._close()
        if self._log is not None:
            os.close(self._log)
            self._log = None


def settle() -> None:
    """What this process sees is on the disk. PostgreSQL shows nothing that is not."""
    if connection.vendor == "sqlite":
        connection.settle()
