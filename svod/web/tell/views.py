"""The page where one tells, and what takes the telling from its plain form."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_http_methods, require_safe

from svod.register.errors import Refused
from svod.register.models import Campaign, Submission
from svod.register.services.numbers import understood
from svod.register.services.photos import MOST
from svod.web.base.doors import campaign_or_404
from svod.web.base.refusals import words
from svod.web.errors.views import for_script
from svod.web.inbox.choices import organisations_for, own_organisation
from svod.web.tell import queue
from svod.web.tell.care import care_about
from svod.web.tell.forms import FORMS, ToldForm
from svod.web.tell.photos import attach_all
from svod.web.tell.telling import REMEMBERED, remember, told

LATEST = 10


@gzip_page
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    if request.method == "POST" and for_script(request):
        return queue.take(request, campaign)
    given = _given(request, campaign)
    if request.method == "POST":
        return _take(request, campaign, given)
    return _drawn(request, campaign, {name: form(prefix=name, **given) for name, form in FORMS.items()})


@login_not_required  # it tells nothing of the register, and who was signed out meanwhile goes on writing
@require_safe
def number(request: HttpRequest, slug: str) -> HttpResponse:
    """How a number is understood, while one types it."""
    said = request.GET.get("held-people", "")[:100]
    return render(request, "tell/_number.html", {"said": said.strip(), "bounds": understood(said)})


def _given(request: HttpRequest, campaign: Campaign) -> dict[str, Any]:
    """What each form needs. Raises PermissionDenied for who hands in for nobody."""
    choices = organisations_for(request.user, campaign, "submit")
    own = choices.filter(pk=request.session.get(REMEMBERED)).first() or own_organisation(request.user, choices)
    if own is None:
        raise PermissionDenied("submit")
    search = reverse("inbox_organisations", args=[campaign.slug])
    return {"choices": choices, "search": search, "pack": campaign.pack, "initial": {"organisation": own}}


def _drawn(request: HttpRequest, campaign: Campaign, forms: dict[str, ToldForm], status: int = 200) -> HttpResponse:
    before = Submission.objects.filter(campaign=campaign, received_by=request.user, told_as__isnull=False)
    around = {
        **forms,
        "told": before.select_related("organisation")[:LATEST],
        "contacts": campaign.pack.contacts,
        "most_photos": MOST,
        "care_photos": bool(request.FILES),
    }
    return render(request, "tell/page.html", around, status=status)


def _take(request: HttpRequest, campaign: Campaign, given: dict[str, Any]) -> HttpResponse:
    what = request.POST.get("what", "")
    if what not in FORMS:
        return _refused(request, campaign, given, _("Choose what to tell."))
    form = FORMS[what](request.POST, prefix=what, **given)
    if not form.is_valid():
        return _refused(request, campaign, given, "", form)
    if care := care_about(request.POST, campaign.pack):
        form.care = care
        return _refused(request, campaign, given, "", form)
    try:
        submission = told(form, campaign, request)
    except Refused as refusal:
        return _refused(request, campaign, given, words(refusal), form)
    remember(request, submission)
    attach_all(request, submission)
    messages.success(request, _("Received by the office, number %(number)s.") % {"number": submission.pk})
    return redirect("told", campaign.slug, submission.pk)


def _refused(
    request: HttpRequest, campaign: Campaign, given: dict[str, Any], why: str, sent: ToldForm | None = None
) -> HttpResponse:
    """The page again with what was typed."""
    if why:
        messages.error(request, why)
    fresh = {name: form(prefix=name, **given) for name, form in FORMS.items()}
    if sent is not None:
        fresh[sent.prefix or ""] = sent
    return _drawn(request, campaign, fresh, status=422)
