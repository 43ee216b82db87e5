"""Who is known gets a receipt: once, in their language, and no list and no program does."""

from smtplib import SMTPServerDisconnected
from typing import Any

import pytest
from django.core import mail

from svod.register.mailbox import receipt
from svod.register.models import Incoming, Person, Role, RoleAt
from svod.register.queue import wait_no_longer
from svod.register.services.acknowledge import acknowledge
from svod.register.services.assign import assign, refuse
from tests.register.mailbox.conftest import Post, letter
from tests.world import World


@pytest.fixture(autouse=True)
def _mail_works(settings: Any) -> None:
    settings.MAIL_WORKS = True


@pytest.fixture
def aigul(world: World) -> Person:
    person = world.person(Role.REPORTER, world.school, "aigul")
    person.email, person.language = "aigul@example.org", "en"
    person.save()
    return person


def came(post: Post, **head: str) -> Incoming:
    post.deliver(letter(**head))
    post.fetch()
    incoming = Incoming.objects.latest("pk")
    acknowledge(incoming.pk)
    incoming.refresh_from_db()
    return incoming


def test_it_works(post: Post, aigul: Person) -> None:
    incoming = came(post, Message_ID="<a@example.org>")
    (sent,) = mail.outbox
    assert sent.to == ["aigul@example.org"]
    assert sent.subject == "Received: Отчёт школы"
    assert "Школа № 7" in sent.body
    assert f"number {incoming.submission_id}" in sent.body
    assert sent.extra_headers["Auto-Submitted"] == "auto-replied"
    assert sent.extra_headers["In-Reply-To"] == "<a@example.org>"
    assert incoming.receipt == "sent"


def test_it_goes_once(post: Post, aigul: Person) -> None:
    incoming = came(post)
    acknowledge(incoming.pk)
    assert len(mail.outbox) == 1


@pytest.mark.parametrize(
    "head", [{"List_Id": "<a.example.org>"}, {"Precedence": "bulk"}, {"Auto_Submitted": "auto-generated"}]
)
def test_no_list_and_no_program_gets_one(post: Post, aigul: Person, head: dict[str, str]) -> None:
    assert came(post, **head).receipt == "none"
    assert not mail.outbox


def test_nobody_unknown_gets_one(post: Post, world: World) -> None:
    assert came(post, sender="nobody@example.org").receipt == "none"
    assert not mail.outbox


def test_who_reports_for_two_gets_it_when_it_is_said_for_which(post: Post, world: World, aigul: Person) -> None:
    RoleAt.objects.create(person=aigul, organisation=world.abai, role=Role.REPORTER)
    held = came(post)
    assert not mail.outbox
    assign(held, world.abai, world.people["chief"])
    acknowledge(held.pk)
    assert "Областная организация Абай" in mail.outbox[0].body


def test_what_is_refused_gets_none(post: Post, world: World, aigul: Person) -> None:
    RoleAt.objects.create(person=aigul, organisation=world.abai, role=Role.REPORTER)
    held = came(post)
    refuse(held, "не отчёт", world.people["chief"])
    acknowledge(held.pk)
    assert not mail.outbox


def test_a_flood_in_somebodys_name_sends_them_no_flood(
    post: Post, aigul: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(receipt, "MOST_A_DAY", 2)
    for number in range(4):
        came(post, subject=str(number))
    assert len(mail.outbox) == 2


def test_a_receipt_that_could_not_be_sent_is_told_and_not_repeated(
    post: Post, aigul: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse_all(*_given: object) -> None:
        raise SMTPServerDisconnected

    monkeypatch.setattr(receipt.EmailMessage, "send", refuse_all)
    assert came(post).receipt == "failed"


def test_one_that_waits_and_is_in_no_task_is_queued(post: Post, aigul: Person) -> None:
    from django_tasks_db.models import DBTaskResult

    post.deliver(letter())
    post.fetch()
    DBTaskResult.objects.all().delete()
    wait_no_longer()
    assert DBTaskResult.objects.filter(task_path="svod.register.tasks.acknowledge").count() == 1


def test_without_a_mail_server_it_waits(post: Post, aigul: Person, settings: Any) -> None:
    settings.MAIL_WORKS = False
    assert came(post).receipt == "waiting"
