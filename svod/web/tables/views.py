"""Tables of activities: taken away filled with what is known, and handed in again."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from svod.register.activity_table.matching import Known
from svod.register.activity_table.names import Names
from svod.register.activity_table.template import template
from svod.register.activity_table.words import CHOICES
from svod.register.errors import Refused
from svod.register.history import operation
from svod.register.models import ActivityTable, Campaign
from svod.register.permissions import may_anywhere, needed_anywhere, visible
from svod.register.services.take_table import receive_table
from svod.register.workbook import XLSX, BadSheet
from svod.web.base.doors import campaign_or_404
from svod.web.base.places import places
from svod.web.base.refusals import words
from svod.web.tables.forms import HandIn, TakeAway
from svod.web.tables.words import file_words


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    needed_anywhere(request.user, "export")
    reviews = may_anywhere(request.user, "review")
    if request.method == "POST" and not reviews:
        raise PermissionDenied("review")
    form = _form(request, campaign)
    if request.method == "POST" and form.is_valid():
        table = _received(request, campaign, form)
        if table is not None:
            return redirect("table", slug, table.pk)
    context = {
        "take_away": TakeAway(places=places(request.user, "export", campaign)),
        "hand_in": form if reviews else None,
        "earlier": _earlier(request, campaign) if reviews else (),
    }
    return render(request, "tables/page.html", context)


def _form(request: HttpRequest, campaign: Campaign) -> HandIn:
    given = (request.POST, request.FILES) if request.method == "POST" else ()
    return HandIn(*given, places=places(request.user, "review", campaign), prefix="in")


def _received(request: HttpRequest, campaign: Campaign, form: HandIn) -> ActivityTable | None:
    file = form.cleaned_data["file"]
    try:
        return receive_table(file, file.name, campaign, form.cleaned_data["organisation"], request.user)
    except BadSheet as refusal:
        form.add_error("file", file_words(refusal.code, refusal.details))
    except Refused as refusal:
        form.add_error("file", words(refusal))
    return None


def _earlier(request: HttpRequest, campaign: Campaign) -> Any:
    rows = visible(ActivityTable.objects.filter(campaign=campaign), request.user, "review")
    return rows.select_related("organisation", "received_by").defer("rows")[:10]


@require_safe
def taken_away(request: HttpRequest, slug: str) -> HttpResponse:
    """The workbook; who took it is on record, as for every table that leaves."""
    campaign = campaign_or_404(request, slug)
    needed_anywhere(request.user, "export")
    form = TakeAway(request.GET, places=places(request.user, "export", campaign))
    if not form.is_valid():
        return render(request, "tables/page.html", {"take_away": form}, status=400)
    organisation = form.cleaned_data["organisation"]
    names = Names(campaign, organisation, CHOICES[form.cleaned_data["language"]])
    rows = list(Known(campaign, organisation).listed.values())
    name = f"{campaign.slug}-table-{timezone.localdate():%Y-%m-%d}.xlsx"
    with operation("export", request.user, campaign, organisation, note=f"{name} · {len(rows)}"):
        pass  # a deed that changes no row
    answer = HttpResponse(template(rows, names), content_type=XLSX)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer
