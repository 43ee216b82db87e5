"""Tables of activities: taken away filled with what is known, handed in again, taken over row by row."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from ninja import Field, File, Form, Query, Schema, Status
from ninja.files import UploadedFile

from svod.api.plumbing.openapi import file_of
from svod.api.plumbing.paging import Listing, Page, piece
from svod.api.plumbing.problems import checked
from svod.api.v1.router import noun
from svod.api.v1.shapes import Done, Place, Who
from svod.register.activity_table.rows import Row
from svod.register.models import ActivityTable
from svod.register.permissions import needed_anywhere, row_or_404, visible
from svod.register.services.take_table import compared, receive_table, take
from svod.register.workbook import XLSX
from svod.web.base.doors import campaign_or_404
from svod.web.base.places import places
from svod.web.tables.forms import HandIn, TakeAway
from svod.web.tables.views import taken_away
from svod.web.tables.words import told_row

router = noun("tables")
HERE = "/campaigns/{slug}/tables"


class TableOut(Schema):
    id: int
    organisation: Place
    name: str
    received_by: Who
    received_at: datetime


class DifferenceOut(Schema):
    field: str
    now: str
    said: str
    was: str


class TableRow(Schema):
    """What a row would do: new, changed, same, conflict, error …"""

    number: int
    state: str
    seen: str = Field(description="what is said yes to: the row and the version it was compared with")
    activity: int | None
    heading: str
    errors: list[str]
    notes: list[str]
    changes: list[DifferenceOut]


class TableWhole(TableOut):
    rows: list[TableRow]
    missing: list[int] = Field(description="activities that no row is about: they stay as they are")


class TakenIn(Schema):
    seen: list[str] = Field(max_length=50_000, examples=[["5.0", "6.2"]])


class TemplateAsked(Schema):
    organisation: int
    language: str = Field("both", description="both, ru, kk or en")


@router.get(HERE, response=Page[TableOut])
def list_tables(request: HttpRequest, slug: str, asked: Query[Listing]) -> object:
    needed_anywhere(request.user, "export")
    rows = visible(ActivityTable.objects.filter(campaign=campaign_or_404(request, slug)), request.user, "review")
    return piece(rows.select_related("organisation", "received_by").defer("rows"), asked)


@router.get(HERE + "/template", openapi_extra=file_of(XLSX))
def download_table(request: HttpRequest, slug: str, asked: Query[TemplateAsked]) -> HttpResponse:
    """The workbook with what is known of an organisation and those below it; who took it is on record."""
    offered = places(request.user, "export", campaign_or_404(request, slug))
    checked(TakeAway(asked.dict(), places=offered))
    return taken_away(request, slug)


@router.post(HERE, response={201: TableWhole})
def send_table(request: HttpRequest, slug: str, organisation: Form[int], file: File[UploadedFile]) -> object:
    """Nothing is written before rows are taken over. The same bytes again are the same table."""
    campaign = campaign_or_404(request, slug)
    needed_anywhere(request.user, "review")
    offered = places(request.user, "review", campaign)
    given = checked(HandIn({"organisation": organisation}, {"file": file}, places=offered)).cleaned_data
    return Status(201, _told(receive_table(file, file.name or "?", campaign, given["organisation"], request.user)))


@router.get(HERE + "/{int:pk}", response=TableWhole)
def get_table(request: HttpRequest, slug: str, pk: int) -> object:
    """Compared with the register anew."""
    return _told(_table(request, slug, pk))


@router.post(HERE + "/{int:pk}/take", response=Done)
def take_table(request: HttpRequest, slug: str, pk: int, told: TakenIn) -> Done:
    """Write the rows that were seen; refused where one would now do something else."""
    done = take(_table(request, slug, pk), told.seen, request.user)
    return Done(number=len(told.seen) if done else 0)


def _table(request: HttpRequest, slug: str, pk: int) -> ActivityTable:
    rows = ActivityTable.objects.filter(campaign=campaign_or_404(request, slug))
    return row_or_404(rows.select_related("campaign", "organisation", "received_by"), request.user, "review", pk=pk)


def _told(table: ActivityTable) -> dict[str, Any]:
    found = compared(table, (get_language() or "ru",))
    known = {name: getattr(table, name) for name in TableOut.model_fields}
    return {**known, "rows": [_row(row) for row in found.rows], "missing": [one.pk for one in found.missing]}


def _row(row: Row) -> dict[str, Any]:
    told = told_row(row)
    known = {"number": row.number, "state": row.state, "seen": row.seen, "activity": row.target and row.target.pk}
    return {**known, "heading": told.heading, "errors": told.words, "notes": told.notes, "changes": row.changes}
