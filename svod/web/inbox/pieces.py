"""A large file in pieces: begin, then a piece at each offset; the answer to the last one says that it is received."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from svod.register.errors import AlreadyReceived, NotTaken, OutOfStep
from svod.register.models import Campaign, Upload
from svod.register.permissions import needed, needed_anywhere
from svod.register.services import upload as service
from svod.web.base.doors import campaign_or_404
from svod.web.base.refusals import words
from svod.web.inbox.forms import Files
from svod.web.inbox.receive import choices, tidy, told


@require_POST
def begin(request: HttpRequest, slug: str) -> HttpResponse:
    """The address of the upload, and how much of that file arrived before."""
    campaign = campaign_or_404(request, slug)
    form = Files(request.POST, prefix="files", **choices(request, campaign))
    size, modified = _number(request, "size"), _number(request, "modified")
    if not form.is_valid() or size is None or modified is None or not request.POST.get("name"):
        return JsonResponse({"message": " ".join(form.errors.get("organisation", ["?"]))}, status=400)
    name, organisation = tidy(request.POST["name"]), form.cleaned_data["organisation"]
    try:
        upload = service.begin(campaign, organisation, request.user, name, size, modified)
    except NotTaken as refusal:
        return JsonResponse({"state": "refused", "message": words(refusal)})
    return JsonResponse({"address": reverse("inbox_piece", args=[slug, upload.pk]), "arrived": upload.arrived})


@require_POST
def piece(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """A piece is the body, its place the header Upload-Offset; 409 says how much has arrived instead."""
    campaign = campaign_or_404(request, slug)
    upload = _own(request, campaign, key)
    if upload.organisation is None:
        needed_anywhere(request.user, "submit")
    else:
        needed(request.user, "submit", upload.organisation)
    if upload.submission is None and upload.held is None:
        try:
            arrived = service.add(upload, int(request.headers.get("Upload-Offset", "")), request.body)
        except ValueError:
            return JsonResponse({"message": "Upload-Offset"}, status=400)
        except OutOfStep as refusal:
            return JsonResponse(refusal.details, status=409)
        if arrived < upload.size:
            return JsonResponse({"arrived": arrived})
    try:
        return JsonResponse(told(service.finish(upload), campaign, request))
    except AlreadyReceived as refusal:
        return JsonResponse(told(refusal, campaign, request))


@require_POST
def drop(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Forget what was half-sent."""
    service.drop(_own(request, campaign_or_404(request, slug), key))
    return redirect("inbox", slug)


def _own(request: HttpRequest, campaign: Campaign, key: str) -> Upload:
    """Nobody continues another person's upload."""
    own = Upload.objects.filter(campaign=campaign, person=request.user).select_related(
        "campaign", "organisation", "submission", "held"
    )
    return get_object_or_404(own, pk=key)


def _number(request: HttpRequest, name: str) -> int | None:
    text = request.POST.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None
