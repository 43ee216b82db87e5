"""A public page is the same for everybody: caches are told so, whatever the middleware behind asked of its request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class SameForAll:
    """Around those that look for a session and a language: each leaves its "Vary" behind, and a cache would keep a copy
    for every cookie and every list of languages. The address says the language, and nobody's cookie is read."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.answer(request)
        if getattr(answer, "same_for_all", False):
            answer["Vary"] = "Accept-Encoding"
        return answer
