"""The database at one moment, all of it, while people go on working: SQLite's online backup, PostgreSQL's snapshot."""

import os
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder

from svod.register.safekeeping.archive import CannotKeep
from svod.register.safekeeping.named import named_files

DAMAGED = "the database is damaged, which svod check tells more of"  # a copy of it must not take a good one's place


@dataclass(frozen=True, slots=True)
class Moment:
    """`write` gives a copy of the database; all of it is of the same moment."""

    snapshot: str  # PostgreSQL's name for it

    @property
    def migrations(self) -> list[str]:
        return sorted(".".join(one) for one in MigrationRecorder(connection).applied_migrations())

    @property
    def counts(self) -> dict[str, int]:
        """The rows of each table of the register."""
        tables = sorted(model._meta.db_table for model in apps.get_app_config("register").get_models())
        return rows_in(tables)

    @property
    def places(self) -> set[str]:
        """Where the files lie that the database names."""
        return {one.place for one in named_files()}

    def write(self, path: Path) -> None:
        _dump(path, self.snapshot) if self.snapshot else _copy(path)


@contextmanager
def moment() -> Iterator[Moment]:
    if connection.vendor == "postgresql":
        with transaction.atomic(durable=True), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute("SELECT pg_export_snapshot()")
            yield Moment(cursor.fetchone()[0])
        return
    with connection.cursor() as cursor:
        cursor.execute("BEGIN")  # not atomic(): that would take the lock of writing
        try:
            cursor.execute("SELECT count(*) FROM django_migrations")  # the moment is that of the first look
            yield Moment("")
        finally:
            cursor.execute("ROLLBACK")


def rows_in(tables: list[str]) -> dict[str, int]:
    found = {}
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608 # quoted
            found[table] = cursor.fetchone()[0]
    return found


def _copy(path: Path) -> None:
    """In one step, so that no writer makes it begin again."""
    with closing(sqlite3.connect(path)) as copy:
        connection.connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, without companions
        if copy.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("its copy is malformed")


def _dump(path: Path, snapshot: str) -> None:
    run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}", f"--file={path}")


def _where() -> dict[str, str]:
    """How PostgreSQL's own programs reach the database: Django's settings as far as they are libpq's."""
    from psycopg import pq

    known = {one.keyword.decode() for one in pq.Conninfo.get_defaults()}
    return {name: str(value) for name, value in connection.get_connection_params().items() if name in known}


def run(program: str, *words: str) -> None:
    """One of PostgreSQL's programs, on our database; a password goes by the environment, which nobody else sees."""
    from psycopg.conninfo import make_conninfo  # only where PostgreSQL is

    where = _where()
    environment = {**os.environ, "PGPASSWORD": where.pop("password", "")}
    command = [program, f"--dbname={make_conninfo(**where)}", *words]
    try:
        done = subprocess.run(  # noqa: S603 # our own words
            command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True
        )
    except FileNotFoundError:
        raise CannotKeep(f"{program} is not installed: it comes with PostgreSQL's client programs.") from None
    if done.returncode:
        raise CannotKeep(f"{program} did not succeed: {done.stderr.strip()[-500:]}")
