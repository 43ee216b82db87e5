"""A table as a file: the same rows, order and columns; written as it is read; no text of it becomes a formula."""

import csv
import json
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBadRequest, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from svod.publishing.quotes import printable
from svod.publishing.sheets import Column as SheetColumn, Sheet
from svod.publishing.xlsx import write_sheets
from svod.register.history import operation
from svod.register.models import Campaign
from svod.register.permissions import needed_anywhere
from svod.web.activities.columns import Cell, Exported
from svod.web.activities.guarded import guarded
from svod.web.activities.tables import KINDS, Table
from svod.web.base.doors import campaign_or_404

MOST_OF_A_WORKBOOK = 100_000  # rows; it is there only when its last row is, and spreadsheets open it for minutes
AT_ONCE = 2000  # rows held in memory
BYTE_ORDER_MARK = "\ufeff"  # by which Excel knows UTF-8
SEPARATORS = {"semicolon": ";", "comma": ",", "tab": "\t"}
LINES = 500
TYPES = {"csv": "text/csv; charset=utf-8", "jsonl": "application/x-ndjson; charset=utf-8"}
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


@require_safe
def export(request: HttpRequest, slug: str, table: str, form: str) -> HttpResponse:
    """The table of the address as a file; who took what is on record."""
    campaign = campaign_or_404(request, slug)
    needed_anywhere(request.user, "export")
    shown = Table(KINDS[table], request, campaign)
    if not shown.selection.is_valid():
        return HttpResponseBadRequest(gettext("The address asks for something that there is not."))
    if form == "xlsx" and len(shown.selection.some(MOST_OF_A_WORKBOOK + 1)) > MOST_OF_A_WORKBOOK:
        messages.error(
            request, gettext("A workbook does not hold that many rows well: take them as CSV or JSON Lines.")
        )
        return redirect(f"{reverse(table, args=[slug])}?{request.GET.urlencode()}")
    name = f"{campaign.slug}-{table}-{timezone.localdate():%Y-%m-%d}.{form}"
    _note(request, campaign, f"{name} · {shown.found.count()}")
    columns = list(guarded(shown.columns, campaign, get_language() or ""))
    if form == "xlsx":
        return _xlsx(shown, columns, name)
    lines = _csv(request, shown, columns) if form == "csv" else _jsonl(shown, columns)
    response = StreamingHttpResponse(_in_pieces(lines), content_type=TYPES[form])
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _note(request: HttpRequest, campaign: Campaign, what: str) -> None:
    query = request.GET.urlencode()
    with operation("export", request.user, campaign, campaign.organisation, note=f"{what} · {query}"):
        pass  # a deed that changes no row


def _rows(shown: Table, columns: Sequence[Exported]) -> Iterator[tuple[Cell, ...]]:
    for row in shown.all_rows().iterator(chunk_size=AT_ONCE):
        yield tuple(column.value(row, shown.words) for column in columns)


def _csv(request: HttpRequest, shown: Table, columns: Sequence[Exported]) -> Iterator[str]:
    usual = "comma" if get_language() == "en" else "semicolon"  # what a spreadsheet set to that language expects
    separator = SEPARATORS.get(request.GET.get("separator", ""), SEPARATORS[usual])
    writer = csv.writer(_Echo(), delimiter=separator)
    yield BYTE_ORDER_MARK + writer.writerow([str(column.heading) for column in columns])
    for row in _rows(shown, columns):
        yield writer.writerow([as_text(cell) for cell in row])


def _jsonl(shown: Table, columns: Sequence[Exported]) -> Iterator[str]:
    """An object in each line, its names those of the register in every language."""
    names = [column.name for column in columns]
    for row in _rows(shown, columns):
        yield json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, default=str) + "\n"


def _in_pieces(lines: Iterator[str]) -> Iterator[str]:
    """Many lines at once: each piece is sent by itself."""
    while piece := "".join(islice(lines, LINES)):
        yield piece


class _Echo:
    """A file that hands every line back."""

    def write(self, line: str) -> str:
        return line


def as_text(cell: Cell) -> str | int | float:
    """The cell as a text, with an apostrophe before what a spreadsheet would take for a formula."""
    match cell:
        case None:
            return ""
        case date():
            return cell.isoformat()
        case int() | float():
            return cell
        case _:
            text = printable(cell)
            return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text


def _xlsx(shown: Table, columns: Sequence[Exported], name: str) -> FileResponse:
    sheet = Sheet(
        gettext("Activities") if shown.kind.name == "activities" else gettext("Reported totals"),
        tuple(SheetColumn(str(column.heading), column.look, column.width) for column in columns),
        _rows(shown, columns),
        frozen=1,
    )
    with TemporaryDirectory(prefix="svod-") as folder:
        path = Path(folder, name)
        write_sheets([sheet], path)
        content: Any = path.open("rb")  # stays readable when the folder is gone
    return FileResponse(content, as_attachment=True, filename=name)
