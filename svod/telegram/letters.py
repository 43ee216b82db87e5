"""Reminders by Telegram: each at most once, only while its reason stands, and by e-mail where the person stopped the
bot. What became of each is written down with its letter."""

import asyncio
from dataclasses import dataclass

from django.conf import settings
from telegram import Bot
from telegram.error import BadRequest, ChatMigrated, Forbidden, RetryAfter, TelegramError

from svod.register.models import Letter
from svod.register.reachable import open_chats
from svod.register.services.post import end, taken, written
from svod.telegram.database import in_database
from svod.telegram.line import Pause
from svod.telegram.reply import Reply

LOOK_EVERY = 5.0  # seconds


@dataclass(frozen=True, slots=True)
class Ready:
    """A letter that is being sent, to that chat."""

    letter: Letter
    chat: int
    texts: tuple[str, ...]


async def post_letters(bot: Bot) -> None:
    """For ever. Raises InvalidToken."""
    while True:
        while (key := await in_database(_waiting)) is not None:
            ready = await in_database(_made_ready, key)
            if ready is not None:
                await _post(bot, ready)
        await asyncio.sleep(LOOK_EVERY)


async def _post(bot: Bot, ready: Ready) -> None:
    """What may have arrived when the line broke is not sent again: its record says why."""
    try:
        for text in ready.texts:
            await _say(bot, ready.chat, text)
    except (Forbidden, ChatMigrated, BadRequest):
        await in_database(_by_mail, ready.letter)
    except TelegramError as error:
        await in_database(end, ready.letter, Letter.State.FAILED, str(error))
    else:
        await in_database(end, ready.letter, Letter.State.SENT)


async def _say(bot: Bot, chat: int, text: str) -> None:
    """Where Telegram asks for patience it has not taken the words."""
    pause = Pause()
    while True:
        try:
            await bot.send_message(chat, text)
        except RetryAfter as error:
            await asyncio.sleep(pause.after(error))
        else:
            return


def _waiting() -> int | None:
    waiting = Letter.objects.filter(way=Letter.Way.TELEGRAM, state=Letter.State.WAITING)
    return waiting.order_by("pk").values_list("pk", flat=True).first()


def _made_ready(key: int) -> Ready | None:
    """The letter, ready to be sent; None where its reason or the chat is gone."""
    letter = taken(key, Letter.Way.TELEGRAM)
    if letter is None:
        return None
    chat = open_chats().filter(person=letter.person).first()
    if chat is None:
        _by_mail(letter)
        return None
    subject = written(letter)
    return Ready(letter, chat.pk, tuple(Reply(f"{subject}\n\n{letter.text}").texts())) if subject else None


def _by_mail(letter: Letter) -> None:
    """Have the letter sent by e-mail: the worker takes it up (queue.wait_no_longer)."""
    if settings.MAIL_WORKS and letter.person.email:
        letter.way, letter.state, letter.text = Letter.Way.MAIL, Letter.State.WAITING, ""
        letter.save(update_fields=["way", "state", "text"])
    else:
        end(letter, Letter.State.FAILED, "the chat is closed")
