"""Whether the database can be asked at all: SQLite's file is whole, references lead somewhere, the tables are ours."""

from collections.abc import Iterator

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor

from svod.register.proof.flaw import OLDER, Flaw

MOST = 5  # of what SQLite tells of its file
BROKEN = ("malformed", "not a database", "disk i/o error")
WAY_BACK = (
    f"Stop svod serve. Keep the data folder as it is, under another name. {OLDER} "
    "Without a backup, what can still be read is saved by: sqlite3 svod.sqlite3 .recover | sqlite3 saved.sqlite3"
)


def is_broken(error: BaseException) -> bool:
    """Whether SQLite says that its file is no longer whole."""
    return isinstance(error, DatabaseError) and any(word in str(error).lower() for word in BROKEN)


def database() -> Iterator[Flaw]:
    """What makes every other answer worthless. Nothing else is asked where one is found."""
    try:
        yield from _sqlite() if connection.vendor == "sqlite" else ()
        yield from _tables()
    except DatabaseError as error:
        if not is_broken(error):
            raise
        yield Flaw("database", f"The file is damaged: {error}.", WAY_BACK)


def _sqlite() -> Iterator[Flaw]:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA integrity_check({MOST})")
        told = cursor.fetchall()  # by Django's cursor, whose errors are Django's
        for (line,) in told if told != [("ok",)] else ():
            yield Flaw("database", f"The file is damaged: {line.splitlines()[-1]}.", WAY_BACK)
        cursor.execute("PRAGMA foreign_key_check")
        for table, row, other, _key in cursor.fetchmany(MOST):
            yield Flaw("database", f"Row {row} of {table} belongs to a row of {other} that is not there.")


def _tables() -> Iterator[Flaw]:
    executor = MigrationExecutor(connection)
    recorded = set(executor.loader.applied_migrations)
    if not recorded:
        yield Flaw("database", "It holds no register.", "Name the right folder: svod check --data FOLDER")
    elif newer := sorted(".".join(one) for one in recorded - set(executor.loader.disk_migrations)):
        yield Flaw("database", f"A newer Svod made it: {newer[0]} is not known here.", "Install that version.")
    elif executor.migration_plan(executor.loader.graph.leaf_nodes()):
        yield Flaw("database", "An older Svod made it.", "Start svod serve once: it brings the tables up to date.")
