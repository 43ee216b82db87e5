"""The page of one activity: its fields, every place that tells it, who did what, what resembles it, what was asked."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from svod.register.permissions import may
from svod.register.totals import part_of
from svod.web.activities.asked import told_or_404
from svod.web.activities.story import fields, history, resemblances, tellings
from svod.web.activities.words import Words
from svod.web.base.doors import campaign_or_404


@require_safe
def one(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    row = told_or_404(request, campaign, "activity", pk)
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
        "resemblances": resemblances(row, part),
        "may_hand_out": may(request.user, "hand_out", row.organisation),
        "may_ask": may(request.user, "review", row.organisation),
        "may_answer": may(request.user, "answer", row.organisation),
    }
    return render(request, "activities/one.html", context)
