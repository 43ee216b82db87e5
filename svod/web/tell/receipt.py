"""What came of a telling: that it is received, what was read from it, and the drafts to confirm on the spot."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from svod.register.permissions import may
from svod.register.services.photos import MOST
from svod.web.review.reach import submission_or_404
from svod.web.review.sheet import Sheet


@require_safe
def told(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """The whole page, or while a text is being read the part of it that asks again."""
    submission = submission_or_404(request, slug, key)
    sheet = Sheet(submission, request.user, "text")
    around = {
        "sheet": sheet,
        "submission": submission,
        "campaign": submission.campaign,
        "contacts": submission.campaign.pack.contacts,
        "most_photos": MOST,
        "may_answer": not sheet.may_review and may(request.user, "answer", submission.organisation),
        "may_add": may(request.user, "submit", submission.organisation),
    }
    return render(request, "tell/_read.html" if request.htmx else "tell/told.html", around)
