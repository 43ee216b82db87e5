"""The file as it was handed in: given to be kept, never shown, whatever it claims to be."""

from pathlib import PurePosixPath

from django.db.models.fields.files import FieldFile
from django.http import FileResponse, Http404, HttpRequest
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from svod.register.models import Submission
from svod.register.permissions import row_or_404
from svod.web.base.doors import campaign_or_404


@require_safe
def file(request: HttpRequest, slug: str, key: int) -> FileResponse:
    campaign = campaign_or_404(request, slug)
    submission = row_or_404(Submission.objects.filter(campaign=campaign), request.user, pk=key)
    if not submission.file:
        raise Http404(_("The file is kept no longer; its text is."))
    name = PurePosixPath(submission.name).name
    if submission.channel in (Submission.Channel.PASTE, Submission.Channel.FORM):
        name += ".txt"
    return given(submission.file, name)


def given(file: FieldFile, name: str) -> FileResponse:
    answer = FileResponse(file.open("rb"), as_attachment=True, filename=name, content_type="application/octet-stream")
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer
