"""Import organisations from a sheet: choose the file, look at every row, then write it."""

import json
import secrets
from collections import Counter
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import get_language, gettext as _
from django.views.decorators.http import require_POST

from svod.register.errors import Refused
from svod.register.models import Operation, Organisation, Person
from svod.register.organisations_plan import Planned, plan
from svod.register.organisations_sheet import BadSheet, read_sheet, template
from svod.register.permissions import may_anywhere, row_or_404, visible
from svod.register.services.import_organisations import import_organisations
from svod.register.services.organise import undo_organising
from svod.web.base.doors import tell
from svod.web.base.pages import one_page
from svod.web.organise.forms import Sheet
from svod.web.organise.words import file_words, row_words

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FOLDER = "imports"  # plans that wait for their confirmation
KEPT_FOR = timedelta(days=1)
ORDER = ("error", "new", "changed", "same")


def choose(request: HttpRequest) -> HttpResponse:
    _may_import(request.user)
    form = Sheet(request.POST or None, request.FILES or None, person=request.user)
    if request.method == "POST" and form.is_valid():
        base, file = form.cleaned_data["organisation"], form.cleaned_data["file"]
        try:
            rows = plan(read_sheet(file), base)
        except BadSheet as refusal:
            form.add_error("file", file_words(refusal.code, refusal.details))
        else:
            request.session["import"] = _keep({"name": file.name, "base": base.pk, "rows": [r.as_json() for r in rows]})
            return redirect("look_at_import")
    return render(request, "organise/choose.html", {"form": form, "done": _done_by(request.user)})


def look(request: HttpRequest) -> HttpResponse:
    """Every row, those with errors first. Nothing is written before "Import"."""
    _may_import(request.user)
    kept = _kept(request)
    if kept is None:
        messages.error(request, _("Choose the file again: its preview is no longer kept."))
        return redirect("import_organisations")
    rows = [Planned(**row) for row in kept["rows"]]
    base = row_or_404(Organisation.objects.all(), request.user, "organise", through="", pk=kept["base"])
    if request.method == "POST":
        return _write(request, rows, base, kept["name"])
    counts = Counter(row.state for row in rows)
    shown = [row for row in rows if row.state == request.GET.get("state")] if request.GET.get("state") else rows
    page = one_page(request, sorted(shown, key=lambda row: ORDER.index(row.state)), 100)
    parents = _names_of(page.object_list, rows)
    told = [(row, row_words(row), parents.get(row.parent, "")) for row in page]
    context = {
        "told": told,
        "page": page,
        "base": base,
        "name": kept["name"],
        "counts": [(s, counts[s]) for s in ORDER],
    }
    return render(request, "organise/look.html", {**context, "to_write": counts["new"] + counts["changed"]})


def _write(request: HttpRequest, rows: list[Planned], base: Organisation, name: str) -> HttpResponse:
    try:
        done = import_organisations(rows, base, request.user, name)
    except Refused as refusal:
        tell(request, refusal)
        return redirect("import_organisations")
    _forget(request)
    count = done.changes.count()
    messages.success(request, _("Imported: %(count)s organisations are new or changed.") % {"count": count})
    return redirect("import_organisations")


def sheet_template(request: HttpRequest) -> HttpResponse:
    _may_import(request.user)
    example = [
        {"name": "Рудненская городская организация", "level": "district", "unit": "Рудный", "number": "39-12"},
        {"name": "Школа № 7", "level": "primary", "parent": "Рудненская городская организация", "number": "39-12-7"},
    ]
    answer = HttpResponse(template(get_language() or "ru", example), content_type=XLSX)
    answer["Content-Disposition"] = 'attachment; filename="organisations.xlsx"'
    return answer


@require_POST
def undo_import(request: HttpRequest, pk: int) -> HttpResponse:
    done = row_or_404(Operation.objects.filter(verb="import_organisations"), request.user, "organise", pk=pk)
    try:
        undo_organising(done, request.user)
        messages.success(request, _("The import is taken back."))
    except Refused as refusal:
        tell(request, refusal)
    return redirect("import_organisations")


def _may_import(person: Person) -> None:
    if not may_anywhere(person, "organise"):
        raise PermissionDenied("organise")


def _done_by(person: Person) -> Any:
    """Imports that can still be taken back."""
    seen = visible(Operation.objects.filter(verb="import_organisations", undone_by=None), person, "organise")
    return seen.select_related("person", "organisation").order_by("-pk")[:10]


def _names_of(page: list[Planned], rows: list[Planned]) -> dict[int, str]:
    there = Organisation.objects.filter(pk__in={row.parent for row in page if row.parent > 0})
    made = {-row.number: row.columns.get("name", "") for row in rows}
    return {**dict(there.values_list("pk", "name")), **made}


def _keep(told: dict[str, Any]) -> str:
    """The plan on disk, under a name that only the person's session knows; what was forgotten is cleared away."""
    _clear_away()
    data = json.dumps(told, ensure_ascii=False).encode()
    return default_storage.save(f"{FOLDER}/{secrets.token_urlsafe(16)}.json", ContentFile(data))


def _kept(request: HttpRequest) -> dict[str, Any] | None:
    name = request.session.get("import", "")
    if not name or not default_storage.exists(name):
        return None
    with default_storage.open(name) as file:
        return json.load(file)


def _forget(request: HttpRequest) -> None:
    default_storage.delete(request.session.pop("import"))


def _clear_away() -> None:
    try:
        names = default_storage.listdir(FOLDER)[1]
    except FileNotFoundError:  # nothing was ever kept there
        return
    for name in (f"{FOLDER}/{name}" for name in names):
        if timezone.now() - default_storage.get_modified_time(name) > KEPT_FOR:
            default_storage.delete(name)
