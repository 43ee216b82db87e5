"""The page of one activity: its fields, every place that tells it, who did what, what resembles it, what was asked."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_POST, require_safe

from svod.register.errors import Refused
from svod.register.models import Activity, Campaign
from svod.register.permissions import may, row_or_404
from svod.register.services import ask as asking
from svod.register.totals import part_of
from svod.web.activities.story import fields, history, resemblances, tellings
from svod.web.activities.words import Words
from svod.web.base.doors import campaign_or_404, tell


@require_safe
def one(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    row = _activity(request, campaign, pk)
    words, part = Words.of(campaign.pack, get_language() or "ru"), part_of(campaign, request.user)
    told, elsewhere = tellings(row, part)
    context = {
        "row": row,
        "heading": row.title or words.names.kind(row.kind),
        "fields": fields(row, words),
        "tellings": told,
        "elsewhere": elsewhere,
        "head": row.same_as if row.same_as and part.holds(row.same_as.organisation) else None,
        "history": history(row, words, part),
        "resemblances": resemblances(row, part, words.language),
        "may_ask": may(request.user, "review", row.organisation),
        "may_answer": may(request.user, "answer", row.organisation),
    }
    return render(request, "activities/one.html", context)


@require_POST
def ask(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Ask the organisation that told it."""
    row = _activity(request, campaign_or_404(request, slug), pk, "review")
    text = request.POST.get("question", "").strip()
    try:
        asking.ask(row, text, request.user)
    except Refused as refusal:
        tell(request, refusal)
    else:
        messages.success(request, gettext("Asked back.") if text else gettext("The question is taken back."))
    return redirect("activity", slug, pk)


@require_POST
def answer(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The organisation's answer to what was asked."""
    row = _activity(request, campaign_or_404(request, slug), pk, "answer")
    text = request.POST.get("answer", "").strip()
    if not row.question or not text:
        messages.error(request, gettext("Write the answer to the question first."))
        return redirect("activity", slug, pk)
    try:
        asking.answer(row, text, request.user)
    except Refused as refusal:
        tell(request, refusal)
    else:
        messages.success(request, gettext("The answer is kept beside the question."))
    return redirect("activity", slug, pk)


def _activity(request: HttpRequest, campaign: Campaign, pk: int, action: str = "see") -> Activity:
    rows = Activity.objects.select_related("organisation", "document__submission", "same_as__organisation")
    row = row_or_404(rows, request.user, action, pk=pk)
    if row.campaign_id != campaign.pk:
        raise Http404
    row.campaign = row.document.submission.campaign = campaign
    return row
