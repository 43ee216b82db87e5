"""Files and texts as a plain form hands them in; a script sends small files the same way, many in a request."""

import json
from datetime import timedelta
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_POST

from svod.register.errors import AlreadyReceived, Refused
from svod.register.models import Campaign, Incoming, Submission
from svod.register.services.hold import hold_all
from svod.register.services.look import comes_along
from svod.register.services.submit import submit, submit_all
from svod.register.services.tell import name_of
from svod.web.base.doors import campaign_or_404, tell
from svod.web.base.refusals import words
from svod.web.inbox.choices import chosen_by_key, organisations_for
from svod.web.inbox.forms import Files, Text
from svod.web.inbox.page import around
from svod.web.tell.care import care_about

JUST_NOW = timedelta(minutes=10)


@require_POST
def files(request: HttpRequest, slug: str) -> HttpResponse:
    """Each file is taken, refused or passed over by itself."""
    campaign = campaign_or_404(request, slug)
    scripted = "application/json" in request.headers.get("Accept", "")
    asked = chosen_by_key(request.user, campaign, "submit") if scripted else choices(request, campaign)
    form = Files(request.POST, prefix="files", **asked)
    if not form.is_valid():
        if scripted:
            return JsonResponse({"message": " ".join(form.errors["organisation"])}, status=400)
        return render(request, "inbox/page.html", around(request, campaign, files_form=form), status=422)
    named = _named(request)
    sent = [(file, name) for file, name in named if not comes_along(name)]
    passed = [name for _file, name in named if comes_along(name)]
    organisation = form.cleaned_data["organisation"]
    outcomes: list[Submission | Incoming | Refused] = (
        [*submit_all(sent, campaign, organisation, request.user)]
        if organisation
        else [*hold_all(sent, campaign, request.user)]
    )
    if scripted:
        return JsonResponse({"outcomes": [told(one, campaign, request) for one in outcomes], "passed": passed})
    _say(request, outcomes)
    return redirect("inbox" if organisation else "inbox_whose", slug)


@require_POST
def text(request: HttpRequest, slug: str) -> HttpResponse:
    """A text that somebody pasted, under its first line."""
    campaign = campaign_or_404(request, slug)
    form = Text(request.POST, prefix="text", **choices(request, campaign))
    if not form.is_valid():
        return render(request, "inbox/page.html", around(request, campaign, text_form=form), status=422)
    if care := care_about(request.POST, campaign.pack):
        return render(request, "inbox/page.html", around(request, campaign, text_form=form, care=care), status=422)
    written, organisation = form.cleaned_data["text"], form.cleaned_data["organisation"]
    channel = Submission.Channel.PASTE
    try:
        submit(BytesIO(written.encode()), name_of(written), campaign, organisation, request.user, channel)
    except Refused as refusal:
        tell(request, refusal)
    else:
        messages.success(request, _("The text is received."))
    return redirect("inbox", slug)


def told(outcome: Submission | Incoming | Refused, campaign: Campaign, request: HttpRequest) -> dict[str, Any]:
    """An outcome as the page's script reads it. `fresh`: this person handed it in just now, so a request that was
    repeated because its answer got lost is no repetition to them."""
    if isinstance(outcome, Submission):
        return {"state": "received", "name": outcome.name, "address": address(outcome, campaign)}
    if isinstance(outcome, Incoming):
        return {"state": "held", "name": outcome.name}
    if isinstance(outcome, AlreadyReceived):
        earlier: Submission = outcome.details["submission"]
        fresh = earlier.received_by_id == request.user.pk and timezone.now() - earlier.received_at < JUST_NOW
        answer = {"state": "already", "fresh": fresh, "address": address(earlier, campaign), "name": earlier.name}
        return {**answer, "message": words(outcome)}
    return {"state": "refused", "message": words(outcome)}


def address(submission: Submission, campaign: Campaign) -> str:
    """The page where it is reviewed."""
    return f"{reverse('home')}c/{campaign.slug}/submissions/{submission.pk}/"


def choices(request: HttpRequest, campaign: Campaign) -> dict[str, Any]:
    """For whom the person may hand in. Raises PermissionDenied where that is nobody."""
    search = reverse("inbox_organisations", args=[campaign.slug])
    found = organisations_for(request.user, campaign, "submit")
    if not found.exists():
        raise PermissionDenied("submit")
    return {"choices": found, "search": search}


def _named(request: HttpRequest) -> list[tuple[Any, str]]:
    """The files with the folders they lay in, where a script tells them."""
    sent = [one for one in request.FILES.getlist("files") if one.name]
    try:
        names = json.loads(request.POST.get("names", "[]"))
    except ValueError:
        names = []
    if not isinstance(names, list) or len(names) != len(sent) or not all(isinstance(one, str) for one in names):
        names = [one.name for one in sent]
    return list(zip(sent, (tidy(name) for name in names), strict=True))


def tidy(name: str) -> str:
    """Folders with slashes, none leading out."""
    parts = [part for part in PurePosixPath(name.replace("\\", "/")).parts if part not in ("/", "..", ".")]
    return "/".join(parts) or "?"


def _say(request: HttpRequest, outcomes: list[Submission | Incoming | Refused]) -> None:
    received = sum(not isinstance(one, Refused) for one in outcomes)
    if received:
        text = ngettext("%(number)s file is received.", "%(number)s files are received.", received)
        messages.success(request, text % {"number": received})
    if not outcomes:
        messages.error(request, _("No file was chosen."))
    for refusal in outcomes:
        if isinstance(refusal, Refused):
            tell(request, refusal)
