"""`python -m svod.telegram [LIFELINE]`, which is `svod telegram`, and a child of `svod serve` where a token is set."""

import asyncio
import contextlib
import fcntl
import logging
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django

from svod.register.logs import say_last_words

log = logging.getLogger("svod.telegram")
NOT_STARTED = 1


def main() -> int:
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
    with _alone(settings.DATA) as alone:
        if not alone:
            sys.stderr.write(f"Another bot is at work on the data folder {settings.DATA}.\n")
            return NOT_STARTED
        return asyncio.run(_run())


def _child(lifeline: int) -> None:
    """Of `svod serve`: it ends with it, and is not started again for what only a person can mend."""
    from svod.web.serving.lifeline import hold

    hold(lifeline)
    if main() == NOT_STARTED:
        signal.pause()


async def _run() -> int:
    """Until told to end."""
    from telegram.error import InvalidToken

    from svod.telegram.run import run

    doing = asyncio.current_task()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, doing.cancel)
    try:
        await run()
    except InvalidToken:
        sys.stderr.write("Telegram does not know the token of SVOD_TELEGRAM_TOKEN: ask @BotFather for it.\n")
        return NOT_STARTED
    except asyncio.CancelledError:
        return 0
    return 0


def _is_ready() -> bool:
    from django.db import connection

    return "register_update" in connection.introspection.table_names()


@contextmanager
def _alone(data: Path) -> Iterator[bool]:
    """Whether no other bot works on this folder: two would answer everything twice."""
    with (data / "telegram.lock").open("a") as lock, contextlib.ExitStack() as held:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            held.callback(fcntl.flock, lock, fcntl.LOCK_UN)
        except OSError:
            yield False
        else:
            yield True


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _child(int(sys.argv[1]))
    else:
        sys.exit(main())
