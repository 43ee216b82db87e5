"""Triggers of the database, which no migration keeps: SQLite loses a table's when a migration makes the table anew.

So they are looked for after each `migrate`. A trigger's name has a hash of what it does: one of another version is
another one, and is replaced.
"""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

KNOWN = {
    "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE %s",
    "postgresql": "SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid"
    " WHERE t.tgname LIKE %s AND c.relnamespace = current_schema()::regnamespace",
}


def known(connection: Any, prefix: str) -> dict[str, str]:
    """The triggers whose names begin so, each with its table."""
    with connection.cursor() as cursor:
        cursor.execute(KNOWN[connection.vendor], [f"{prefix}%"])
        return dict(cursor.fetchall())


def ensure(connection: Any, prefix: str, wanted: Mapping[str, Iterable[str]]) -> bool:
    """Make the wanted triggers that are missing, and drop all others whose names begin so; whether one was made."""
    found = known(connection, prefix)
    missing = wanted.keys() - found.keys()
    with connection.cursor() as cursor:
        for name in found.keys() - wanted.keys():
            of = "" if connection.vendor == "sqlite" else f" ON {found[name]}"
            cursor.execute(f"DROP TRIGGER {name}{of}")
        for line in (line for name in sorted(missing) for line in wanted[name]):
            cursor.execute(line)
    return bool(missing)


def trigger(vendor: str, prefix: str, when: str, body: str) -> tuple[str, list[str]]:
    """A trigger's name and the lines that make it; `when` as both databases say it: "AFTER INSERT ON table"."""
    name = f"{prefix}{hashlib.sha256((when + body).encode()).hexdigest()[:12]}"
    if vendor == "sqlite":
        return name, [f"CREATE TRIGGER {name} {when} BEGIN {body} END"]
    each = "STATEMENT" if " TRUNCATE " in when else "ROW"
    deed = f"$$ BEGIN {body} RETURN NULL; END $$"
    function = f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS {deed}"
    return name, [function, f"CREATE TRIGGER {name} {when} FOR EACH {each} EXECUTE FUNCTION {name}()"]
