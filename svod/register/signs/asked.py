"""Which activities have some signs: one of each collection that is asked for."""

import json
import re
import time
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from svod.register.models import Activity
from svod.register.signs.written import signs_of

Signs = Iterable[Collection[str]]

INDEX = "register_signs.signs && %s::text[]"
ROW = f"({INDEX}) IS TRUE"  # PostgreSQL does not ask its index
STAND = re.compile(r"\d+[cd]ho")  # of what is held and told once: all others are few
SHARE = """SELECT SUM(share)
    FROM pg_stats, UNNEST(most_common_elems::text::text[], most_common_elem_freqs) AS one (sign, share)
    WHERE schemaname = current_schema() AND tablename = 'register_signs' AND attname = 'signs' AND sign = ANY(%s)"""
MANY = 0.5  # of all rows
KNOWN_FOR = 600.0  # seconds

BESIDE = '"register_activity"."id" = "register_signs"."rowid"'
ORDER = "register_signs.rowid"
KEYS = "SELECT rowid FROM register_signs WHERE {} LIMIT %s"
WRITTEN = (
    f"WITH some AS MATERIALIZED (SELECT id, ' ' || {signs_of('register_activity', 'sqlite')} || ' ' AS signs"  # noqa: S608
    " FROM register_activity WHERE id IN (SELECT value FROM json_each(%s))) SELECT id FROM some WHERE {}"
)
AMONG = "SELECT rowid FROM register_signs WHERE rowid = ANY(%s) AND {}"
IN_ORDER = "SELECT rowid FROM register_signs WHERE {} AND rowid > %s ORDER BY rowid LIMIT %s OFFSET %s"


def of_codes(stands: Collection[str], codes: Iterable[tuple[str, Collection[str]]]) -> list[set[str]]:
    """The signs of rows of one of the stands that have one of the codes of each letter."""
    found = [{f"{stand}:{letter}:{code}" for stand in stands for code in some} for letter, some in codes]
    return found or [set(stands)]


def having(signs: Signs) -> QuerySet[Activity]:
    """The activities themselves; `extra(order_by=[ORDER])` gives them in the order in which they came."""
    condition, given = _condition(signs)
    if not given:
        return Activity.objects.all()
    where = [BESIDE, condition]
    return Activity.objects.extra(tables=["register_signs"], where=where, params=given)  # noqa: S610 # given apart


def some(signs: Signs, most: int) -> list[int]:
    """The keys of so many at most, whichever are found first."""
    return _asked(KEYS, signs, most)


def in_order(signs: Signs, start: int, end: int, after: int = 0) -> list[int]:
    """Keys in the order in which the activities came, from one place to another of those after a key."""
    return _asked(IN_ORDER, signs, after, end - start, start)


def among(signs: Signs, keys: list[int]) -> list[int]:
    """Those of a few keys that have the signs, in their order. The index of SQLite is asked for all rows or none: here
    the signs are written again."""
    groups = sorted(map(sorted, signs))
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            tests = " AND ".join(f"({' OR '.join(['instr(signs, %s)'] * len(group))})" for group in groups)
            given = [f" {sign} " for group in groups for sign in group]
            cursor.execute(WRITTEN.format(tests), [json.dumps(keys), *given])
        else:
            condition, given = _condition(signs)
            cursor.execute(AMONG.format(condition), [keys, *given])
        return sorted(key for (key,) in cursor.fetchall())


def _asked(query: str, signs: Signs, *numbers: int) -> list[int]:
    condition, given = _condition(signs)
    with connection.cursor() as cursor:
        cursor.execute(query.format(condition), [*given, *numbers])
        return [key for (key,) in cursor.fetchall()]


def _condition(signs: Signs) -> tuple[str, list[Any]]:
    """SQL, and what is given beside it: nothing where no sign is asked for."""
    groups = sorted(map(sorted, signs), key=lambda group: (len(group), group))  # PostgreSQL asks the first ones first
    if connection.vendor == "sqlite":
        match = " AND ".join(f"({' OR '.join(map(_quoted, group))})" for group in groups)
        return "register_signs MATCH %s", [match] if match else []
    many = [group for group in groups if len(groups) > 1 and _have_many(group)]
    few = [group for group in groups if group not in many]  # first: they leave less to look at
    return " AND ".join([INDEX] * len(few) + [ROW] * len(many)), few + many


def _have_many(group: list[str]) -> bool:
    """Whether it is a stand of most rows. Of those that have the other signs most have it, and to look at some of them
    is less than to read the list of most rows."""
    return all(map(STAND.fullmatch, group)) and _share(tuple(group), int(time.monotonic() / KNOWN_FOR)) > MANY


@lru_cache(maxsize=64)
def _share(group: tuple[str, ...], when: int) -> float:
    """Of all rows, as far as PostgreSQL knew in that span of time."""
    with connection.cursor() as cursor:
        cursor.execute(SHARE, [list(group)])
        return float(cursor.fetchone()[0] or 0.0)


def _quoted(sign: str) -> str:
    escaped = sign.replace('"', '""')
    return f'"{escaped}"'
