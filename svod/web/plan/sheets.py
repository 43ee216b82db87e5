"""A table of planned activities is taken over: the file, every row as it was understood, then what was ticked."""

from datetime import date
from pathlib import PurePath
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import get_language, gettext as _, gettext_lazy, ngettext

from svod.register.errors import Refused
from svod.register.models import PlanSheet
from svod.register.permissions import row_or_404
from svod.register.services.draft_plan import plan_of
from svod.register.services.import_plan import KINDS_OF_FILE, already_there, receive_sheet, take
from svod.web.base.doors import campaign_or_404, tell
from svod.web.plan.doors import place
from svod.web.review.forms import choices

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_BYTES = 20 * 1024 * 1024
WHY = {
    "no_sheet": gettext_lazy("The file cannot be opened. Save it again as XLSX or DOCX and choose that copy."),
    "no_table": gettext_lazy(
        "No table with a column for the activity and another for its day or for who answers for it was found. "
        "Compare its headings with those of the template."
    ),
    "sheet_empty": gettext_lazy("The table has headings and no rows."),
}


class TableFile(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Table, as XLSX or DOCX"), widget=forms.FileInput({"accept": ".xlsx,.docx"})
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if PurePath(file.name).suffix.lower() not in KINDS_OF_FILE:
            raise forms.ValidationError(_("Choose a file that ends in .xlsx or .docx."))
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 20 MB. A plan needs less: take the pictures out."))
        return file


def choose(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    campaign, organisation = place(request, slug, pk, "plan")
    form = TableFile(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        plan, file = plan_of(campaign, organisation, request.user), form.cleaned_data["file"]
        return redirect("plan_sheet", slug, receive_sheet(plan, file, file.name, request.user).pk)
    return render(request, "plan/choose.html", {"form": form, "organisation": organisation})


def look(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Every row; nothing is in the plan before "Take over"."""
    rows = PlanSheet.objects.filter(plan__campaign=campaign_or_404(request, slug))
    rows = rows.select_related("plan__campaign", "plan__organisation")
    sheet = row_or_404(rows, request.user, "plan", through="plan__organisation", pk=pk)
    if request.method == "POST":
        return _take(request, sheet)
    there = already_there(sheet)
    context = {
        "sheet": sheet,
        "rows": [(_dated(row), row["number"] not in there) for row in sheet.rows],
        "kinds": choices(sheet.plan.campaign.pack.kinds),
        "left": list(dict.fromkeys(heading for row in sheet.rows for heading in row.get("left", ()))),
        "why": WHY.get(sheet.problem, ""),
    }
    return render(request, "plan/sheet.html", context)


def _dated(row: dict[str, Any]) -> dict[str, Any]:
    """With days that the page can write as its language does."""
    return {**row, **{name: row[name] and date.fromisoformat(row[name]) for name in ("first_day", "last_day")}}


def _take(request: HttpRequest, sheet: PlanSheet) -> HttpResponse:
    known = {code for code, _name in choices(sheet.plan.campaign.pack.kinds)}
    chosen = {int(number) for number in request.POST.getlist("row") if number.isdecimal()}
    named = {number: request.POST.get(f"kind-{number}", "") for number in chosen}
    kinds = {number: kind for number, kind in named.items() if kind in known}
    typed = {number: parsed(request.POST.get(f"day-{number}", "")) for number in chosen}
    days = {number: day for number, day in typed.items() if day}
    try:
        number = len(take(sheet, kinds, chosen, request.user, days))
        taken = ngettext("%(number)s activity is taken over.", "%(number)s activities are taken over.", number)
        messages.success(request, taken % {"number": number})
    except Refused as refusal:
        tell(request, refusal)
    return redirect("plan", sheet.plan.campaign.slug, sheet.plan.organisation_id)


def parsed(day: str) -> date | None:
    """A day as the browser's field sends it; None for anything else."""
    try:
        return parse_date(day)
    except ValueError:  # 31 November
        return None


def table_template(request: HttpRequest, slug: str) -> HttpResponse:
    from svod.register.plan_head import template

    campaign_or_404(request, slug)
    answer = HttpResponse(template(get_language() or "ru"), content_type=XLSX)
    answer["Content-Disposition"] = 'attachment; filename="plan.xlsx"'
    return answer
