"""The first of all: it answers those who watch, by whatever host name they call, and measures the rest."""

import logging
from collections.abc import Callable
from ipaddress import ip_address
from secrets import compare_digest
from time import perf_counter

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotFound, JsonResponse

from svod.register.logs import route_of
from svod.web.watch import numbers
from svod.web.watch.ready import ready

log = logging.getLogger("svod.requests")

Answer = Callable[[HttpRequest], HttpResponse]
FORWARDED = ("X-Forwarded-For", "Forwarded", "X-Real-Ip")  # by a proxy, whose own address says nothing of who asks


class Watch:
    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if watched := WATCHED.get(request.path_info):
            return watched(request)
        begun = perf_counter()
        answer = self.answer(request)
        _note(request, answer.status_code, perf_counter() - begun)
        return answer


def _note(request: HttpRequest, status: int, seconds: float) -> None:
    match = request.resolver_match
    view = match.view_name or match.route if match else "none"
    told = {"method": request.method, "view": view, "status": status, "ms": round(seconds * 1000)}
    log.info("%s %s", request.method, route_of(request), extra={"told": told})
    numbers.note(view, request.method or "", status, seconds)


def _lives(request: HttpRequest) -> HttpResponse:
    return HttpResponse("alive\n", content_type="text/plain")


def _is_ready(request: HttpRequest) -> HttpResponse:
    found = ready()
    good = all(answer == "ok" for answer in found.values())
    answer = JsonResponse({"ready": good, **found}, status=200 if good else 503)
    answer._has_been_logged = True  # asked every few seconds, and whoever asks is told
    return answer


def _numbers(request: HttpRequest) -> HttpResponse:
    """As if it were not there for whoever may not see it."""
    if not settings.METRICS or not _may_see(request):
        return HttpResponseNotFound()
    return HttpResponse(numbers.written(), content_type="text/plain; version=0.0.4; charset=utf-8")


def _may_see(request: HttpRequest) -> bool:
    if settings.METRICS == "local":
        direct = not any(name in request.headers for name in FORWARDED)
        return direct and _is_loopback(request.META.get("REMOTE_ADDR", ""))
    sent = request.headers.get("Authorization", "")
    return compare_digest(sent.encode(), f"Bearer {settings.METRICS}".encode())


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:  # a socket has none
        return False


WATCHED: dict[str, Answer] = {"/health/": _lives, "/ready/": _is_ready, "/metrics": _numbers}
