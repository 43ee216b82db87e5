"""Whether the database can be asked at all: SQLite's file is whole, references lead somewhere, the tables are ours."""

from collections.abc import Iterator

from django.db import DatabaseError, connection

from svod.register.proof.broken import is_broken
from svod.register.proof.flaw import WAY_BACK, Flaw
from svod.register.proof.versions import applied, missing, newer

MOST = 5  # of what SQLite tells of its file


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
    if not applied():
        yield Flaw("database", "It holds no register.", "Name the right folder: svod check --data FOLDER")
    elif unknown := newer():
        yield Flaw("database", f"A newer Svod made it: {unknown[0]} is not known here.", "Install that version.")
    elif missing():
        yield Flaw("database", "An older Svod made it.", "Start svod serve once: it brings the tables up to date.")
