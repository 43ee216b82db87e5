"""The tables of the tests' database are made once in a run, for seconds; whichever process comes later copies them."""

import fcntl
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def django_db_setup(
    tmp_path_factory: pytest.TempPathFactory,
    django_test_environment: None,
    django_db_blocker: Any,
    django_db_modify_db_settings: None,
) -> Iterator[None]:
    """In the place of pytest-django's, which makes them in each process."""
    from django.test.utils import setup_databases, teardown_databases

    kept = tmp_path_factory.getbasetemp().parent / "tables.sqlite3"  # on PostgreSQL only the sign that they are made
    is_alone = "PYTEST_XDIST_WORKER" not in os.environ
    with django_db_blocker.unblock(), one_at_a_time(kept):
        is_copied = not is_alone and kept.exists()
        if is_copied:
            take(kept)
        before = setup_databases(verbosity=0, interactive=False, keepdb=is_copied)
        if not is_alone and not is_copied:
            keep(kept)
    yield
    with django_db_blocker.unblock():
        teardown_databases(before, verbosity=0)
        if not is_alone and not is_copied:
            forget(kept)


@contextmanager
def one_at_a_time(kept: Path) -> Iterator[None]:
    with kept.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def keep(kept: Path) -> None:
    """What was just made, for others to copy."""
    from django.db import connection

    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(connection.settings_dict["NAME"])) as there:
            there.execute("VACUUM INTO ?", [str(kept)])
        return
    made = connection.settings_dict["NAME"]
    connection.close()  # what others are in cannot be copied
    _copied(made, f"{made}_kept")
    kept.write_text(f"{made}_kept")


def take(kept: Path) -> None:
    from django.db import connection

    name = connection.creation._get_test_db_name()
    if connection.vendor == "sqlite":
        shutil.copy(kept, name)
    else:
        _copied(kept.read_text(), name)


def forget(kept: Path) -> None:
    """Who comes after that makes them anew."""
    from django.db import connection

    with one_at_a_time(kept):
        if connection.vendor != "sqlite":
            _ask(f'DROP DATABASE "{kept.read_text()}"')
        kept.unlink()


def _copied(name: str, to: str) -> None:
    _ask(f'DROP DATABASE IF EXISTS "{to}"')
    _ask(f'CREATE DATABASE "{to}" TEMPLATE "{name}"')


def _ask(words: str) -> None:
    from django.db import connection

    with connection.creation._nodb_cursor() as cursor:
        cursor.execute(words)
