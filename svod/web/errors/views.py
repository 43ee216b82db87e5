"""Django's pages of errors, in our frame and in words."""

import logging
import sys
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from svod.register.proof.broken import is_broken, is_full, told
from svod.web.errors.typed import typed
from svod.web.public.missing import is_outside, missing

log = logging.getLogger(__name__)

TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What one must not see is not found either: the page does not tell which of the two it is."""
    if is_outside(request) and not for_script(request):
        return missing(request)
    what = _("There is no such page, or it belongs to organisations you do not look after.")
    todo = _("Check the address, or begin at the first page. Whoever sent you the link may have to invite you first.")
    return _page(request, 404, _("Not found"), what, todo)


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    what = _("Your role does not allow this.")
    todo = _("Ask somebody whose role allows it to do it. Administrators give roles on the page “People”.")
    return _page(request, 403, _("Not allowed"), what, todo)


def not_understood(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    if isinstance(exception, TOO_LARGE):
        return too_large(request)
    what = _("The server did not understand what your browser sent.")
    return _page(request, 400, _("Not understood"), what, _("Go back, load the page anew and try again."))


def too_large(request: HttpRequest) -> HttpResponse:
    what = _("More was sent at once than the server takes.")
    todo = _("Send fewer files at a time, or a shorter text. Large files go in pieces from the inbox with a script on.")
    return _page(request, 413, _("Too large"), what, todo)


@login_not_required
def stale_page(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without a good token: the page is from before somebody signed in, or from another site."""
    what = _("The page is older than your signing in, or your browser keeps no cookies. Nothing was changed.")
    todo = _("Go back, load the page anew, and send the form again. Cookies of this site must be allowed.")
    return _page(request, 403, _("Not taken"), what, todo, typed=typed(request))


def failed(request: HttpRequest) -> HttpResponse:
    """A fault of ours. It is written where the program was started; if the frame fails, too, the words stand alone."""
    error = sys.exc_info()[1]
    if is_broken(error):
        log.critical(told(error))
    title, what = _("Something went wrong"), _("The fault is ours, not yours. Nothing was half done.")
    todo = _("Try again in a minute. If it happens again, tell whoever runs this server what you did and when.")
    status = 500
    if is_full(error):
        title, status = _("No room left"), 507
        what = _("The server's disk is full. Nothing was taken or changed.")
        todo = _("Keep what you have and tell whoever runs this server. Send it again when there is room.")
    try:
        return _page(request, status, title, what, todo, typed=typed(request) if status == 507 else None)
    except Exception:  # the database may be what failed
        around = {"title": title, "what": what, "todo": todo}
        return HttpResponse(render_to_string("errors/bare.html", around), status=status)


def signed_out(request: HttpRequest) -> HttpResponse:
    """Somebody was away too long while they wrote."""
    what = _("You were signed out while you were writing. Nothing was changed.")
    todo = _("Copy what you wrote, sign in, and send it again.")
    if for_script(request):
        what, todo = _("You were signed out meanwhile."), _("Load the page anew, sign in, and send the files again.")
    around = {"typed": typed(request), "sign_in": settings.LOGIN_URL}
    return _page(request, 401, _("Signed out"), what, todo, **around)


def for_forms_only(request: HttpRequest, allowed: str) -> HttpResponse:
    what, todo = _("This address only takes what a form sends."), _("Go back, or begin at the first page.")
    answer = _page(request, 405, _("Nothing to show here"), what, todo)
    answer["Allow"] = allowed
    return answer


def for_script(request: HttpRequest) -> bool:
    """Whether the page's script asks: it shows the words and no page."""
    return "application/json" in request.headers.get("Accept", "")


def _page(request: HttpRequest, status: int, title: str, what: str, todo: str, **more: Any) -> HttpResponse:
    if for_script(request):
        return JsonResponse({"message": f"{what} {todo}"}, status=status)
    answer = render(request, "errors/page.html", {"title": title, "what": what, "todo": todo, **more}, status=status)
    if more.get("typed") and request.headers.get("HX-Request") == "true":
        answer.status_code = 200  # or htmx shows nothing
        answer["HX-Retarget"], answer["HX-Reswap"] = "body", "innerHTML"
    return answer
