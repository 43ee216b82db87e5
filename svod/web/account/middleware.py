"""What holds for each request of somebody signed in: their language, and how long they may be away."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import translation

Answer = Callable[[HttpRequest], HttpResponse]
NOTED_EVERY = 60  # seconds: not every request writes the session


class PersonLanguage:
    """The language a person chose once holds on every machine they sign in from."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = getattr(request.user, "language", "")
        if language and language != translation.get_language():
            translation.activate(language)
            request.LANGUAGE_CODE = language
        return self.answer(request)


class IdleSignOut:
    """Who did not ask to be remembered is signed out after a while without a request: a shared computer.

    A part of a page that fetches itself anew is no sign of a person.
    """

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        longest = settings.SIGN_OUT_AFTER
        if longest and request.user.is_authenticated and request.session.get_expire_at_browser_close():
            now, seen = time.time(), request.session.get("seen_at")
            part = request.headers.get("HX-Request") == "true"
            if seen is not None and now - seen > longest:
                logout(request)
                if part and request.method == "GET":
                    return HttpResponse(headers={"HX-Refresh": "true"})  # the whole page: it asks to sign in
            elif (seen is None or not 0 <= now - seen <= NOTED_EVERY) and not (part and request.method == "GET"):
                request.session["seen_at"] = now
        return self.answer(request)
