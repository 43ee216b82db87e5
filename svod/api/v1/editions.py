"""Versions of a report: frozen, signed, taken away as files, compared, verified by anybody."""

from datetime import datetime
from typing import Any, Literal

from django.http import FileResponse, Http404, HttpRequest
from django.urls import reverse
from ninja import Field, Query, Schema, Status

from svod.api.plumbing.openapi import file_of
from svod.api.plumbing.paging import Listing, Page, piece
from svod.api.v1.router import noun
from svod.api.v1.shapes import Reason, Who, one_of
from svod.register.models import Edition
from svod.register.services.freeze_report import freeze_report
from svod.register.services.sign_edition import sign_edition, withdraw_edition
from svod.web.reports.compare import changes_since
from svod.web.reports.doors import report_or_404
from svod.web.reports.editions import download, edition_or_404, known
from svod.web.verify.views import as_printed, edition_with

router = noun("reports")
HERE = "/campaigns/{slug}/reports/{int:pk}/versions"
ONE = HERE + "/{int:number}"
MEDIA = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/pdf",
    "text/html",
)


class EditionFileOut(Schema):
    name: str = Field(examples=["report.docx"])
    size: int
    sha256: str


class EditionOut(Schema):
    number: int
    code: str = Field(description="by which anybody verifies it", examples=["ABCD-EFGH-JKMN"])
    address: str
    state: one_of(Edition.State)
    sha256: str = Field(description="of the report as it was frozen")
    files: list[EditionFileOut]
    made_by: Who
    made_at: datetime
    signed_by: Who | None
    signed_at: datetime | None
    withdrawn_by: Who | None
    withdrawn_at: datetime | None
    withdrawn_why: str
    holds: bool = Field(description="it is signed, and the signature was not withdrawn")

    @staticmethod
    def resolve_files(obj: Edition) -> Any:
        return [one for one in obj.files.all() if one.file]


class StretchOut(Schema):
    how: str = Field(description="in both texts, or in the earlier or the later one only")
    text: str


class Compared(Schema):
    title: str
    how: Literal["added", "removed", "changed"]
    differences: list[StretchOut]


class Verified(Schema):
    """What anybody is told of a version."""

    code: str
    organisation: str
    made_at: datetime
    signed_by: str | None
    signed_at: datetime | None
    holds: bool
    files: list[EditionFileOut]


@router.get(HERE, response=Page[EditionOut])
def list_editions(request: HttpRequest, slug: str, pk: int, asked: Query[Listing]) -> object:
    return piece(known(report_or_404(request, slug, pk)), asked)


@router.post(HERE, response={201: EditionOut})
def freeze_a_report(request: HttpRequest, slug: str, pk: int) -> object:
    """What it says now is kept, and a worker makes its files: look at the version until it is ready."""
    report = report_or_404(request, slug, pk, "report")
    made = freeze_report(report, request.user, lambda code: request.build_absolute_uri(reverse("verify", args=(code,))))
    return Status(201, made)


@router.get(ONE, response=EditionOut)
def get_edition(request: HttpRequest, slug: str, pk: int, number: int) -> object:
    return edition_or_404(report_or_404(request, slug, pk), number)


@router.get(ONE + "/files/{name}", openapi_extra=file_of(*MEDIA))
def download_edition(request: HttpRequest, slug: str, pk: int, number: int, name: str) -> FileResponse:
    """report.docx, report.pdf, report.html, slides.pptx or register.xlsx."""
    return download(request, slug, pk, number, name)


@router.post(ONE + "/sign", response=EditionOut)
def sign_an_edition(request: HttpRequest, slug: str, pk: int, number: int) -> object:
    edition = edition_or_404(report_or_404(request, slug, pk, "sign"), number)
    sign_edition(edition, request.user)
    return edition


@router.post(ONE + "/withdraw", response=EditionOut)
def withdraw_an_edition(request: HttpRequest, slug: str, pk: int, number: int, told: Reason = Reason()) -> object:
    """The signature holds no longer; the record of it stays."""
    edition = edition_or_404(report_or_404(request, slug, pk, "sign"), number)
    withdraw_edition(edition, request.user, told.why)
    return edition


@router.get(ONE + "/compare", response=list[Compared])
def compare_edition(request: HttpRequest, slug: str, pk: int, number: int) -> object:
    """What the report says otherwise now than that version did, word by word."""
    report = report_or_404(request, slug, pk)
    return changes_since(report, edition_or_404(report, number))


@router.get("/verify/{code}", response=Verified, auth=None, throttle=[])
def verify_edition(request: HttpRequest, code: str) -> object:
    """Open to anybody, as its page is: who signed a version, when, and the hashes of its files."""
    edition = edition_with(as_printed(code))
    if edition is None:
        raise Http404(code)
    names = ("code", "made_at", "signed_at", "holds")
    signed_by = str(edition.signed_by) if edition.signed_by else None
    told = {"organisation": edition.report.organisation.name, "signed_by": signed_by}
    return {**{name: getattr(edition, name) for name in names}, **told, "files": list(edition.files.all())}
