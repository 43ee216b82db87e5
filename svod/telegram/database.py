"""The database is asked in a thread of its own, one question after another, so that the line never waits for it."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from django.db import close_old_connections

Answer = TypeVar("Answer")

_THREAD = ThreadPoolExecutor(1, "database")


async def in_database(ask: Callable[..., Answer], *given: Any) -> Answer:
    """The answer; over a fresh connection where the last one broke or grew old, as between two requests of the web.

    Who is told to end does not wait for it; what was begun is done to its end. (asgiref's own way from here to a thread
    may forget that it was told to end.)
    """
    return await asyncio.get_running_loop().run_in_executor(_THREAD, _asked, ask, *given)


def _asked(ask: Callable[..., Answer], *given: Any) -> Answer:
    close_old_connections()
    return ask(*given)
