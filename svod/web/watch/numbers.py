"""Requests counted over all processes of the server, and how much waits, as Prometheus reads it.

Nothing is counted unless SVOD_METRICS asks for it. `svod serve` names the folder in which the server's processes add up
(PROMETHEUS_MULTIPROC_DIR), which the library wants to know when it is loaded.
"""

import os
from functools import cache
from typing import Any, NamedTuple

from django.conf import settings

METHODS = ("GET", "POST", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE")
BUCKETS = (0.01, 0.03, 0.1, 0.3, 1, 3, 10)  # seconds


def note(view: str, method: str, status: int, seconds: float) -> None:
    if settings.METRICS:
        counters = _counters()
        counters.requests.labels(view, method if method in METHODS else "other", str(status)).inc()
        counters.lasted.labels(view).observe(seconds)


def note_slow() -> None:
    if settings.METRICS:
        _counters().slow.inc()


class _Counters(NamedTuple):
    registry: Any
    requests: Any
    lasted: Any
    slow: Any


@cache
def _counters() -> _Counters:
    from prometheus_client import CollectorRegistry, Counter, Histogram  # only where somebody counts

    registry = CollectorRegistry()
    return _Counters(
        registry,
        Counter("svod_requests", "Requests answered", ["view", "method", "status"], registry=registry),
        Histogram("svod_request_seconds", "How long they took", ["view"], buckets=BUCKETS, registry=registry),
        Counter("svod_slow_queries", "Queries slower than SVOD_SLOW_QUERY_MS", registry=registry),
    )


def written() -> bytes:
    """All numbers: what was counted, and what the register says."""
    from prometheus_client import CollectorRegistry, generate_latest

    from svod.web.watch.state import State

    asked = CollectorRegistry()
    asked.register(State())
    return counted() + generate_latest(asked)


def counted() -> bytes:
    """By this process, and by the others where there are any."""
    from prometheus_client import CollectorRegistry, generate_latest
    from prometheus_client.multiprocess import MultiProcessCollector

    registry = _counters().registry
    if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        registry = CollectorRegistry()
        MultiProcessCollector(registry)
    return generate_latest(registry)
