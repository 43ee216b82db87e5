"""The bot at work: it listens, does, says and follows up, all at once and each at its own pace."""

import asyncio
import logging
import sys
from collections.abc import Callable, Coroutine
from typing import Any

from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone, translation
from telegram import Bot, BotCommand
from telegram.error import InvalidToken

from svod.language import LANGUAGES
from svod.register.models import TelegramBot
from svod.telegram import jobs, words
from svod.telegram.database import in_database
from svod.telegram.follow import follow
from svod.telegram.letters import post_letters
from svod.telegram.line import bot_at, listen, patiently
from svod.telegram.send import send
from svod.telegram.work import work

FOLLOW_EVERY = 2.0  # seconds
FORGET_EVERY = 3600.0
REST = 3.0

log = logging.getLogger("svod.telegram")


async def run() -> None:
    """For ever. Raises InvalidToken."""
    bot = bot_at(settings.TELEGRAM_API, settings.TELEGRAM_TOKEN)
    try:
        await patiently(bot.initialize)
        me = await in_database(_heard, bot)
        sys.stdout.write(f"The bot is at work: https://t.me/{me.name}\n")
        sys.stdout.flush()
        await _all_at_once(bot, me)
    except* InvalidToken as found:
        raise InvalidToken from found
    finally:
        await bot.shutdown()


async def _all_at_once(bot: Bot, me: TelegramBot) -> None:
    came, to_say = asyncio.Event(), asyncio.Event()

    async def keep(bodies: list[dict[str, Any]]) -> None:
        await in_database(jobs.keep, me.number, bodies)
        await in_database(_heard, bot)
        came.set()

    doings: tuple[Callable[[], Coroutine[Any, Any, None]], ...] = (
        lambda: _show_commands(bot),
        lambda: listen(bot, keep),
        lambda: work(bot, me, came, to_say),
        lambda: send(bot, to_say),
        lambda: post_letters(bot),
        lambda: _follow(to_say),
        _forget,
    )
    async with asyncio.TaskGroup() as group:
        for doing in doings:
            group.create_task(_steadily(doing))


async def _steadily(doing: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Begun anew where the database is away for a while: what is to be done is told by its rows."""
    while True:
        try:
            return await doing()
        except DatabaseError as error:
            log.warning("The database does not answer: %s", type(error).__name__)
            await asyncio.sleep(REST)


def _heard(bot: Bot) -> TelegramBot:
    """Who it is, and that it reached Telegram now: the account page leads to a bot that is at work."""
    told = {"name": bot.username, "heard_at": timezone.now()}
    return TelegramBot.objects.update_or_create(number=bot.id, defaults=told)[0]


async def _show_commands(bot: Bot) -> None:
    """In the menu of the chat, in each language; in Russian to whoever speaks none of them."""
    for language in ("", *LANGUAGES):
        with translation.override(language or "ru"):
            listed = [BotCommand(name, told) for name, told in words.commands().items()]
        await patiently(lambda listed=listed, code=language: bot.set_my_commands(listed, language_code=code or None))


async def _follow(to_say: asyncio.Event) -> None:
    while True:
        if await in_database(follow):
            to_say.set()
        await asyncio.sleep(FOLLOW_EVERY)


async def _forget() -> None:
    while True:
        await in_database(jobs.forget_old)
        await asyncio.sleep(FORGET_EVERY)
