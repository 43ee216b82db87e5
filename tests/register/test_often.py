"""What is asked often gets the answer that Django's own question gets, with fewer words."""

from contextlib import suppress
from threading import Thread

import pytest
from django.conf import settings
from django.db import DatabaseError, connection, models
from django.test.utils import CaptureQueriesContext

from svod.register.models import Campaign, Organisation, RoleAt
from svod.register.often import Given, Often
from tests.world import World

BY_NAME = Often(Organisation.objects.filter(name=Given("name", models.CharField())))
WITH_ITS_OWN = Often(Campaign.objects.select_related("organisation").filter(slug=Given("slug", models.SlugField())))
HELD = Often(
    RoleAt.objects.filter(person=Given("person", models.BigIntegerField())).values_list("organisation__path", "role")
)
ON_POSTGRESQL = pytest.mark.skipif(
    not settings.DATABASES["default"]["ENGINE"].endswith("postgresql"), reason="SQLite has no server"
)


def test_each_time_it_is_about_what_is_given(world: World) -> None:
    for one in Organisation.objects.all():
        assert BY_NAME.rows(name=one.name) == [one]
    assert BY_NAME.rows(name="' OR 1=1 --") == []
    assert BY_NAME.row(name="%s") is None


def test_what_goes_with_a_row_comes_with_it(world: World) -> None:
    found = WITH_ITS_OWN.row(slug=world.campaign.slug)
    with CaptureQueriesContext(connection) as asked:
        assert (found, found.organisation) == (world.campaign, world.campaign.organisation)
    assert not asked.captured_queries


def test_columns_alone_can_be_asked_for(world: World) -> None:
    for one in RoleAt.objects.select_related("organisation"):
        plain = one.person.roles.values_list("organisation__path", "role")
        assert sorted(HELD.rows(person=one.person_id)) == sorted(plain)


def test_nothing_of_an_answer_is_kept(world: World) -> None:
    name = world.campaign.organisation.name
    (found,) = BY_NAME.rows(name=name)
    found.name = "Nobody saved this"
    assert BY_NAME.row(name=name).name == name


@pytest.mark.django_db(transaction=True)
def test_threads_ask_by_their_own_connections(world: World) -> None:
    names, found = [one.name for one in Organisation.objects.all()], []

    def ask(name: str) -> None:
        try:
            found.append((name, BY_NAME.row(name=name).name))
        finally:
            connection.close()

    threads = [Thread(target=ask, args=(name,)) for name in names * 3]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == sorted((name, name) for name in names * 3)


@ON_POSTGRESQL
def test_the_server_is_told_once(world: World) -> None:
    for one in Organisation.objects.all():
        BY_NAME.rows(name=one.name)
    assert Organisation.objects.filter(name="another question").first() is None
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements WHERE statement LIKE '%%register_organisation%%'")
        told = [words for (words,) in cursor.fetchall()]
    assert len(told) == len(set(told))
    assert [words for words in told if '"register_organisation"."name" =' in words]
    assert not [words for words in told if "another question" in words]


@ON_POSTGRESQL
@pytest.mark.django_db(transaction=True)
def test_a_line_that_the_server_ended_is_not_used() -> None:
    connection.ensure_connection()
    assert connection.is_usable()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (number,) = cursor.fetchone()
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 60000)", [number])  # waits until it has ended
        assert not connection.is_usable()
    finally:
        other.close()
        connection.close()


@ON_POSTGRESQL
def test_a_line_whose_transaction_failed_is_not_used(db: None) -> None:
    with suppress(DatabaseError), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM nowhere")
    assert not connection.is_usable()
