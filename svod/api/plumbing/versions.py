"""Versions: what has not changed is not sent again, and what has changed meanwhile is not written over.

An ETag is `"7-3f2a…"`: before the dash the version of the row where it has one, after it the hash of the answer. A
change that names an ETag in If-Match is made only to that version of the row; what else the answer told does not count.
"""

import hashlib
import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified

from svod.register.errors import Stale
from svod.register.models.fields import Versioned

NAMED = re.compile(r'^"(\d+)(?:-[^"]*)?"$')


def seen(request: HttpRequest, row: Versioned) -> None:
    """Note which version of the row the answer is about."""
    request.row_version = row.version


def unchanged(request: HttpRequest, row: Versioned) -> None:
    """Raise Stale where the request names another version. The service looks once more when it writes."""
    asked = [one.strip() for one in request.headers.get("If-Match", "*").split(",")]
    if "*" not in asked and row.version not in {int(found[1]) for one in asked if (found := NAMED.match(one))}:
        raise Stale(row=row)
    request.row_version = None  # until the answer tells the new one


def with_etag(run: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Give every answer that shows something its ETag; 304 where the caller has it already."""

    @wraps(run)
    def answered(request: HttpRequest, *given: Any, **named: Any) -> HttpResponse:
        answer = run(request, *given, **named)
        if answer.streaming or answer.status_code != 200 or not answer.content:
            return answer
        version = getattr(request, "row_version", None)
        told = hashlib.sha256(answer.content).hexdigest()[:20]
        answer["ETag"] = f'"{version}-{told}"' if version else f'"-{told}"'
        answer.headers.setdefault("Cache-Control", "private, no-cache")
        answer["Vary"] = "Authorization, Accept-Language"
        if request.method == "GET" and _has(request, answer["ETag"]):
            return _not_modified(answer)
        return answer

    return answered


def _has(request: HttpRequest, etag: str) -> bool:
    asked = [one.strip().removeprefix("W/") for one in request.headers.get("If-None-Match", "").split(",")]
    return etag in asked or "*" in asked


def _not_modified(answer: HttpResponse) -> HttpResponse:
    short = HttpResponseNotModified()
    for name in ("ETag", "Cache-Control", "Vary"):
        short[name] = answer[name]
    return short
