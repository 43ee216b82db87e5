"""Errors below /api/ that no operation told, since none was reached, as problems too: an unknown address, a method that
is not there, NUL in an address, a fault of ours."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from svod.api.plumbing.problems import MEDIA, problem

BELOW = "/api/"
KEPT = ("Allow", "Retry-After", "WWW-Authenticate")


class Problems:
    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.answer(request)
        told = answer.get("Content-Type", "").startswith(MEDIA)
        if not request.path.startswith(BELOW) or answer.status_code < 400 or told:
            return answer
        found = problem(answer.status_code)
        for name in KEPT:
            if name in answer:
                found[name] = answer[name]
        return found
