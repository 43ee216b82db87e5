"""The index of signs: made and filled after `migrate` where it is not there, or not as this version writes signs."""

import hashlib
from collections.abc import Iterator
from typing import Any

from django.db import connections, transaction

from svod.register.signs.written import COLUMNS, PREFIX, signs_of
from svod.register.triggers import ensure, trigger

AT_ONCE = 1_000  # rows filled in one transaction
CHANGED = f"AFTER UPDATE OF {', '.join(COLUMNS)} ON register_activity"


def set_up(using: str = "default", **_signal: Any) -> None:
    connection = connections[using]
    SET_UP[connection.vendor](connection)


def forget_erased() -> None:
    """SQLite's index keeps words that were taken out until it is merged; PostgreSQL's is of the rows themselves."""
    connection = connections["default"]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO register_signs (register_signs) VALUES ('optimize')")


def _set_up_sqlite(connection: Any) -> None:
    """All or nothing, at once: it is faster than people could notice, but in a register of a million."""
    table = (
        "CREATE VIRTUAL TABLE IF NOT EXISTS register_signs USING fts5"
        "(signs, content='', columnsize=0, detail=none, tokenize=\"ascii tokenchars '=-:_'\")"
    )
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute(table)
        if ensure(connection, PREFIX, dict(_triggers_of_sqlite())):
            cursor.execute("INSERT INTO register_signs (register_signs) VALUES ('delete-all')")
            rows = f"SELECT id, {signs_of('register_activity', 'sqlite')} FROM register_activity ORDER BY id"  # noqa: S608
            cursor.execute(f"INSERT INTO register_signs (rowid, signs) {rows}")


def _triggers_of_sqlite() -> Iterator[tuple[str, list[str]]]:
    put = f"INSERT INTO register_signs (rowid, signs) VALUES (NEW.id, {signs_of('NEW', 'sqlite')});"  # noqa: S608
    old = f"VALUES ('delete', OLD.id, {signs_of('OLD', 'sqlite')});"
    drop = f"INSERT INTO register_signs (register_signs, rowid, signs) {old}"
    yield trigger("sqlite", PREFIX, "AFTER INSERT ON register_activity", put)
    yield trigger("sqlite", PREFIX, CHANGED, drop + put)
    yield trigger("sqlite", PREFIX, "AFTER DELETE ON register_activity", drop)


def _set_up_postgresql(connection: Any) -> None:
    """Nobody is kept from writing for longer than some rows take. The index is made last: where it is there, all is."""
    triggers = dict(_triggers_of_postgresql())
    index = f"{PREFIX}{hashlib.sha256(repr(sorted(triggers)).encode()).hexdigest()[:12]}"
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS register_signs (rowid bigint PRIMARY KEY, signs text[] NOT NULL)")
        ensure(connection, PREFIX, triggers)
        known = _indexes(cursor)
        if not known.pop(index, False):
            _fill(cursor)
            beside = "" if connection.in_atomic_block else "CONCURRENTLY"
            cursor.execute(f"DROP INDEX IF EXISTS {index}")
            cursor.execute(f"CREATE INDEX {beside} {index} ON register_signs USING gin (signs)")
            cursor.execute("ANALYZE register_signs")
        for other in known:
            cursor.execute(f"DROP INDEX {other}")


def _indexes(cursor: Any) -> dict[str, bool]:
    """Those of signs, and whether each can be used: one that was broken off cannot."""
    cursor.execute(
        "SELECT c.relname, i.indisvalid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
        " WHERE i.indrelid = 'register_signs'::regclass AND c.relname LIKE %s",
        [f"{PREFIX}%"],
    )
    return dict(cursor.fetchall())


def _fill(cursor: Any) -> None:
    """What is written meanwhile the triggers fill; a row that somebody changes just now is waited for."""
    cursor.execute("SELECT MIN(id), MAX(id) FROM register_activity")
    first, last = cursor.fetchone()
    rows = "SELECT * FROM register_activity WHERE id >= %s AND id < %s ORDER BY id FOR SHARE"
    for start in range(first, last + 1, AT_ONCE) if first else ():
        cursor.execute(f"WITH batch AS ({rows}) {_put('batch')} FROM batch {REPLACED}", [start, start + AT_ONCE])


REPLACED = "ON CONFLICT (rowid) DO UPDATE SET signs = EXCLUDED.signs"


def _put(row: str) -> str:
    signs = f"string_to_array(BTRIM({signs_of(row, 'postgresql')}), ' ')"
    return f"INSERT INTO register_signs (rowid, signs) SELECT {row}.id, {signs}"  # of constants


def _triggers_of_postgresql() -> Iterator[tuple[str, list[str]]]:
    put, drop = f"{_put('NEW')} {REPLACED};", "DELETE FROM register_signs WHERE rowid = OLD.id;"
    yield trigger("postgresql", PREFIX, "AFTER INSERT ON register_activity", put)
    yield trigger("postgresql", PREFIX, CHANGED, put)
    yield trigger("postgresql", PREFIX, "AFTER DELETE ON register_activity", drop)
    yield trigger("postgresql", PREFIX, "AFTER TRUNCATE ON register_activity", "TRUNCATE register_signs;")


SET_UP = {"sqlite": _set_up_sqlite, "postgresql": _set_up_postgresql}
