"""The campaign's form for ODK and KoboToolbox, and the links by which phones send its answers."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Field, Query, Schema, Status

from svod.api.plumbing.openapi import file_of
from svod.api.plumbing.paging import Listing, Page, piece
from svod.api.plumbing.problems import checked
from svod.api.v1.router import noun
from svod.api.v1.shapes import Place, Who
from svod.odk.questions import ORGANISATIONS
from svod.register.models import FormLink
from svod.register.permissions import needed_anywhere, row_or_404, visible
from svod.register.services.link_form import holds, link_form, withdraw_link
from svod.register.workbook import XLSX
from svod.web.base.doors import campaign_or_404
from svod.web.base.places import places
from svod.web.odk.forms import ForWhom
from svod.web.odk.views import taken_away

router = noun("forms")
HERE = "/campaigns/{slug}/odk"


class ForWhomIn(Schema):
    organisation: int = Field(description="the form asks which of the organisations below it reports", examples=[2])


class FormLinkOut(Schema):
    id: int
    organisation: Place
    created_by: Who
    created_at: datetime
    holds: bool = Field(description="whether answers by it are still taken")
    address: str = Field(description="the server's address for ODK Collect and KoboCollect")


@router.get(HERE + "/form.xlsx", openapi_extra=file_of(XLSX))
def download_form(request: HttpRequest, slug: str, asked: Query[ForWhomIn]) -> HttpResponse:
    """The workbook (XLSForm) for ODK Central or KoboToolbox."""
    return _taken_away(request, slug, "form", asked)


@router.get(HERE + "/organisations.csv", openapi_extra=file_of("text/csv"))
def download_form_organisations(request: HttpRequest, slug: str, asked: Query[ForWhomIn]) -> HttpResponse:
    """The organisations that the form asks for, to be put beside it."""
    return _taken_away(request, slug, ORGANISATIONS, asked)


@router.get(HERE + "/links", response=Page[FormLinkOut])
def list_form_links(request: HttpRequest, slug: str, asked: Query[Listing]) -> object:
    needed_anywhere(request.user, "submit")
    rows = visible(_links(request, slug), request.user, "invite").filter(withdrawn_at=None)
    found = piece(rows, asked)
    return {**found, "items": [_told(request, one) for one in found["items"]]}


@router.post(HERE + "/links", response={201: FormLinkOut})
def make_a_form_link(request: HttpRequest, slug: str, told: ForWhomIn) -> object:
    """Whoever has it sends answers for the organisation, or for one below it, and sees nothing of the register."""
    campaign = campaign_or_404(request, slug)
    needed_anywhere(request.user, "invite")
    given = checked(ForWhom(told.dict(), places=places(request.user, "invite", campaign))).cleaned_data
    return Status(201, _told(request, link_form(campaign, given["organisation"], request.user)))


@router.get(HERE + "/links/{int:pk}", response=FormLinkOut)
def get_form_link(request: HttpRequest, slug: str, pk: int) -> object:
    return _told(request, row_or_404(_links(request, slug), request.user, "invite", pk=pk))


@router.post(HERE + "/links/{int:pk}/withdraw", response=FormLinkOut)
def withdraw_a_form_link(request: HttpRequest, slug: str, pk: int) -> object:
    """What came by it stays."""
    one = row_or_404(_links(request, slug), request.user, "invite", pk=pk)
    withdraw_link(one, request.user)
    return _told(request, one)


def _taken_away(request: HttpRequest, slug: str, what: str, asked: ForWhomIn) -> HttpResponse:
    campaign = campaign_or_404(request, slug)
    needed_anywhere(request.user, "submit")
    checked(ForWhom(asked.dict(), places=places(request.user, "submit", campaign)))
    return taken_away(request, slug, what)


def _links(request: HttpRequest, slug: str) -> QuerySet[FormLink]:
    rows = FormLink.objects.filter(campaign=campaign_or_404(request, slug))
    return rows.select_related("organisation", "created_by", "campaign")


def _told(request: HttpRequest, one: FormLink) -> dict[str, Any]:
    address = request.build_absolute_uri(reverse("openrosa_list", args=[one.token])).removesuffix("/formList")
    known = {name: getattr(one, name) for name in ("id", "organisation", "created_by", "created_at")}
    return {**known, "holds": holds(one), "address": address}
