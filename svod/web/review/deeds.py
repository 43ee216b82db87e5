"""What a person does with one card: each a POST that works with and without a script."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from svod.register.errors import NotInEvidence, Refused, Stale
from svod.register.models import State
from svod.register.models.finding import Finding
from svod.register.services.confirm import confirm
from svod.register.services.correct import correct
from svod.register.services.reject import reject
from svod.web.base.refusals import words
from svod.web.review.cards import Card
from svod.web.review.forms import FindingForm, form_for
from svod.web.review.reach import finding_or_404, same_version
from svod.web.review.views import address, changed


@require_POST
def confirm_one(request: HttpRequest, slug: str, anchor: str) -> HttpResponse:
    row = finding_or_404(request, slug, anchor)
    try:
        same_version(row, request.POST.get("version"))
        confirm([row], request.user, request.POST.get("number_reason", "").strip()[:500])
    except Refused as refusal:
        return changed(request, [row], "", refusal=refusal)
    return changed(request, [row], _("Confirmed."))


@require_POST
def reject_one(request: HttpRequest, slug: str, anchor: str) -> HttpResponse:
    row = finding_or_404(request, slug, anchor)
    try:
        same_version(row, request.POST.get("version"))
        reject(row, request.user)
    except Refused as refusal:
        return changed(request, [row], "", refusal=refusal)
    return changed(request, [row], _("Rejected."))


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, slug: str, anchor: str) -> HttpResponse:
    """The form in place of the card, or without a script on a page of its own."""
    row = finding_or_404(request, slug, anchor)
    pack = row.campaign.pack
    if request.method == "POST":
        form = form_for(row, pack, request.POST)
        if form.is_valid():
            answer = _correct(request, row, form)
            if answer is not None:
                return answer
            row.refresh_from_db()
    elif request.htmx and "close" in request.GET:
        return changed(request, [row], _("Nothing was changed."))
    else:
        form = form_for(row, pack)
    order = request.GET.get("order") or request.POST.get("order", "")
    around = {"card": Card(row, pack), "form": form, "submission": row.document.submission, "order": order}
    return render(request, "review/_edit.html" if request.htmx else "review/edit.html", around)


def _correct(request: HttpRequest, row: Finding, form: FindingForm) -> HttpResponse | None:
    """None where the form is to be shown again with a message."""
    given = form.cleaned_data
    try:
        same_version(row, given["version"])
        others = correct(
            row,
            form.columns(),
            request.user,
            number_reason=given["number_reason"],
            keep_sources=given.get("keep_sources", True),
            confirmed="and_confirm" in request.POST,
            likes=given["likes"],
        )
    except NotInEvidence as refusal:
        form.add_error("number_reason", words(refusal))
        return None
    except Stale as refusal:  # what was typed stays; saved again, it goes over what the other wrote
        row.refresh_from_db()
        form.renew(row.version)
        form.add_error(None, words(refusal))
        return None
    except Refused as refusal:
        return changed(request, [row], "", refusal=refusal)
    said = _("Saved and confirmed.") if row.state == State.CONFIRMED else _("Saved.")
    if others:
        told = ngettext("%(others)d other draft changed.", "%(others)d other drafts changed.", others)
        said = f"{said} {told % {'others': others}}"
        if request.htmx:  # more than this card looks different now
            return _reload(request, row, said)
    return changed(request, [row], said)


def _reload(request: HttpRequest, row: Finding, said: str) -> HttpResponse:
    messages.success(request, said)
    where = address(row.document.submission, request.POST.get("order", ""))  # with a fragment nothing would be loaded
    return HttpResponse(headers={"HX-Redirect": where})


def back(request: HttpRequest, row: Finding) -> HttpResponseRedirect:
    """To the card on its page."""
    anchor = Card(row, row.campaign.pack).anchor
    return HttpResponseRedirect(address(row.document.submission, request.POST.get("order", ""), anchor))
