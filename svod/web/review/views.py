"""The page, and the parts of it that a script asks for."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_GET

from svod.register.errors import Refused
from svod.register.models import Activity, ReportedTotal, Submission
from svod.register.models.finding import Finding
from svod.web.base.refusals import words
from svod.web.review.cards import Card
from svod.web.review.forms import AddForm
from svod.web.review.reach import submission_or_404
from svod.web.review.sheet import Sheet


@require_GET
def page(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    sheet = Sheet(submission_or_404(request, slug, key), request.user, request.GET.get("order", ""))
    before, after = sheet.neighbours()
    add = AddForm(documents=sheet.submission.documents.all(), pack=sheet.pack, prefix="n")
    around = {"sheet": sheet, "before": before, "after": after, "add": add}
    return render(request, "review/page.html", around)


@require_GET
def keys(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    return render(request, "review/keys.html", {"submission": submission_or_404(request, slug, key)})


def address(submission: Submission, order: str = "", anchor: str = "") -> str:
    where = reverse("submission", args=(submission.campaign.slug, submission.pk))
    return where + ("?order=text" if order == "text" else "") + (f"#{anchor}" if anchor else "")


def changed(
    request: HttpRequest, rows: Sequence[Finding], said: str, *, refusal: Refused | None = None, **more: Any
) -> HttpResponse:
    """What a changing view answers. To the script the cards that changed and the counters; to a browser without it
    the page again, at the next draft, or where it was refused at the same one."""
    submission, order = rows[0].document.submission, request.POST.get("order", "")
    sheet = Sheet(submission, request.user, order)
    left = sheet.progress.left
    told = words(refusal) if refusal else f"{said} {_left(left)}"
    if request.htmx:
        cards = sheet.cards_of([_again(row) for row in rows])
        around = {"sheet": sheet, "cards": cards, "told": told, "refused": refusal is not None, **more}
        return render(request, "review/_changed.html", around)
    (messages.error if refusal else messages.success)(request, told)
    return HttpResponseRedirect(address(submission, order, _next(sheet, rows[0], stays=refusal is not None)))


def _left(left: int) -> str:
    return ngettext("%(left)d left.", "%(left)d left.", left) % {"left": left} if left else _("Everything is checked.")


def _again(row: Finding) -> Finding:
    """As the database has it now: a refused service may have changed the one at hand."""
    known = ("document__submission", "organisation", "decided_by")
    if isinstance(row, Activity):
        found: Finding = Activity.objects.select_related(*known, "same_as__organisation").get(pk=row.pk)
    else:
        found = ReportedTotal.objects.select_related(*known).get(pk=row.pk)
    return found


def _next(sheet: Sheet, row: Finding, *, stays: bool) -> str:
    """The address of the next draft in the order of the page; of the card itself where none is left."""
    cards = sheet.cards
    here = next(card for card in cards if (type(card.row), card.row.pk) == (type(row), row.pk))
    if stays:
        return here.anchor
    if sheet.order != "text":  # drafts stand first
        return next((card.anchor for card in cards if card.is_draft), here.anchor)
    place = cards.index(here)
    following: list[Card] = [*cards[place + 1 :], *cards[:place]]
    return next((card.anchor for card in following if card.is_draft), here.anchor)
