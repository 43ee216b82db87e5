"""The page of the form: the workbook and its organisations for ODK Central or KoboToolbox, and links by which apps send
straight to Svod."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from svod.odk.questions import ORGANISATIONS
from svod.odk.xlsform import form_id, xlsform
from svod.register.models import Campaign, FormLink
from svod.register.permissions import may_anywhere, needed_anywhere, row_or_404, visible
from svod.register.services.link_form import holds, link_form, withdraw_link
from svod.register.workbook import XLSX
from svod.web.base.doors import campaign_or_404
from svod.web.base.places import places
from svod.web.base.qr import qr_code
from svod.web.odk.collect import settings_code
from svod.web.odk.forms import ForWhom
from svod.web.odk.organisations import is_asked, organisations_csv

SHOWN = 200


@require_safe
def page(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    needed_anywhere(request.user, "submit")
    return render(request, "odk/page.html", _around(request, campaign))


@require_safe
def taken_away(request: HttpRequest, slug: str, what: str) -> HttpResponse:
    """The workbook, or the organisations beside it."""
    campaign = campaign_or_404(request, slug)
    needed_anywhere(request.user, "submit")
    form = ForWhom(request.GET, places=places(request.user, "submit", campaign))
    if not form.is_valid():
        return render(request, "odk/page.html", _around(request, campaign, take_away=form), status=400)
    top = form.cleaned_data["organisation"]
    if what == ORGANISATIONS:
        return _file(organisations_csv(top), ORGANISATIONS, "text/csv; charset=utf-8")
    pack, year = campaign.pack, campaign.year
    return _file(xlsform(pack, year, whose=is_asked(top), region=top.region), f"{form_id(pack, year)}.xlsx", XLSX)


@require_POST
def make_link(request: HttpRequest, slug: str) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    needed_anywhere(request.user, "invite")
    form = ForWhom(request.POST, places=places(request.user, "invite", campaign), prefix="link")
    if not form.is_valid():
        return render(request, "odk/page.html", _around(request, campaign, new_link=form), status=422)
    made = link_form(campaign, form.cleaned_data["organisation"], request.user)
    return redirect("form_link", slug, made.pk)


@never_cache
@require_safe
def link(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """The sheet with the code that a phone is pointed at."""
    campaign = campaign_or_404(request, slug)
    one = _link(request, campaign, pk)
    address = request.build_absolute_uri(reverse("openrosa_list", args=[one.token])).removesuffix("/formList")
    code = qr_code(settings_code(address, f"{campaign} · {one.organisation}"))
    return render(request, "odk/link.html", {"one": one, "address": address, "qr": code, "holds": holds(one)})


@require_POST
def withdraw(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    withdraw_link(_link(request, campaign, pk), request.user)
    messages.success(request, _("The link is withdrawn. What came by it stays."))
    return redirect("odk", slug)


def _around(request: HttpRequest, campaign: Campaign, **forms: Any) -> dict[str, Any]:
    invites = may_anywhere(request.user, "invite")
    return {
        "take_away": ForWhom(places=places(request.user, "submit", campaign)),
        "new_link": ForWhom(places=places(request.user, "invite", campaign), prefix="link") if invites else None,
        "links": visible(_links(campaign), request.user, "invite").filter(withdrawn_at=None)[:SHOWN] if invites else (),
        **forms,
    }


def _link(request: HttpRequest, campaign: Campaign, pk: int) -> FormLink:
    """Only who could make such a link sees it."""
    return row_or_404(_links(campaign), request.user, "invite", pk=pk)


def _links(campaign: Campaign) -> QuerySet[FormLink]:
    return FormLink.objects.filter(campaign=campaign).select_related("organisation", "created_by", "campaign")


def _file(data: bytes, name: str, kind: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=kind)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer
