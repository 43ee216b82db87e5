"""Organisations from a sheet: looked at row by row, then written, and taken back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import File, Form, Schema
from ninja.files import UploadedFile

from svod.api.plumbing.openapi import file_of
from svod.api.plumbing.problems import Said, checked
from svod.api.v1.router import noun
from svod.api.v1.shapes import Done
from svod.register.models import Operation, Organisation
from svod.register.organisations_plan import Planned, plan
from svod.register.organisations_sheet import read_sheet
from svod.register.permissions import needed_anywhere, row_or_404
from svod.register.services.import_organisations import import_organisations
from svod.register.services.organise import undo_organising
from svod.register.workbook import XLSX, BadSheet
from svod.web.organise import words as organise_words
from svod.web.organise.forms import Sheet
from svod.web.organise.sheets import sheet_template

router = noun("organisations")
IMPORTS = "/organisations/imports"


class ImportRow(Schema):
    number: int
    state: str
    name: str
    errors: list[str]


class Import(Schema):
    """What each row does; `operation` is what wrote it, null where it was only looked at."""

    operation: int | None
    rows: list[ImportRow]


@router.get(IMPORTS + "/template", openapi_extra=file_of(XLSX))
def download_import_template(request: HttpRequest) -> HttpResponse:
    return sheet_template(request)


@router.post(IMPORTS, response=Import)
def import_sheet(
    request: HttpRequest, organisation: Form[int], file: File[UploadedFile], write: Form[bool] = False
) -> object:
    """Organisations below one, from a sheet. Look first (`write` false): every row says what it would do. Rows with
    errors are left out."""
    needed_anywhere(request.user, "organise")
    given = checked(Sheet({"organisation": organisation}, {"file": file}, person=request.user)).cleaned_data
    base: Organisation = given["organisation"]
    try:
        rows = plan(read_sheet(file), base)
    except BadSheet as refusal:
        raise Said(organise_words.file_words(refusal.code, refusal.details), refusal.code) from refusal
    done = import_organisations(rows, base, request.user, file.name or "") if write else None
    return {"operation": done and done.pk, "rows": [_planned(row) for row in rows]}


@router.post(IMPORTS + "/{int:pk}/undo", response=Done)
def undo_import(request: HttpRequest, pk: int) -> Done:
    """`pk` is the operation that wrote it."""
    done = row_or_404(Operation.objects.filter(verb="import_organisations"), request.user, "organise", pk=pk)
    undo_organising(done, request.user)
    return Done()


def _planned(row: Planned) -> dict[str, Any]:
    known = {"number": row.number, "state": row.state, "name": row.columns.get("name", "")}
    return {**known, "errors": organise_words.row_words(row)}
