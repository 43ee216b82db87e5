"""The page of one reported total: its sentence, who did what, what was asked."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from svod.register.permissions import may
from svod.register.totals import part_of
from svod.web.activities.asked import told_or_404
from svod.web.activities.columns import TOTALS
from svod.web.activities.story import history, quoted
from svod.web.activities.words import Words
from svod.web.base.doors import campaign_or_404

FIELDS = ("measure", "value", "kind", "region", "place")


@require_safe
def total(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    row = told_or_404(request, campaign, "total", pk)
    words = Words.of(campaign.pack, get_language() or "ru")
    context = {
        "row": row,
        "fields": [(column.heading, column.text(row, words)) for column in TOTALS if column.code in FIELDS],
        "quote": quoted(row),
        "history": history(row, words, part_of(campaign, request.user)),
        "may_ask": may(request.user, "review", row.organisation),
        "may_answer": may(request.user, "answer", row.organisation),
    }
    return render(request, "activities/total.html", context)
