"""`python -m svod.telegram [LIFELINE]`, which is `svod telegram`, and a child of `svod serve` where a token is set."""

import asyncio
import logging
import os
import signal
import sys
import time
from typing import TYPE_CHECKING

import django

from svod.register.logs import say_last_words

log = logging.getLogger("svod.telegram")
NOT_STARTED = 1
LOST = 2  # another bot may be at work by now
LOOK_EVERY = 10.0  # seconds

if TYPE_CHECKING:
    from svod.register.lease import Lease


def main(waits: bool = False) -> int:
    """`waits`: until the bot that is at work, here or on another machine, has ended."""
    if not os.environ.get("SVOD_TELEGRAM_TOKEN"):
        sys.stderr.write("No bot is named. Set SVOD_TELEGRAM_TOKEN to what @BotFather gave you.\n")
        return NOT_STARTED
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "svod.settings.local")
    django.setup()
    say_last_words()
    from django.conf import settings

    if not _is_ready():
        sys.stderr.write(f"There is no register in {settings.DATA} yet: svod serve makes it.\n")
        return NOT_STARTED
    from svod.register.lease import Lease

    alone = Lease("telegram")  # two would answer everything twice
    while not alone.take():
        if not waits:
            sys.stderr.write(f"Another bot is at work on the register of {settings.DATA}.\n")
            return NOT_STARTED
        time.sleep(LOOK_EVERY)
    return asyncio.run(_run(alone))


def _child(lifeline: int) -> None:
    """Of `svod serve`: it ends with it, and is not started again for what only a person can mend."""
    from svod.web.serving.lifeline import hold

    hold(lifeline)
    ended = main(waits=True)
    if ended == NOT_STARTED:
        signal.pause()
    sys.exit(ended)


async def _run(alone: "Lease") -> int:
    """Until told to end, or until it may be at work no longer."""
    from telegram.error import InvalidToken

    from svod.telegram.run import run

    doing = asyncio.current_task()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, doing.cancel)
    watch = asyncio.create_task(_while_alone(alone, doing))
    try:
        await run()
    except InvalidToken:
        sys.stderr.write("Telegram does not know the token of SVOD_TELEGRAM_TOKEN: ask @BotFather for it.\n")
        return NOT_STARTED
    except asyncio.CancelledError:
        return LOST if watch.done() else 0
    finally:
        watch.cancel()
    return 0


async def _while_alone(alone: "Lease", doing: "asyncio.Task[int]") -> None:
    """Ends what is done once the lease is gone: the database was away, and somebody else may have it now."""
    while await asyncio.to_thread(alone.holds):
        await asyncio.sleep(LOOK_EVERY)
    doing.cancel()


def _is_ready() -> bool:
    from django.db import connection

    return "register_update" in connection.introspection.table_names()


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _child(int(sys.argv[1]))
    else:
        sys.exit(main())
