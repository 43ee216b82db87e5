"""What must be there to serve, each "ok" or what is wrong in a word: whoever asks is not signed in."""

from collections.abc import Callable

from django.db import DatabaseError, connection

from svod.register.heartbeat import readers_live
from svod.register.proof.versions import missing
from svod.register.services.keep import ensure_within_reach


def ready() -> dict[str, str]:
    return {name: _asked(question) for name, question in QUESTIONS.items()}


def _asked(question: Callable[[], bool]) -> str:
    try:
        return "ok" if question() else "wrong"
    except (OSError, DatabaseError):
        return "no answer"


def _database() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return bool(cursor.fetchone() == (1,))


class _Tables:
    """Those of this version. Once right they stay so: a newer version only adds to them while this one still serves."""

    def __init__(self) -> None:
        self._right = False

    def __call__(self) -> bool:
        self._right = self._right or not missing()
        return self._right


def _files() -> bool:
    try:
        ensure_within_reach()
    except PermissionError:
        return False
    return True


QUESTIONS: dict[str, Callable[[], bool]] = {
    "database": _database,
    "tables": _Tables(),
    "files": _files,
    "readers": readers_live,
}
