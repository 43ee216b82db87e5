"""What activities are found by: the words of search, and the codes of every filter, as signs in one inverted index.

However filters are combined, what has all of their signs is found without looking at any row: by FTS5 in SQLite, by GIN
in PostgreSQL. Triggers keep it in the transaction of each change. A sign is a letter, a colon and a code ("k:seminar");
a word has no colon.
"""

from collections.abc import Collection, Iterable, Iterator
from typing import Any

from django.db import connections, transaction
from django.db.models import Lookup, Q

from svod.register.models.fields import CodesField
from svod.register.triggers import ensure, trigger

Signs = Iterable[Collection[str]]  # one of each collection

PREFIX = "svod_signs_"
NONE = "-"  # the code where a row has none
DEEPEST = 8  # levels of the tree
AT_ONCE = 1_000  # rows filled in one transaction
COLUMNS = (
    *("words", "campaign_id", "organisation_id", "state", "kind", "region", "first_day", "audience", "partners"),
    *("materials", "participants_least", "online", "planned", "same_as_id"),
)
DAY = {"sqlite": "ROW.first_day", "postgresql": "to_char(ROW.first_day, 'YYYY-MM-DD')"}
ABOVE = " || ".join(f"' o:' || substr(path, 1, {4 * depth})" for depth in range(1, DEEPEST + 1))
SIGNS = f"""ROW.words || 'c:' || ROW.campaign_id || ' s:' || ROW.state || ' k:' || ROW.kind
    || ' r:' || CASE WHEN ROW.region = '' THEN '-' ELSE ROW.region END
    || ' d:' || COALESCE(DAY, '-')
    || CASE WHEN TRIM(ROW.audience) = '' THEN ' a:-' ELSE REPLACE(RTRIM(ROW.audience), ' ', ' a:') END
    || REPLACE(RTRIM(ROW.partners), ' ', ' p:') || REPLACE(RTRIM(ROW.materials), ' ', ' m:')
    || CASE WHEN ROW.participants_least IS NULL THEN ' n:no' ELSE ' n:yes' END
    || CASE WHEN ROW.online THEN ' w:yes' ELSE ' w:no' END
    || CASE WHEN ROW.planned THEN ' h:yes' ELSE ' h:no' END
    || CASE WHEN ROW.same_as_id IS NULL THEN ' t:once' ELSE ' t:again' END
    || (SELECT {ABOVE} FROM register_organisation WHERE id = ROW.organisation_id)"""  # noqa: S608 # of constants


FOUND = "SELECT rowid FROM register_signs WHERE register_signs MATCH %s"
FIRST = f"{FOUND} ORDER BY rowid LIMIT %s"


def holding(signs: Signs, most: int | None = None) -> Q:
    """Activities that hold one of each; only the first `most` of them, where that spares the database work."""
    groups = tuple(sorted(map(sorted, signs)))
    return Q(words__holding=(groups, most)) if groups else Q()


@CodesField.register_lookup
class Holding(Lookup):
    """Beside the column of words: SQLite's index is a table of its own, PostgreSQL's a column that Django knows not."""

    lookup_name = "holding"
    prepare_rhs = False

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        groups, most = self.rhs
        match = " AND ".join(f"({' OR '.join(map(_quoted, group))})" for group in groups)
        found, given = (FIRST, [match, most]) if most else (FOUND, [match])
        return f'{self._alias(compiler)}."id" IN ({found})', given

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        signs = f'{self._alias(compiler)}."signs"'
        alone = [group[0] for group in self.rhs[0] if len(group) == 1]
        several = [group for group in self.rhs[0] if len(group) > 1]
        tests = [f"{signs} @> %s::text[]", *[f"{signs} && %s::text[]"] * len(several)]
        return " AND ".join(tests), [alone, *several]

    def _alias(self, compiler: Any) -> str:
        return str(compiler.quote_name_unless_alias(self.lhs.alias))


def _quoted(sign: str) -> str:
    escaped = sign.replace('"', '""')
    return f'"{escaped}"'


def set_up(using: str = "default", **_signal: Any) -> None:
    """The index and the triggers that keep it; filled where they are new, a little in each transaction."""
    connection = connections[using]
    with connection.cursor() as cursor:
        for line in MADE[connection.vendor]:
            cursor.execute(line)
    if ensure(connection, PREFIX, dict(_triggers(connection.vendor))):
        FILLED[connection.vendor](connection)


def forget_erased() -> None:
    """SQLite's index keeps words that were taken out until it is merged; PostgreSQL's is of the rows themselves."""
    connection = connections["default"]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO register_signs (register_signs) VALUES ('optimize')")


AS_IT_IS = "UPDATE register_activity SET words = words WHERE id >= %s AND id < %s"
MADE = {
    "sqlite": (
        "CREATE VIRTUAL TABLE IF NOT EXISTS register_signs USING fts5"
        "(signs, content='', columnsize=0, detail=none, tokenize=\"ascii tokenchars '=-:_'\")",
    ),
    "postgresql": ("ALTER TABLE register_activity ADD COLUMN IF NOT EXISTS signs text[]",),
}


def _triggers(vendor: str) -> Iterator[tuple[str, list[str]]]:
    columns = f"UPDATE OF {', '.join(COLUMNS)} ON register_activity"
    if vendor == "sqlite":
        put = f"INSERT INTO register_signs (rowid, signs) VALUES (NEW.id, {_of('NEW', vendor)});"  # noqa: S608
        old = f"VALUES ('delete', OLD.id, {_of('OLD', vendor)});"
        drop = f"INSERT INTO register_signs (register_signs, rowid, signs) {old}"
        yield trigger(vendor, PREFIX, "AFTER INSERT ON register_activity", put)
        yield trigger(vendor, PREFIX, f"AFTER {columns}", drop + put)
        yield trigger(vendor, PREFIX, "AFTER DELETE ON register_activity", drop)
    else:
        put = f"NEW.signs := string_to_array(BTRIM({_of('NEW', vendor)}), ' ');"
        yield trigger(vendor, PREFIX, "BEFORE INSERT ON register_activity", put, returns="NEW")
        yield trigger(vendor, PREFIX, f"BEFORE {columns}", put, returns="NEW")


def _of(row: str, vendor: str) -> str:
    return SIGNS.replace("DAY", DAY[vendor]).replace("ROW.", f"{row}.")


def _fill_sqlite(connection: Any) -> None:
    """All at once: it is faster than people could notice, but in a register of a million."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute("INSERT INTO register_signs (register_signs) VALUES ('delete-all')")
        rows = f"SELECT id, {_of('register_activity', 'sqlite')} FROM register_activity ORDER BY id"  # noqa: S608
        cursor.execute(f"INSERT INTO register_signs (rowid, signs) {rows}")


def _fill_postgresql(connection: Any) -> None:
    """The triggers fill it. Nobody is kept from writing for longer than some rows take; the index is made last."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT MIN(id), MAX(id) FROM register_activity")
        first, last = cursor.fetchone()
        for start in range(first, last + 1, AT_ONCE) if first else ():
            cursor.execute(
                "UPDATE register_activity SET words = words WHERE id >= %s AND id < %s", [start, start + AT_ONCE]
            )
        beside = "" if connection.in_atomic_block else "CONCURRENTLY"
        cursor.execute(f"CREATE INDEX {beside} IF NOT EXISTS activity_signs ON register_activity USING gin (signs)")


FILLED = {"sqlite": _fill_sqlite, "postgresql": _fill_postgresql}
