"""People who write to the bot, and the bot: without a process where only what it decides is looked at."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from svod.register.models import Chat, Incoming, Outgoing, Person, TelegramBot, Update
from svod.register.services.link_chat import link, new_code
from svod.telegram import jobs
from svod.telegram.answer import answer, heard
from svod.telegram.said import Sent
from svod.telegram.work import MOST_BYTES
from tests.telegram.people import Writer
from tests.telegram.standin import BOT
from tests.world import World


@dataclass
class Desk:
    """Takes the place of Telegram: what is delivered is done at once, and what the bot says is read off its queue."""

    files: dict[str, bytes] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))
    said: list[Outgoing] = field(default_factory=list)

    def deliver(self, *contents: dict[str, Any]) -> None:
        self.keep(*contents)
        self.work()

    def keep(self, *contents: dict[str, Any]) -> None:
        jobs.keep(BOT["id"], [{"update_id": next(self.numbers), **one} for one in contents])

    def again(self, number: int, content: dict[str, Any]) -> None:
        """The same update once more."""
        jobs.keep(BOT["id"], [{"update_id": number, **content}])
        self.work()

    def work(self) -> None:
        Update.objects.update(not_before=timezone.now() - timedelta(seconds=1))  # nobody waits for the rest of an album
        while job := jobs.next_job(BOT["id"]):
            said = heard(job, BOT["id"], BOT["username"])
            answer(job, said, {one.key: self._fetched(one) for one in said.files} if said else {})
        self.said += Outgoing.objects.all()
        Outgoing.objects.all().delete()

    def _fetched(self, sent: Sent) -> bytes | None:
        return self.files[sent.key] if sent.size <= MOST_BYTES else None

    def sent(self, chat: int | None = None) -> list[Any]:
        """As the stand-in tells it."""
        return [_Sent(one) for one in self.said if one.method != "confirm" and chat in (None, one.chat)]

    def last(self) -> str:
        return self.sent()[-1].words["text"]


class _Sent:
    def __init__(self, one: Outgoing) -> None:
        self.words = {"chat_id": one.chat, **one.body}


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def writer(world: World, desk: Desk) -> Writer:
    """Somebody nobody knows."""
    TelegramBot.objects.create(number=BOT["id"], name=BOT["username"], heard_at=timezone.now())
    return Writer(desk)


@pytest.fixture
def linked(world: World, writer: Writer) -> Writer:
    """The reporter of the school."""
    link_to(world.person("reporter", world.school, "teacher"), writer)
    return writer


def link_to(person: Person, writer: Writer) -> None:
    link(new_code(person), Chat.objects.get_or_create(number=writer.number, defaults={"language": "en"})[0])


def held() -> list[Incoming]:
    return list(Incoming.objects.filter(state=Incoming.State.HELD))
