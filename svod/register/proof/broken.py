"""What an error says of the place the register lies in: the database's file is no longer whole, or the disk is full."""

import errno
import shutil
import sqlite3

from django.conf import settings
from django.db import DatabaseError

from svod.register.proof.flaw import WAY_BACK

BROKEN = ("malformed", "not a database")
NOT_ANSWERED = "disk i/o error"  # by a disk that fails, and by a full one where SQLite maps its memory
FULL = (errno.ENOSPC, errno.EDQUOT)
FULL_SQLITE = "database or disk is full"
FULL_POSTGRESQL = "53100"  # disk_full
LEAST_ROOM = 1024 * 1024  # bytes: with less, a disk is full


def is_broken(error: BaseException | None) -> bool:
    """Whether SQLite says that its file is no longer whole, or cannot be read."""
    words = str(error).lower()
    broken = any(word in words for word in BROKEN) or (NOT_ANSWERED in words and _has_room())
    return broken and isinstance(error, (DatabaseError, sqlite3.Error))


def is_full(error: BaseException | None) -> bool:
    """Whether only room was missing: what was begun is not done, and nothing is wrong with it."""
    if isinstance(error, OSError):
        return error.errno in FULL
    if not isinstance(error, (DatabaseError, sqlite3.Error)):
        return False
    words, code = str(error).lower(), getattr(error.__cause__, "sqlstate", "")
    return FULL_SQLITE in words or code == FULL_POSTGRESQL or (NOT_ANSWERED in words and not _has_room())


def _has_room() -> bool:
    return shutil.disk_usage(settings.DATA).free >= LEAST_ROOM


def told(error: BaseException) -> str:
    """A damaged database, with the way back."""
    return f"The database is damaged: {error}.\n{WAY_BACK}"
