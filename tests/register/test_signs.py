"""The index of signs is at every moment the one that would be made of the rows anew."""

from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from svod.register import signs
from svod.register.models import Activity
from svod.register.signs import asked
from svod.register.triggers import ensure
from tests.register import made
from tests.register.test_books import CHANGES
from tests.world import World

WAYS_TO_LOSE = {
    "sqlite": "INSERT INTO register_signs (register_signs) VALUES ('delete-all')",
    "postgresql": "TRUNCATE register_signs",
}


@pytest.fixture
def rows(world: World) -> list[Activity]:
    of = made.document(world)
    few = {"participants_least": 20, "participants_most": 20}
    return [
        made.activity(world, of, title="Айналым", audience=("parents", "pupils"), partners=("police",), **few),
        made.activity(world, of, title="Берег", confidence=0.5, online=True, materials=("booklet",)),
        made.activity(world, of, title="Ветер", confidence=0.5, first_day=made.day(1), last_day=made.day(2)),
    ]


def indexed() -> list[Any]:
    """What the index holds, in an order that does not matter."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("CREATE VIRTUAL TABLE temp.signs_held USING fts5vocab(main, register_signs, row)")
            cursor.execute("SELECT term, doc FROM temp.signs_held ORDER BY term")
            found = cursor.fetchall()
            cursor.execute("DROP TABLE temp.signs_held")
        else:
            cursor.execute("SELECT rowid, signs FROM register_signs ORDER BY rowid")
            found = cursor.fetchall()
    return [tuple(one) for one in found]


def made_anew() -> list[Any]:
    ensure(connection, signs.PREFIX, {})
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE register_signs")
    signs.set_up()
    return indexed()


def test_it_follows_every_change(world: World, rows: list[Activity]) -> None:
    before = indexed()
    for number, change in enumerate(CHANGES.values()):
        change(world, Activity.objects.filter(pk=rows[number % len(rows)].pk))
    Activity.objects.filter(pk=rows[0].pk).update(confidence=0.1, state="draft", decided_at=timezone.now())
    after = indexed()
    assert after != before
    assert after == made_anew()


def test_what_was_broken_off_is_done_again(world: World, rows: list[Activity]) -> None:
    before = indexed()
    with connection.cursor() as cursor:
        cursor.execute(WAYS_TO_LOSE[connection.vendor])
        if connection.vendor == "postgresql":  # it is made last: where it is missing, the filling was broken off
            cursor.execute("SELECT indexname FROM pg_indexes WHERE indexname LIKE %s", [f"{signs.PREFIX}%"])
            cursor.execute(f"DROP INDEX {cursor.fetchone()[0]}")
        else:  # all of it is one transaction, which ends with the triggers
            ensure(connection, signs.PREFIX, {})
    assert not indexed()
    signs.set_up()
    assert indexed() == before
    signs.set_up()
    assert indexed() == before


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite's index reads what it needs")
def test_a_sign_of_most_rows_is_asked_of_those_that_have_the_others(world: World, rows: list[Activity]) -> None:
    """Whether PostgreSQL knows or not how many have it, what is found is the same."""
    stand = {f"{world.campaign.pk}dho"}
    found = signs.some([stand, {"айналым"}], 10)
    assert not asked._have_many(sorted(stand))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE register_signs")
    asked._share.cache_clear()
    assert asked._have_many(sorted(stand))
    assert signs.some([stand, {"айналым"}], 10) == found == [rows[0].pk]
    asked._share.cache_clear()
