"""A table that was handed in: what each of its rows would change, and what a person takes over."""

import hashlib
from collections import Counter
from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext as _, ngettext
from django.views.decorators.http import require_http_methods

from svod.register.activity_table.lines import Table
from svod.register.activity_table.rows import ORDER, Comparison, Row
from svod.register.errors import Refused, Stale
from svod.register.models import ActivityTable, Operation
from svod.register.permissions import may_undo, row_or_404
from svod.register.services.take_table import compared, take
from svod.web.base.doors import campaign_or_404, tell
from svod.web.base.pages import one_page
from svod.web.tables.words import told_row

ON_A_PAGE = 100
MISSING = 20  # that are named


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """Nothing is written before somebody takes it over."""
    rows = ActivityTable.objects.filter(campaign=campaign_or_404(request, slug))
    table = row_or_404(rows.select_related("campaign", "organisation"), request.user, "review", pk=pk)
    found = compared(table, (get_language() or "ru",))
    if request.method == "POST":
        return _take(request, table, found)
    counts = Counter(row.state for row in found.rows)
    chosen = request.GET.get("state", "")
    shown = [row for row in found.rows if chosen in ("", row.state)]
    listed = one_page(request, sorted(shown, key=lambda row: ORDER.index(row.state)), ON_A_PAGE)
    sheet = Table.of_json(table.rows)
    context = {
        "table": table,
        "told": [told_row(row) for row in listed],
        "page": listed,
        "counts": [(state, counts[state]) for state in ORDER if counts[state]],
        "chosen": chosen,
        "to_write": counts["new"] + counts["changed"],
        "in_conflict": counts["conflict"],
        "all_seen": seal(found.rows),
        "missing_count": len(found.missing),
        "missing": found.missing[:MISSING],
        "more_missing": max(len(found.missing) - MISSING, 0),
        "unread": sheet.unread,
        "without_marks": not sheet.has_marks and any(row.target for row in found.rows),
        "done": _done(request, table),
    }
    return render(request, "tables/look.html", context)


def seal(rows: Iterable[Row]) -> str:
    """What "all" stands for: the rows that could be taken over when the person looked."""
    seen = " ".join(row.seen for row in rows if row.state in ("new", "changed"))
    return hashlib.sha256(seen.encode()).hexdigest()[:16]


def _take(request: HttpRequest, table: ActivityTable, found: Comparison) -> HttpResponse:
    try:
        chosen = _chosen(request, table, found)
        done = take(table, chosen, request.user)
    except Refused as refusal:
        tell(request, refusal)
    else:
        number = len(chosen) if done else 0
        words = ngettext("%(number)s row is taken over.", "%(number)s rows are taken over.", number)
        if number:
            again = _("Before you go on in the table, take it away anew: the new rows have their marks then.")
            messages.success(request, f"{words % {'number': number}} {again}")
        else:
            messages.info(request, _("Nothing was ticked that would change."))
    return redirect("table", table.campaign.slug, table.pk)


def _chosen(request: HttpRequest, table: ActivityTable, found: Comparison) -> list[str]:
    """The ticked rows, or all. Raises Stale where all are others now."""
    if "all" not in request.POST:
        return request.POST.getlist("row")
    if request.POST["all"] != seal(found.rows):
        raise Stale(row=table)
    return [row.seen for row in found.rows if row.state in ("new", "changed")]


def _done(request: HttpRequest, table: ActivityTable) -> list[Operation]:
    """What was taken over from it and still holds, where the person may take it back."""
    done = table.taken.filter(undone_by=None).select_related("person", "organisation")
    return [one for one in done if may_undo(request.user, one)]
