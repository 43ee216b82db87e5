"""The page where one tells, and what takes the telling: from a plain form, or from the phone's queue."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_http_methods, require_safe

from svod.register.errors import Refused
from svod.register.models import Campaign, Submission
from svod.register.services.numbers import understood
from svod.register.services.photos import MOST
from svod.register.services.tell import Telling, tell_held, tell_nothing, tell_text
from svod.web.base.doors import campaign_or_404
from svod.web.base.refusals import words
from svod.web.errors.views import for_script
from svod.web.inbox.choices import organisations_for, own_organisation
from svod.web.tell.care import care_about
from svod.web.tell.forms import FORMS, HeldForm, TextForm, ToldForm
from svod.web.tell.photos import attach_all

LATEST = 10
REMEMBERED = "tells_for"  # in the session: whose report it was last time


@gzip_page
@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
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
    told = Submission.objects.filter(campaign=campaign, received_by=request.user, told_as__isnull=False)
    around = {
        **forms,
        "told": told.select_related("organisation")[:LATEST],
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
    if not for_script(request) and (care := care_about(request.POST, campaign.pack)):
        form.care = care
        return _refused(request, campaign, given, "", form)
    try:
        submission = _told(form, campaign, request)
    except Refused as refusal:
        return _refused(request, campaign, given, words(refusal), form)
    request.session[REMEMBERED] = submission.organisation_id
    if for_script(request):
        return JsonResponse(receipt(submission, campaign))
    attach_all(request, submission)
    messages.success(request, _("Received by the office, number %(number)s.") % {"number": submission.pk})
    return redirect("told", campaign.slug, submission.pk)


def _told(form: ToldForm, campaign: Campaign, request: HttpRequest) -> Submission:
    given = form.cleaned_data
    telling = Telling(given["key"], campaign, given["organisation"], request.user)
    if isinstance(form, HeldForm):
        return tell_held(form.held(), telling)
    if isinstance(form, TextForm):
        return tell_text(given["text"], telling)
    return tell_nothing(given["reason"], telling)


def receipt(submission: Submission, campaign: Campaign) -> dict[str, Any]:
    """What the phone may forget the telling for, once its photos are here too."""
    place = (campaign.slug, submission.pk)
    addresses = {"address": reverse("told", args=place), "photos": reverse("told_photos", args=place)}
    return {"state": "received", "number": submission.pk, **addresses}


def _refused(
    request: HttpRequest, campaign: Campaign, given: dict[str, Any], why: str, sent: ToldForm | None = None
) -> HttpResponse:
    """The page again with what was typed; to the queue the reasons in a line."""
    if sent is not None and for_script(request):
        why = " ".join([why, *(f"{sent[name].label}: {' '.join(errors)}" for name, errors in sent.errors.items())])
    if for_script(request):
        return JsonResponse({"state": "refused", "message": why.strip()}, status=422)
    if why:
        messages.error(request, why)
    fresh = {name: form(prefix=name, **given) for name, form in FORMS.items()}
    if sent is not None:
        fresh[sent.prefix or ""] = sent
    return _drawn(request, campaign, fresh, status=422)
