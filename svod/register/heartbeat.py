"""Readers say that they live: in the database, for they may run on other machines than the pages."""

import threading
import time
from contextlib import suppress

from django.core.cache import cache
from django.db import DatabaseError, connection

KEY = "a-reader-lives"
EVERY = 20  # seconds
HOLDS_FOR = 90  # seconds: some beats may be lost


def beat() -> None:
    cache.set(KEY, True, HOLDS_FOR)


def readers_live() -> bool:
    """Whether one of them does."""
    return bool(cache.get(KEY))


def beat_from_now_on() -> None:
    """Beside its work, as long as the process lives. A database that does not answer is asked again."""

    def go_on() -> None:
        while True:
            with suppress(DatabaseError):
                beat()
            connection.close()
            time.sleep(EVERY)

    threading.Thread(target=go_on, name="heartbeat", daemon=True).start()
