"""What an error says of the place the register lies in: the database's file is no longer whole, or the disk is full."""

import errno

from django.db import DatabaseError

from svod.register.proof.flaw import WAY_BACK

BROKEN = ("malformed", "not a database", "disk i/o error")
FULL = (errno.ENOSPC, errno.EDQUOT)
FULL_SQLITE = "database or disk is full"
FULL_POSTGRESQL = "53100"  # disk_full


def is_broken(error: BaseException | None) -> bool:
    """Whether SQLite says that its file is no longer whole."""
    return isinstance(error, DatabaseError) and any(word in str(error).lower() for word in BROKEN)


def is_full(error: BaseException | None) -> bool:
    """Whether only room was missing: what was begun is not done, and nothing is wrong with it."""
    if isinstance(error, OSError):
        return error.errno in FULL
    code = getattr(getattr(error, "__cause__", None), "sqlstate", "")
    return isinstance(error, DatabaseError) and (FULL_SQLITE in str(error) or code == FULL_POSTGRESQL)


def told(error: BaseException) -> str:
    """A damaged database, with the way back."""
    return f"The database is damaged: {error}.\n{WAY_BACK}"
