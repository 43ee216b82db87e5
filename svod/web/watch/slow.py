"""Queries that take long: which, and how long; never what they ask for."""

import logging
import re
from collections.abc import Callable
from time import perf_counter
from typing import Any

from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper

from svod.web.watch.numbers import note_slow

log = logging.getLogger("svod.slow")

LITERAL = re.compile(r"'[^']*'")  # Django passes values beside the words; a few of its own it writes out
LONGEST = 2000


def watch(connection: BaseDatabaseWrapper, **_: Any) -> None:
    """For each connection that is opened."""
    if settings.SLOW_QUERY_MS and _timed not in connection.execute_wrappers:
        connection.execute_wrappers.append(_timed)


def _timed(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]) -> Any:
    begun = perf_counter()
    try:
        return execute(sql, params, many, context)
    finally:
        took = (perf_counter() - begun) * 1000
        if took >= settings.SLOW_QUERY_MS:
            note_slow()
            log.warning("%s", LITERAL.sub("'…'", " ".join(sql.split()))[:LONGEST], extra={"told": {"ms": round(took)}})
