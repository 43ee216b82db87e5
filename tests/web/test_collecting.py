"""How the ways are by which reports come from outside."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django_tasks_db.models import DBTaskResult

from svod.register.mailbox.place import place_of
from svod.register.models import Mailbox
from svod.register.services.receive import receive
from tests.register.test_receive import message
from tests.world import World

MOMENT = datetime(2025, 12, 2, 10, 0, tzinfo=ZoneInfo("Asia/Almaty"))


@pytest.fixture
def chief(client: Client, world: World, settings: Any) -> Client:
    settings.MAILBOX = place_of("imaps://otchet%40example.org:secret@imap.example.org")
    client.force_login(world.people["chief"])
    client.cookies["django_language"] = "en"
    return client


def test_it_works(chief: Client, settings: Any) -> None:
    receive(message())
    Mailbox.objects.create(address=settings.MAILBOX.name, fetched_at=MOMENT, trouble="login", trouble_since=MOMENT)
    page = chief.get("/collecting/").text
    assert "otchet@example.org · imap.example.org · INBOX" in page
    assert "refuses the user name or the password" in page
    assert "2 Dec 2025, 10:00" in page
    assert "secret" not in page


def test_before_the_first_look(chief: Client) -> None:
    assert "Nothing was fetched from it yet" in chief.get("/collecting/").text


def test_without_a_mailbox_it_says_how_to_name_one(chief: Client, settings: Any) -> None:
    settings.MAILBOX = None
    assert "SVOD_MAILBOX" in chief.get("/collecting/").text
    chief.post("/collecting/mailbox/fetch/")
    assert not DBTaskResult.objects.exists()


def test_a_worker_looks_at_once(chief: Client) -> None:
    chief.post("/collecting/mailbox/fetch/")
    assert DBTaskResult.objects.get().task_path == "svod.register.tasks.fetch_mail"


def test_only_who_administers_sees_it(client: Client, world: World) -> None:
    client.force_login(world.people["coordinator"])
    assert client.get("/collecting/").status_code == 403
    assert client.post("/collecting/mailbox/fetch/").status_code == 403
