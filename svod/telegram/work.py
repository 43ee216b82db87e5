"""Do what is kept, one after another. Files are fetched first, so that nothing waits for the line with the database
open; where it fails, what was said is put off and the next chat has its turn."""

import asyncio
import contextlib
import logging

from telegram import Bot
from telegram.error import BadRequest, TelegramError

from svod.register.models import TelegramBot
from svod.telegram import answer, jobs
from svod.telegram.database import in_database
from svod.telegram.said import Said, Sent
from svod.telegram.words import MOST_MEGABYTES

LOOK_AGAIN = 0.5  # seconds, where nobody woke us: something was put off, or an album is whole now
MOST_BYTES = MOST_MEGABYTES * 1024 * 1024
TOO_LARGE = "file is too big"  # how Telegram says so

log = logging.getLogger("svod.telegram")


async def work(bot: Bot, me: TelegramBot, came: asyncio.Event, to_say: asyncio.Event) -> None:
    """For ever. `came` wakes it, it wakes who says what is `to_say`."""
    while True:
        came.clear()
        while job := await in_database(jobs.next_job, me.number):
            await _do(bot, me, job)
            to_say.set()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(LOOK_AGAIN):
                await came.wait()


async def _do(bot: Bot, me: TelegramBot, job: jobs.Job) -> None:
    said, fetching = None, False
    try:
        said = answer.heard(job, me.number, me.name)
        fetching = True
        files = {one.key: await _fetched(bot, one) for one in said.files} if said else {}
        fetching = False
        await in_database(answer.answer, job, said, files)
    except Exception as error:  # one message stops nobody else's; its words are in no log
        if not isinstance(error, TelegramError):
            log.error("Update %s could not be done: %s in %s", job[0].number, type(error).__name__, _where(error))
        await in_database(_put_off, job, said, fetching)


def _put_off(job: jobs.Job, said: Said | None, fetching: bool) -> None:
    if jobs.put_off(job, jobs.MOST_FETCHES if fetching else jobs.MOST_ATTEMPTS):
        return
    log.error("Update %s is given up.", job[0].number)
    if said is not None:
        answer.give_up(job, said, fetching=fetching)


async def _fetched(bot: Bot, sent: Sent) -> bytes | None:
    """None where Telegram gives none so large. Raises TelegramError where the line fails or ends too soon."""
    if sent.size > MOST_BYTES:
        return None
    try:
        file = await bot.get_file(sent.key)
    except BadRequest as error:
        if TOO_LARGE in str(error).lower():
            return None
        raise
    data = bytes(await file.download_as_bytearray())
    return data if len(data) <= MOST_BYTES else None


def _where(error: BaseException) -> str:
    """The line of ours that it happened in: no word of what was said."""
    place, found = error.__traceback__, "?"
    while place is not None:
        found = f"{place.tb_frame.f_code.co_filename.rpartition('/')[2]}:{place.tb_lineno}"
        place = place.tb_next
    return found
