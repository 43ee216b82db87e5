"""Who must sign in first: they lose nothing that they had typed."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse

from svod.web.errors.typed import typed
from svod.web.errors.views import signed_out


class SignInFirst(LoginRequiredMiddleware):
    """A page that somebody forgot to close is closed."""

    def handle_no_permission(self, request: HttpRequest, view_func: Callable[..., Any]) -> HttpResponse:
        if request.method == "POST" and typed(request):
            return signed_out(request)
        if request.headers.get("HX-Request") == "true":
            return HttpResponse(headers={"HX-Refresh": "true"})  # the whole page: it asks to sign in
        return super().handle_no_permission(request, view_func)
