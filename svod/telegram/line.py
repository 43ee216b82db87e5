"""The line to Telegram. What came is kept in the database first and confirmed to Telegram after: a process that dies in
between is delivered the same again, and knows it by its number."""

import asyncio
import logging
import os
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

from telegram import Bot
from telegram.error import Conflict, EndPointNotFound, InvalidToken, RetryAfter, TelegramError
from telegram.request import HTTPXRequest

LONG_POLL = 50  # seconds that Telegram holds a question open while nothing comes
ASKED_FOR = ["message", "edited_message", "callback_query", "my_chat_member"]
AT_ONCE = 100
LONGEST_PAUSE = 15.0
CONNECTIONS = 4
TIMES = {"connect_timeout": 10.0, "read_timeout": 30.0, "write_timeout": 30.0, "pool_timeout": 30.0}

log = logging.getLogger("svod.telegram")
os.environ["PTB_TIMEDELTA"] = "true"  # the library's way from its next version on: durations are no bare numbers


def bot_at(address: str, token: str) -> Bot:
    """`address` is where the Bot API is spoken: Telegram's own, or a server of one's own."""
    address = address.rstrip("/")
    return Bot(
        token,
        base_url=f"{address}/bot",
        base_file_url=f"{address}/file/bot",
        request=HTTPXRequest(connection_pool_size=CONNECTIONS, **TIMES),
        get_updates_request=HTTPXRequest(connection_pool_size=1, **TIMES),
    )


class Pause:
    """How long to wait after a failure: longer each time, until something succeeds."""

    def __init__(self) -> None:
        self._failures = 0

    def over(self) -> None:
        self._failures = 0

    def after(self, error: TelegramError) -> float:
        self._failures += 1
        if isinstance(error, RetryAfter):
            wait = error.retry_after
            return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
        if isinstance(error, Conflict):
            log.warning("Another program fetches this bot's messages with the same token: one of the two must end.")
        return min(LONGEST_PAUSE, 0.25 * 2**self._failures)


async def patiently(ask: Callable[[], Awaitable[Any]]) -> Any:
    """The answer, as soon as there is one. Raises InvalidToken."""
    pause = Pause()
    while True:
        try:
            return await ask()
        except EndPointNotFound as error:  # what the library makes of "unauthorised" once it has been let in
            raise InvalidToken from error
        except InvalidToken:
            raise
        except TelegramError as error:
            await asyncio.sleep(pause.after(error))


async def listen(bot: Bot, keep: Callable[[list[dict[str, Any]]], Awaitable[None]]) -> None:
    """Fetch what comes, for ever. Raises InvalidToken."""
    offset, most = 0, AT_ONCE

    async def fetch() -> list[dict[str, Any]]:
        """Less at once where the line breaks: a poor one never brings a hundred messages whole."""
        nonlocal most
        asked, most = most, max(1, most // 4)
        found = await _fetch(bot, offset, asked)
        most = min(AT_ONCE, asked * 2)
        return found

    while True:
        came = await patiently(fetch)
        await keep(came)
        if came:
            offset = came[-1]["update_id"] + 1


async def _fetch(bot: Bot, offset: int, most: int) -> list[dict[str, Any]]:
    """As Telegram tells it, before anything is made of it: what this version of the library does not understand is kept
    as well, and stops nothing. The library has a method of its own for "getUpdates", but names are read in any case."""
    asked = {"offset": offset, "limit": most, "timeout": LONG_POLL, "allowed_updates": ASKED_FOR}
    found: Any = await bot.do_api_request(
        "GetUpdates", api_kwargs=asked, read_timeout=LONG_POLL + TIMES["read_timeout"]
    )
    return list(found)
