"""Photos that go with a telling: taken one by one, and shown to those who may see it."""

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from svod.register.errors import Refused
from svod.register.models import Photo, Submission
from svod.register.permissions import row_or_404
from svod.register.pictures import MOST_BYTES
from svod.register.services import photos
from svod.web.base.doors import campaign_or_404, tell
from svod.web.base.refusals import words
from svod.web.errors.views import for_script
from svod.web.review.reach import submission_or_404


@require_POST
def add(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """From the queue one at a time, from the page several."""
    submission = submission_or_404(request, slug, key, "submit")
    refusals = _attached(request, submission)
    if for_script(request):
        if refusals:
            return JsonResponse({"state": "refused", "message": " ".join(map(words, refusals))}, status=422)
        return JsonResponse({"state": "received", "photos": len(photos.beside(submission))})
    _say(request, refusals)
    return redirect("told", slug, key)


def attach_all(request: HttpRequest, submission: Submission) -> None:
    """Those of a plain form; one that cannot be taken is told, and the others are."""
    _say(request, _attached(request, submission))


def _attached(request: HttpRequest, submission: Submission) -> list[Refused]:
    refusals = []
    for sent in request.FILES.getlist("photos"):
        try:
            photos.attach(submission, sent.read(MOST_BYTES + 1), request.user)
        except Refused as refusal:
            refusals.append(refusal)
    return refusals


def _say(request: HttpRequest, refusals: list[Refused]) -> None:
    for refusal in refusals:
        tell(request, refusal)


@require_POST
def take_out(request: HttpRequest, slug: str, key: int, pk: int) -> HttpResponse:
    row = _photo_or_404(request, slug, key, pk, "submit")
    try:
        photos.take_out(row, request.user)
        messages.success(request, _("The photo is taken out and deleted."))
    except Refused as refusal:
        tell(request, refusal)
    return redirect("told", slug, key)


@require_safe
def photo(request: HttpRequest, slug: str, key: int, pk: int) -> FileResponse:
    row = _photo_or_404(request, slug, key, pk)
    answer = FileResponse(row.file.open("rb"), filename=f"{key}-{pk}.jpg", content_type="image/jpeg")
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer


def _photo_or_404(request: HttpRequest, slug: str, key: int, pk: int, action: str = "see") -> Photo:
    campaign = campaign_or_404(request, slug)
    rows = Photo.objects.filter(submission=key, submission__campaign=campaign).select_related("submission")
    return row_or_404(rows, request.user, action, through="submission__organisation", pk=pk)
