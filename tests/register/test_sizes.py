"""How SQLite's tables are filled is learned, now and then."""

import pytest
from django.db import connection

from svod.register.sqlite.sizes import learn_sizes
from tests.register import made
from tests.world import World


def test_it_is_learned_once_in_a_while(world: World) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL learns by itself")
    made.activity(world, made.document(world))
    learn_sizes()
    assert learned() == 1
    made.activity(world, made.document(world))
    learn_sizes()  # at once again: it is left
    assert learned() == 1


def learned() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT stat FROM sqlite_stat1 WHERE idx = 'activity_by_organisation'")
        return int(cursor.fetchone()[0].split()[0])


def test_postgresql_is_left_to_itself(db: None, django_assert_num_queries) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("SQLite is told")
    with django_assert_num_queries(0):
        learn_sizes()
