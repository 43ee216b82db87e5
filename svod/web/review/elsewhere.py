"""A submission that should not be here: another organisation's, or nobody's. Each asks first, and says what follows."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from svod.register.errors import Refused
from svod.register.models import Submission
from svod.register.services.move import move
from svod.register.services.withdraw import withdraw
from svod.web.base.doors import tell
from svod.web.inbox.choices import organisations_for
from svod.web.inbox.forms import Aside, Elsewhere
from svod.web.inbox.listing import count_findings
from svod.web.review.reach import submission_or_404
from svod.web.review.sheet import Sheet


@require_http_methods(["GET", "POST"])
def move_whole(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    submission = submission_or_404(request, slug, key, "review")
    form = elsewhere(request, submission, request.POST or None)
    if request.method == "POST" and form.is_valid():
        other = form.cleaned_data["organisation"]
        said = _("It is the report of %(organisation)s now.") % {"organisation": other.called}
        return _done(request, submission, "review_move", said, move, other)
    return _page(request, submission, form, "review/move.html")


@require_http_methods(["GET", "POST"])
def withdraw_whole(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    submission = submission_or_404(request, slug, key, "review")
    form = Aside(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = _("It is withdrawn and counts no more.")
        return _done(request, submission, "review_withdraw", said, withdraw, form.cleaned_data["why"])
    return _page(request, submission, form, "review/withdraw.html")


def elsewhere(request: HttpRequest, submission: Submission, given: Any) -> Elsewhere:
    """To where the person checks reports as well."""
    others = organisations_for(request.user, submission.campaign, "review").exclude(pk=submission.organisation_id)
    return Elsewhere(given, choices=others, search=reverse("inbox_organisations", args=[submission.campaign.slug]))


def _done(
    request: HttpRequest, submission: Submission, page: str, said: str, service: Callable[..., None], given: object
) -> HttpResponse:
    here = (submission.campaign.slug, submission.pk)
    try:
        service(submission, given, request.user)
    except Refused as refusal:
        tell(request, refusal)
        return redirect(page, *here)
    messages.success(request, said)
    return redirect("submission", *here)


def _page(request: HttpRequest, submission: Submission, form: Any, template: str) -> HttpResponse:
    count_findings([submission])
    context = {"submission": submission, "form": form, "signature": Sheet(submission, request.user).signature}
    return render(request, template, context, status=422 if form.is_bound else 200)
