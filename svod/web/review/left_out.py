"""What the reader passed over, taken in or turned down by a press."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from svod.register.errors import Refused
from svod.register.services.take_in import take_in, turn_down
from svod.web.base.doors import tell
from svod.web.review.cards import anchor_of
from svod.web.review.reach import passed_over_or_404
from svod.web.review.views import address


@require_POST
def answer_left_out(request: HttpRequest, slug: str, document: int, place: int) -> HttpResponse:
    """`answer` is "in" or "down"."""
    text = passed_over_or_404(request, slug, document, place)
    submission = text.submission
    order, takes_it = request.POST.get("order", ""), request.POST.get("answer") == "in"
    try:
        row = (take_in if takes_it else turn_down)(text, place, request.user)
    except Refused as refusal:
        tell(request, refusal)
        return HttpResponseRedirect(address(submission, order))
    if takes_it:
        messages.success(request, _("It is a draft now: confirm or correct it."))
    else:
        messages.success(request, _("Turned down. It stands among the rejected ones."))
    return HttpResponseRedirect(address(submission, order, anchor_of(row) if takes_it else "left-out"))
