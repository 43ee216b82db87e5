"""Ask the organisation that told an activity or a total, and answer."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from svod.register.errors import Refused
from svod.register.models import Activity, Campaign, ReportedTotal
from svod.register.permissions import row_or_404
from svod.register.services import ask as asking
from svod.web.base.doors import campaign_or_404, tell

Told = Activity | ReportedTotal
MODELS: dict[str, type[Told]] = {"activity": Activity, "total": ReportedTotal}


@require_POST
def ask(request: HttpRequest, slug: str, pk: int, what: str) -> HttpResponse:
    """Ask the organisation that told it."""
    row = told_or_404(request, campaign_or_404(request, slug), what, pk, "review")
    text = request.POST.get("question", "").strip()
    try:
        asking.ask(row, text, request.user)
    except Refused as refusal:
        tell(request, refusal)
    else:
        messages.success(request, gettext("Asked back.") if text else gettext("The question is taken back."))
    return redirect(what, slug, pk)


@require_POST
def answer(request: HttpRequest, slug: str, pk: int, what: str) -> HttpResponse:
    """The organisation's answer to what was asked."""
    row = told_or_404(request, campaign_or_404(request, slug), what, pk, "answer")
    text = request.POST.get("answer", "").strip()
    if not row.question or not text:
        messages.error(request, gettext("Write the answer to the question first."))
        return redirect(what, slug, pk)
    try:
        asking.answer(row, text, request.user)
    except Refused as refusal:
        tell(request, refusal)
    else:
        messages.success(request, gettext("The answer is kept beside the question."))
    return redirect(what, slug, pk)


def told_or_404(request: HttpRequest, campaign: Campaign, what: str, pk: int, action: str = "see") -> Told:
    """The row with its text and organisation; not that of another campaign."""
    rows = MODELS[what]._base_manager.select_related("organisation", "document__submission")
    row = row_or_404(rows, request.user, action, pk=pk)
    if row.campaign_id != campaign.pk:
        raise Http404
    row.campaign = row.document.submission.campaign = campaign
    return row
