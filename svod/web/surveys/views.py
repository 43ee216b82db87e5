"""The surveys that a person sees, one of them, and what came of all together."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from svod.guard import LEAST
from svod.language import LANGUAGES
from svod.register.models import Survey
from svod.register.permissions import may, may_anywhere, visible
from svod.register.poster import address_for
from svod.register.surveys import closed, waves, waves_in
from svod.register.totals import part_of
from svod.web.base.doors import campaign_or_404
from svod.web.base.pages import one_page
from svod.web.base.qr import qr_code
from svod.web.coverage.tops import top
from svod.web.surveys.doors import open_above, survey_or_404
from svod.web.surveys.drawn import drawn
from svod.web.surveys.forms import Close, Discard


@require_safe
def surveys(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    rows = visible(Survey.objects.filter(campaign=campaign), request.user).select_related("organisation")
    page = one_page(request, rows)
    for row in page:
        row.campaign = campaign  # which has read its pack
    above = list(open_above(campaign, request.user))
    for row in above:
        row.campaign = campaign
    context = {
        "page": page,
        "above": [(row, address_for(row)) for row in above],
        "languages": LANGUAGES,
        "any_closed": closed(rows).exists(),
        "may_open": bool(campaign.pack.surveys) and may_anywhere(request.user, "survey"),
    }
    return render(request, "surveys/list.html", context)


@require_safe
def survey(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Its code and posters while it is open, then what came of it, beside the other wave."""
    one = survey_or_404(request, slug, pk)
    context: dict[str, Any] = {
        "one": one,
        "may_close": may(request.user, "survey", one.organisation),
        "may_discard": may(request.user, "discard", one.organisation),
        "close": Close(),
        "discard": Discard(),
        "least": LEAST,
    }
    if one.state == "open":
        context |= _open(one)
    elif one.state == "closed":
        both = closed(Survey.objects.filter(campaign=one.campaign, organisation=one.organisation, code=one.code))
        context["results"] = drawn(waves(both, [one.code]), one.campaign.pack, get_language() or "ru", named=False)
    return render(request, "surveys/one.html", context)


def _open(one: Survey) -> dict[str, Any]:
    """How many answers there were by the evening before: a number that grows as one looks would tell who sent."""
    answers = one.answers.filter(day__lt=timezone.localdate()).count()
    groups = one.asked.groups if one.asked else ()
    links = [(None, address_for(one)), *((group, address_for(one, group.code)) for group in groups)]
    return {"answers": answers, "links": links, "qr": qr_code(address_for(one)), "languages": LANGUAGES}


@require_safe
def results(request: HttpRequest, slug: str) -> HttpResponse:
    """Of all closed surveys in the person's part of the tree, or in one part of it."""
    campaign = campaign_or_404(request, slug)
    whole, here = part_of(campaign, request.user), top(request, campaign)
    part = whole.below(here) if here else whole
    shown = drawn(waves_in(part), campaign.pack, get_language() or "ru")
    return render(request, "surveys/results.html", {"results": shown, "here": here})
