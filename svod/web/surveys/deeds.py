"""Open a survey, close it, decide that it does not count."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from svod.register.errors import Refused
from svod.register.permissions import needed_anywhere
from svod.register.services.close_survey import close, discard
from svod.register.services.open_survey import open_survey
from svod.web.base.doors import campaign_or_404, tell
from svod.web.inbox.choices import organisations_for, own_organisation
from svod.web.surveys.doors import survey_or_404
from svod.web.surveys.forms import Close, Discard, OpenSurvey


def open_one(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    needed_anywhere(request.user, "survey")
    places = organisations_for(request.user, campaign, "survey")
    known = {"pack": campaign.pack, "places": places, "search": reverse("inbox_organisations", args=[slug])}
    form = OpenSurvey(request.POST or None, initial={"organisation": own_organisation(request.user, places)}, **known)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data

        def address(token: str) -> str:
            return request.build_absolute_uri(reverse("answer_survey", args=[token]))

        try:
            chosen = (told["organisation"], told["code"], told["wave"], told["last_day"])
            made = open_survey(campaign, *chosen, request.user, address)
            return redirect("survey", slug, made.pk)
        except Refused as refusal:
            tell(request, refusal)
    return render(request, "surveys/open.html", {"form": form})


@require_POST
def close_one(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    survey = survey_or_404(request, slug, pk, "survey")
    if not Close(request.POST).is_valid():
        messages.error(request, _("It is still open. Tick that it is to be closed for good, then close it."))
        return redirect("survey", slug, pk)
    try:
        close(survey, request.user)
        messages.success(request, _("The survey is closed and counted."))
    except Refused as refusal:
        tell(request, refusal)
    return redirect("survey", slug, pk)


@require_POST
def discard_one(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    survey = survey_or_404(request, slug, pk, "discard")
    form = Discard(request.POST)
    try:
        discard(survey, form.cleaned_data["why"] if form.is_valid() else "", request.user)
        messages.success(request, _("Its answers are deleted and count nowhere."))
    except Refused as refusal:
        tell(request, refusal)
    return redirect("survey", slug, pk)
