"""Linking a chat on the account page, and how the bot is on the page of the ways in."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from svod.register.errors import ChatCodeUnknown
from svod.register.models import Chat, TelegramBot, Update
from svod.register.services.link_chat import link
from tests.world import World

ADDRESS = "/account/telegram/"


@pytest.fixture
def reporter(client: Client, world: World) -> Client:
    TelegramBot.objects.create(number=7001, name="svod_test_bot", heard_at=timezone.now())
    client.force_login(world.people["reporter"])
    client.cookies["django_language"] = "en"
    return client


def test_it_works(reporter: Client, world: World) -> None:
    assert "Make a link" in reporter.get(ADDRESS).text
    page = reporter.post(ADDRESS).text
    found = re.search(r"https://t\.me/svod_test_bot\?start=([\w-]+)", page)
    assert found is not None
    chat = Chat.objects.create(number=42, name="Айгүл")
    assert link(found[1], chat) == world.people["reporter"]
    assert "Айгүл" in reporter.get(ADDRESS).text
    assert reporter.post(f"{ADDRESS}42/unlink/").status_code == 302
    assert Chat.objects.get().person is None


def test_the_link_shown_before_holds_no_longer(reporter: Client) -> None:
    first, second = (re.search(r"start=([\w-]+)", reporter.post(ADDRESS).text) for _time in range(2))
    assert first is not None
    assert second is not None
    with pytest.raises(ChatCodeUnknown):
        link(first[1], Chat(number=42))


def test_no_link_is_made_by_looking(reporter: Client) -> None:
    assert "start=" not in reporter.get(ADDRESS).text


def test_nobody_unlinks_somebody_elses_chat(reporter: Client, world: World) -> None:
    Chat.objects.create(number=42, person=world.people["reviewer"], linked_at=timezone.now())
    assert reporter.post(f"{ADDRESS}42/unlink/").status_code == 404


def test_without_a_bot_at_work_it_says_so(reporter: Client) -> None:
    TelegramBot.objects.update(heard_at=timezone.now() - timedelta(days=1))
    assert "No Telegram bot is at work" in reporter.post(ADDRESS).text


def test_how_the_bot_is(reporter: Client, world: World) -> None:
    Update.objects.create(bot=7001, number=1, state=Update.State.FAILED)
    reporter.force_login(world.people["chief"])
    page = reporter.get("/collecting/").text
    assert "@svod_test_bot" in page
    assert "1 message could not be taken in" in page
    assert "not at work now" not in page
    TelegramBot.objects.update(heard_at=timezone.now() - timedelta(days=1))
    assert "not at work now" in reporter.get("/collecting/").text
