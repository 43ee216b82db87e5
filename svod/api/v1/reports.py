"""Consolidated reports: begun, read, their numbers followed to their sentences."""

from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Field, Query, Schema, Status

from svod.api.plumbing.openapi import file_of
from svod.api.plumbing.paging import Listing, Page, piece
from svod.api.plumbing.problems import checked
from svod.api.plumbing.versions import seen, unchanged
from svod.api.v1.passages import PassageOut, passage_out
from svod.api.v1.router import noun
from svod.api.v1.shapes import Place, Who
from svod.register.models import Report
from svod.register.permissions import needed_anywhere, visible
from svod.register.services.start_report import change_report, start_report
from svod.web.base.doors import campaign_or_404
from svod.web.reports.doors import report_or_404
from svod.web.reports.forms import About, Begin
from svod.web.reports.page import workbench
from svod.web.reports.preview import preview
from svod.web.reports.sources import SHOWN, Basis, basis_of_fact, basis_of_source, sources

router = noun("reports")
HERE = "/campaigns/{slug}/reports"
ONE = HERE + "/{int:pk}"
PASSAGE = ONE + "/passages/{key}"


class ReportOut(Schema):
    id: int
    version: int
    organisation: Place = Field(description="it is about this organisation and all below it")
    title: str
    language: str
    length: str
    style: str
    with_drafts: bool
    first_day: date | None
    last_day: date | None
    created_by: Who
    created_at: datetime


class ReportIn(Schema):
    organisation: int = Field(examples=[2])
    title: str = Field("", max_length=300)
    language: str = Field("ru", examples=["ru", "kk", "en"])
    length: str = Field("full", description="full, two_pages, regions, press or social")
    style: str = Field("official", description="official or public")
    with_drafts: bool = False
    first_day: date | None = None
    last_day: date | None = None


class ReportChange(Schema):
    title: str | None = Field(None, max_length=300)
    language: str | None = None
    length: str | None = None
    style: str | None = None
    with_drafts: bool | None = None
    first_day: date | None = None
    last_day: date | None = None


class ReportWhole(ReportOut):
    untrue: int = Field(description="how many numbers in people's words are no longer true")
    passages: list[PassageOut]


class SourceOut(Schema):
    """Where it is said: the words, those around them, whose text it is, and its page."""

    organisation: str
    before: str
    words: str
    after: str
    address: str


class Sources(Schema):
    words: str
    number: int = Field(description="how many places there are; the first 100 are told")
    sources: list[SourceOut]


@router.get(HERE, response=Page[ReportOut])
def list_reports(request: HttpRequest, slug: str, asked: Query[Listing]) -> object:
    rows = visible(Report.objects.filter(campaign=campaign_or_404(request, slug)), request.user)
    return piece(rows.select_related("organisation", "created_by"), asked)


@router.post(HERE, response={201: ReportOut})
def begin_report(request: HttpRequest, slug: str, told: ReportIn) -> object:
    campaign = campaign_or_404(request, slug)
    needed_anywhere(request.user, "report")
    given = dict(checked(Begin(told.dict(), campaign=campaign, person=request.user)).cleaned_data)
    return Status(201, start_report(campaign, given.pop("organisation"), request.user, **given))


@router.get(ONE, response=ReportWhole)
def get_report(request: HttpRequest, slug: str, pk: int) -> object:
    """As it stands now, passage by passage."""
    report = report_or_404(request, slug, pk)
    bench = workbench(report)
    seen(request, report)
    known = {name: getattr(report, name) for name in ReportOut.model_fields}
    return {**known, "untrue": bench.untrue, "passages": [passage_out(one, bench) for one in bench.sections]}


@router.patch(ONE, response=ReportOut)
def change_a_report(request: HttpRequest, slug: str, pk: int, told: ReportChange = ReportChange()) -> object:
    """What it is about and how it is told. What people wrote stays."""
    report = report_or_404(request, slug, pk, "report")
    unchanged(request, report)
    now = {name: getattr(report, name) for name in About.base_fields}
    form = checked(About({**now, **told.dict(exclude_unset=True)}, instance=Report.objects.get(pk=pk)))
    change_report(report, request.user, **form.cleaned_data)
    seen(request, report)
    return report


@router.get(ONE + "/preview", openapi_extra=file_of("text/html"))
def preview_report(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """As the HTML file will be, before anything is frozen."""
    return preview(request, slug, pk)


@router.get(ONE + "/facts/{name}", response=Sources)
def get_fact(request: HttpRequest, slug: str, pk: int, name: str) -> object:
    """What a number of the report stands on."""
    report = report_or_404(request, slug, pk)
    return _sources(report, basis_of_fact(report, name))


@router.get(ONE + "/sources/{int:number}", response=Sources)
def get_source(request: HttpRequest, slug: str, pk: int, number: int) -> object:
    """What a number in square brackets stands for."""
    report = report_or_404(request, slug, pk)
    return _sources(report, basis_of_source(report, number))


def _sources(report: Report, basis: Basis) -> dict[str, Any]:
    told = [
        {"organisation": one.organisation, "address": one.address, **_quoted(one)}
        for one in sources(report, basis.places[:SHOWN])
    ]
    return {"words": basis.words, "number": len(basis.places), "sources": told}


def _quoted(one: Any) -> dict[str, str]:
    return {name: getattr(one.quote, name) for name in ("before", "words", "after")}
