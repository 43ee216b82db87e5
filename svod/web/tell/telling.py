"""What becomes of a form that is right, sent by the page or by the phone's queue."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from svod.register.models import Campaign, Submission
from svod.register.services.tell import Telling, tell_held, tell_nothing, tell_text
from svod.web.tell.forms import HeldForm, TextForm, ToldForm

REMEMBERED = "tells_for"  # in the session: whose report it was last time


def told(form: ToldForm, campaign: Campaign, request: HttpRequest) -> Submission:
    given = form.cleaned_data
    telling = Telling(given["key"], campaign, given["organisation"], request.user)
    if isinstance(form, HeldForm):
        return tell_held(form.held(), telling)
    if isinstance(form, TextForm):
        return tell_text(given["text"], telling, given["said_on"])
    return tell_nothing(given["reason"], telling)


def remember(request: HttpRequest, submission: Submission) -> None:
    """A session that is written is one more commit: only where it is another organisation."""
    if request.session.get(REMEMBERED) != submission.organisation_id:
        request.session[REMEMBERED] = submission.organisation_id


def receipt(submission: Submission, campaign: Campaign) -> dict[str, Any]:
    """What the phone may forget the telling for, once its photos are here too."""
    place = (campaign.slug, submission.pk)
    addresses = {"address": reverse("told", args=place), "photos": reverse("told_photos", args=place)}
    return {"state": "received", "number": submission.pk, **addresses}
