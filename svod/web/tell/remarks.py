"""What a teller who does not review says of a draft that was read from their words: it is right, or what is not."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from svod.register.errors import Refused
from svod.register.services.ask import answer
from svod.web.base.doors import tell
from svod.web.review.reach import finding_or_404


@require_POST
def remark(request: HttpRequest, slug: str, anchor: str) -> HttpResponse:
    """It stands beside the draft where the office looks at it."""
    row = finding_or_404(request, slug, anchor, "answer")
    said = _("It is right.") if "right" in request.POST else request.POST.get("answer", "").strip()
    if not said:
        messages.error(request, _("Write what is not right."))
    else:
        try:
            answer(row, said, request.user)
            messages.success(request, _("Thank you: the office sees it beside the draft."))
        except Refused as refusal:
            tell(request, refusal)
    return HttpResponseRedirect(f"{reverse('told', args=(slug, row.document.submission_id))}#{anchor}")
