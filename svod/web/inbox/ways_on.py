"""A submission that could not be read, and the ways on: a better copy, its text typed in, set aside."""

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from svod.register.errors import Refused
from svod.register.models import Submission
from svod.register.permissions import may, row_or_404
from svod.register.services import ways_on
from svod.web.base.doors import campaign_or_404, tell
from svod.web.inbox.forms import Aside, BetterCopy, TypedText


@require_safe
def way_on(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    return _page(request, _submission(request, slug, key, "see"))


@require_POST
def better_copy(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """A file in its place; the old one stays on record."""
    submission = _submission(request, slug, key, "submit")
    form = BetterCopy(request.POST, request.FILES)
    if not form.is_valid():
        return _page(request, submission, copy_form=form)
    file = form.cleaned_data["file"]
    return _done(request, slug, submission, _("The better copy is received."), ways_on.replace, file, file.name)


@require_POST
def typed(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    submission = _submission(request, slug, key, "submit")
    form = TypedText(request.POST)
    if not form.is_valid():
        return _page(request, submission, text_form=form)
    return _done(request, slug, submission, _("The text is received."), ways_on.type_in, form.cleaned_data["text"])


@require_POST
def aside(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    submission = _submission(request, slug, key, "submit")
    form = Aside(request.POST)
    if not form.is_valid():
        return _page(request, submission, aside_form=form)
    return _done(request, slug, submission, _("It is set aside."), ways_on.set_aside, form.cleaned_data["why"])


def _submission(request: HttpRequest, slug: str, key: int, action: str) -> Submission:
    campaign = campaign_or_404(request, slug)
    rows = Submission.objects.filter(campaign=campaign).select_related("organisation", "replaced_by", "received_by")
    return row_or_404(rows, request.user, action, pk=key)


def _done(
    request: HttpRequest, slug: str, submission: Submission, said: str, service: Any, *given: Any
) -> HttpResponse:
    try:
        service(submission, *given, request.user)
    except Refused as refusal:
        tell(request, refusal)
        return redirect("inbox_way_on", slug, submission.pk)
    messages.success(request, said)
    return redirect("inbox", slug)


def _page(request: HttpRequest, submission: Submission, **forms: Form) -> HttpResponse:
    shown = {"copy_form": BetterCopy(), "text_form": TypedText(), "aside_form": Aside(), **forms}
    allowed = may(request.user, "submit", submission.organisation)
    context = {"submission": submission, "may_go_on": allowed and submission.is_stuck, **shown}
    return render(request, "inbox/way_on.html", context, status=422 if forms else 200)
