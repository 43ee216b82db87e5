"""Say what is to be said, in order. What may have arrived before the line broke is said again."""

import asyncio
import contextlib
import logging
from typing import Any

from django.utils import timezone
from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions, ReplyParameters
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError

from svod.register.models import Chat, Outgoing
from svod.telegram.database import in_database
from svod.telegram.line import Pause

LOOK_AGAIN = 1.0  # seconds: the pages put letters here as well

log = logging.getLogger("svod.telegram")


async def send(bot: Bot, to_say: asyncio.Event) -> None:
    """For ever. Raises InvalidToken."""
    pause = Pause()
    while True:
        to_say.clear()
        while (one := await in_database(_next)) is not None:
            wait = await _try(bot, one, pause)
            if wait:
                await asyncio.sleep(wait)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LOOK_AGAIN):
                await to_say.wait()


def _next() -> Outgoing | None:
    return Outgoing.objects.first()


async def _try(bot: Bot, one: Outgoing, pause: Pause) -> float:
    """How long to wait before the next."""
    try:
        await _say(bot, one)
    except InvalidToken:
        raise
    except (Forbidden, BadRequest, ChatMigrated) as error:  # it will never be taken
        await in_database(_drop, one, error)
    except RetryAfter as error:  # it was not taken
        return pause.after(error)
    except TelegramError as error:
        return pause.after(error)
    except Exception as error:  # what cannot be said must not silence all that comes after it
        log.error("An answer cannot be said: %s", type(error).__name__)
        await in_database(one.delete)
    else:
        await in_database(one.delete)
    pause.over()
    return 0.0


async def _say(bot: Bot, one: Outgoing) -> None:
    body: dict[str, Any] = dict(one.body)
    if one.method == "confirm":
        await bot.answer_callback_query(**body)
        return
    if "reply_markup" in body:
        body["reply_markup"] = InlineKeyboardMarkup.de_json(body["reply_markup"], bot)
    if "reply_parameters" in body:
        body["reply_parameters"] = ReplyParameters(**body["reply_parameters"])
    body["link_preview_options"] = LinkPreviewOptions(is_disabled=True)
    if one.method == "edit":
        await bot.edit_message_text(chat_id=one.chat, **body)
    else:
        await bot.send_message(chat_id=one.chat, **body)


def _drop(one: Outgoing, error: TelegramError) -> None:
    """What somebody who stopped the bot would not get, nobody tries again."""
    if isinstance(error, Forbidden):
        Chat.objects.filter(pk=one.chat, blocked_at=None).update(blocked_at=timezone.now())
    elif isinstance(error, BadRequest) and one.method == "say":
        log.warning("Telegram does not take an answer: %s", error)
    one.delete()
