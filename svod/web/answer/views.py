"""Answer a survey, by a code on the wall. Nothing is asked of the session and nothing set in the browser."""

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request, override
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from svod.language import LANGUAGES
from svod.register.errors import Refused
from svod.register.models import Survey
from svod.register.services.answer_survey import answer_survey, takes_answers
from svod.web.answer.bucket import WAIT, Bucket
from svod.web.answer.forms import AnswerForm
from svod.web.answer.site import AskedSite

BUCKET = Bucket()

View = Callable[..., HttpResponse]


@login_not_required
@require_safe
def in_some_language(request: HttpRequest, token: str) -> HttpResponse:
    """To the page in the reader's own language, if it has that; the group of the code goes along."""
    survey = _survey(token)
    found = get_language_from_request(request)
    site = _site(survey, found if found in LANGUAGES else "ru", request.GET.get("group", ""))
    answer = redirect(site.address("home"))
    patch_vary_headers(answer, ["Accept-Language"])
    return answer


def asked(view: View) -> View:
    """A page of the survey in its language, that no cache keeps; its view is given the AskedSite.

    The form needs no token against forgery: it acts in nobody's name.
    """

    @login_not_required
    @csrf_exempt
    @never_cache
    @wraps(view)
    def answer(request: HttpRequest, token: str, language: str) -> HttpResponse:
        if language not in LANGUAGES:
            raise Http404
        with override(language):
            found = view(request, _site(_survey(token), language, request.GET.get("group", "")))
        found["Content-Language"] = language
        found["X-Robots-Tag"] = "noindex"
        return found

    return answer


@asked
@require_http_methods(["GET", "HEAD", "POST"])
def form(request: HttpRequest, site: AskedSite) -> HttpResponse:
    if not takes_answers(site.survey, timezone.localdate()):
        return _page(site, "closed", status=410)
    sent = AnswerForm(request.POST or None, asked=site.asked, language=site.language, group=site.group)
    if request.method != "POST" or not sent.is_valid():
        return _page(site, "page", form=sent)
    if not BUCKET.takes(site.survey.pk, time.monotonic()):
        busy = _page(site, "page", status=429, form=sent, busy=True)
        busy["Retry-After"] = str(WAIT)
        return busy
    told = sent.cleaned_data
    try:
        answer_survey(site.survey, told["key"], told["group"], sent.chosen(), timezone.localdate())
    except Refused:
        return _page(site, "closed", status=410)
    return redirect(site.address("thanks"))


@asked
@require_safe
def thanks(request: HttpRequest, site: AskedSite) -> HttpResponse:
    return _page(site, "thanks")


@asked
@require_safe
def safety(request: HttpRequest, site: AskedSite) -> HttpResponse:
    return _page(site, "safety")


def _survey(token: str) -> Survey:
    survey = Survey.objects.select_related("campaign__organisation", "organisation").filter(token=token).first()
    if survey is None or survey.asked is None:
        raise Http404
    return survey


def _site(survey: Survey, language: str, group: str) -> AskedSite:
    asked = survey.asked
    if asked is None:
        raise Http404
    known = {one.code for one in asked.groups}
    return AskedSite(survey, asked, language, group if group in known else "")


def _page(site: AskedSite, template: str, status: int = 200, **more: Any) -> HttpResponse:
    """Drawn without the request: no session is opened, so no cookie can be set."""
    around = {"site": site, "languages": LANGUAGES, **more}
    return HttpResponse(render_to_string(f"answer/{template}.html", around), status=status)
