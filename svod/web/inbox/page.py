"""The page with the list, and its parts that are drawn anew while something is read."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_safe

from svod.reading.limits import MEGABYTE, Limits
from svod.register.models import Campaign, Incoming, Level, Upload
from svod.register.permissions import may
from svod.register.services.hold import UPLOAD, to_say
from svod.web.base.doors import campaign_or_404
from svod.web.base.pages import Bounded
from svod.web.inbox.choices import found, organisations_for, own_organisation
from svod.web.inbox.forms import Files, Shown, Text
from svod.web.inbox.listing import count_findings, progress_of, shown, submissions

ON_A_PAGE = 50


@require_safe
def inbox(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    if request.htmx:
        return render(request, "inbox/_list.html", listed(request, campaign))
    return render(request, "inbox/page.html", around(request, campaign))


def around(request: HttpRequest, campaign: Campaign, **forms: Any) -> dict[str, Any]:
    """What the whole page shows; a form that was not accepted comes back with its errors."""
    choices = organisations_for(request.user, campaign, "submit")
    own = own_organisation(request.user, choices)
    search = reverse("inbox_organisations", args=[campaign.slug])
    open_ = own is not None and own.level == Level.NATIONAL  # what is handed in there is mostly others'
    given = {"choices": choices, "search": search, "initial": {"organisation": None if open_ else own}}
    return {
        **listed(request, campaign),
        "may_submit": own is not None,
        "files_form": Files(prefix="files", **given),
        "text_form": Text(prefix="text", **given),
        "progress": progress_of(submissions(request.user, campaign), None),
        "held": _held(request, campaign),
        "to_say": to_say(request.user, campaign).count(),
        "half_sent": _half_sent(request, campaign),
        "limit": Limits().file_bytes // MEGABYTE,
        "now": timezone.now(),
        "contacts": campaign.pack.contacts,
        **forms,
    }


def listed(request: HttpRequest, campaign: Campaign) -> dict[str, Any]:
    """The list, as the address filters it."""
    choices = organisations_for(request.user, campaign, "see")
    search = reverse("inbox_organisations", args=[campaign.slug]) + "?to=see"
    form = Shown(request.GET or None, choices=choices, search=search)
    wanted = form.cleaned_data if form.is_bound and form.is_valid() else {}
    rows = shown(submissions(request.user, campaign), wanted.get("state", ""), wanted.get("organisation"))
    pages = Bounded(rows, ON_A_PAGE)
    page = pages.get_page(request.GET.get("page"))
    count_findings(page.object_list)
    return {"filter_form": form, "page": page, "filtered": bool(wanted.get("state") or wanted.get("organisation"))}


@require_safe
def progress(request: HttpRequest, slug: str) -> HttpResponse:
    """How far reading has come; the list is told to look again while it goes on, and once when it is done."""
    campaign = campaign_or_404(request, slug)
    told = progress_of(submissions(request.user, campaign), _moment(request.GET.get("since", "")))
    answer = render(request, "inbox/_progress.html", {"progress": told, "live": True})
    answer["HX-Trigger"] = "read"
    return answer


@require_safe
def organisations(request: HttpRequest, slug: str) -> HttpResponse:
    """Options for a field that searches among many."""
    campaign = campaign_or_404(request, slug)
    action = "see" if request.GET.get("to") == "see" else "submit"
    asked = request.GET.get("q") or next(
        (request.GET[name] for name in request.GET if name.endswith("organisation")), ""
    )
    names = found(organisations_for(request.user, campaign, action), asked)
    return render(request, "inbox/_organisations.html", {"names": names})


def _half_sent(request: HttpRequest, campaign: Campaign) -> list[Upload]:
    rows = Upload.objects.filter(campaign=campaign, person=request.user, submission=None, held=None)
    return list(rows.order_by("name")[:100])


def _held(request: HttpRequest, campaign: Campaign) -> int:
    """Messages that wait for a word of this person."""
    if not may(request.user, "assign", campaign.organisation):
        return 0
    return Incoming.objects.filter(campaign=campaign, state=Incoming.State.HELD).exclude(channel=UPLOAD).count()


def _moment(text: str) -> datetime | None:
    try:
        moment = parse_datetime(text)
    except ValueError:
        return None
    return moment if moment and timezone.is_aware(moment) else None
