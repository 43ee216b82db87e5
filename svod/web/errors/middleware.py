"""Who must sign in first loses nothing that they had typed; what only takes a form says so."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme

from svod.web.errors.typed import typed
from svod.web.errors.views import for_forms_only, for_script, not_understood, signed_out


class SignInFirst(LoginRequiredMiddleware):
    """A page that somebody forgot to close is closed."""

    def handle_no_permission(self, request: HttpRequest, view_func: Callable[..., Any]) -> HttpResponse:
        if request.method == "POST" and (for_script(request) or typed(request)):
            return signed_out(request)
        if request.headers.get("HX-Request") == "true":
            return HttpResponse(headers={"HX-Refresh": "true"})  # the whole page: it asks to sign in
        if request.method == "POST":
            return redirect_to_login(_page_before(request))  # the form's own address shows nothing
        return super().handle_no_permission(request, view_func)


def _page_before(request: HttpRequest) -> str:
    """The address of our own page that the request came from; else the first page."""
    before = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(before, {request.get_host()}):
        return "/"
    parts = urlsplit(before)
    return parts.path + (f"?{parts.query}" if parts.query else "")


class NoNul:
    """No address has the character NUL in it, and PostgreSQL takes none: asked here, no page has to."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        asked = (request.path, *(text for pair in request.GET.lists() for text in (pair[0], *pair[1])))
        if any("\0" in text for text in asked):
            return not_understood(request)
        return self.answer(request)


class FormsOnly:
    """A form's address that was typed in, loaded again or bookmarked: words, where Django sends an empty page."""

    def __init__(self, answer: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        answer = self.answer(request)
        if answer.status_code != 405 or request.method != "GET":
            return answer
        return for_forms_only(request, answer["Allow"])
