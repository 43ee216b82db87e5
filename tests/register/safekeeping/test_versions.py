"""Another version's tables, a database that is gone or damaged: said in words by whatever process meets it first."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import (
    AddField,
    AlterModelTable,
    CreateModel,
    DeleteModel,
    RemoveField,
    RenameField,
    RenameModel,
)
from django.db.migrations.operations.base import Operation

from svod.register.proof.flaw import WAY_BACK

on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL's files are its own business")
STATE = "SELECT name, sql FROM sqlite_master UNION ALL SELECT app, name FROM django_migrations"
TAKES_AWAY = (RemoveField, RenameField, DeleteModel, RenameModel, AlterModelTable)


@pytest.fixture
def data(empty_register: Path) -> Path:
    return empty_register


def _python(data: Path, *words: str, inherited: tuple[int, ...] = ()) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("SVOD_", "DJANGO_"))}
    environment.pop("DATABASE_URL", None)
    environment |= {"SVOD_DATA": str(data), "DJANGO_SETTINGS_MODULE": "svod.settings.local"}
    command = [sys.executable, *words]
    return subprocess.run(command, env=environment, pass_fds=inherited, capture_output=True, text=True, check=False)


def serve(data: Path) -> subprocess.CompletedProcess[str]:
    return _python(data, "-m", "svod", "serve", "--data", str(data), "--port", "0")


@on_sqlite
def test_a_newer_version_made_the_register(data: Path) -> None:
    with closing(sqlite3.connect(data / "svod.sqlite3")) as there, there:
        there.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('register', '9999_later', '2030-01-01')"
        )
        before = list(there.execute(STATE))
    served = serve(data)
    assert served.returncode == 1
    assert "A newer Svod made this register: register.9999_later is not known here." in served.stderr
    assert "Traceback" not in served.stderr
    with closing(sqlite3.connect(data / "svod.sqlite3")) as there:
        assert list(there.execute(STATE)) == before  # nothing was done to it
    checked = _python(data, "-m", "svod", "check", "--data", str(data))
    assert "A newer Svod made it: register.9999_later" in checked.stdout


@on_sqlite
def test_the_database_is_gone_and_files_are_there(data: Path) -> None:
    """Not a new register in its place."""
    (data / "files" / "submissions" / "ab").mkdir(parents=True)
    for said in ("is empty", "is missing"):
        (data / "svod.sqlite3").write_bytes(b"") if said == "is empty" else (data / "svod.sqlite3").unlink()
        served = serve(data)
        assert served.returncode == 1
        assert said in served.stderr
        assert WAY_BACK in served.stderr


@on_sqlite
def test_a_worker_that_meets_a_damaged_file(data: Path) -> None:
    """Pages that hold rows of the register's tables; the list of tables is whole, so it opens."""
    damaged = bytearray((data / "svod.sqlite3").read_bytes())
    damaged[4096:] = b"\xff" * (len(damaged) - 4096)
    (data / "svod.sqlite3").write_bytes(damaged)
    reading, writing = os.pipe()
    try:
        done = _python(data, "-m", "svod.web.serving.reader", "reader-0", str(reading), inherited=(reading,))
    finally:
        os.close(reading)
        os.close(writing)
    assert done.returncode == 1
    assert "The database is damaged" in done.stderr
    assert WAY_BACK in done.stderr
    assert "Traceback" not in done.stderr


def test_migrations_add_before_they_take_away() -> None:
    """The version before goes on working while the tables change under it. What it needs is taken away a release later,
    by a migration whose docstring says so: "Nothing reads"."""
    known = MigrationLoader(None).disk_migrations.values()
    for one in (one for one in known if one.__module__.startswith("svod.") and not one.initial):
        new = {operation.name_lower for operation in one.operations if isinstance(operation, CreateModel)}
        wrong = [operation for operation in one.operations if not _leaves_room(operation, new)]
        assert not wrong or "Nothing reads" in (sys.modules[one.__module__].__doc__ or ""), (one.name, wrong)


def _leaves_room(operation: Operation, new: set[str]) -> bool:
    """Whether a process that does not know of it can go on reading and writing rows; of the new tables it has none."""
    if isinstance(operation, AddField) and operation.model_name_lower in new:
        return True
    if isinstance(operation, AddField):
        field = operation.field
        return bool(field.many_to_many or field.null or field.has_db_default())
    return not isinstance(operation, TAKES_AWAY)
