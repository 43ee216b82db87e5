"""What concerns a submission as a whole: confirm all that is certain, add what was missed, take the last deed back."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from svod.register.errors import NoSuchPassage, NothingToUndo, Refused
from svod.register.models import Document, Submission
from svod.register.services.add import add, find_passage
from svod.register.services.confirm import confirm_certain
from svod.register.services.undo import last_of, rows_of, undo
from svod.web.base.doors import tell
from svod.web.base.refusals import words
from svod.web.review.cards import anchor_of
from svod.web.review.forms import AddForm
from svod.web.review.reach import submission_or_404
from svod.web.review.sheet import Sheet
from svod.web.review.views import address, changed

# What leaves other rows than it found: the page is drawn again.
RESHAPING = ("split", "add", "take_in", "turn_down", "merge", "unmerge", "tell_apart", "supersede")


@require_POST
def confirm_all_certain(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    submission = submission_or_404(request, slug, key, "review")
    try:
        number = len(confirm_certain(submission, request.user))
    except Refused as refusal:
        tell(request, refusal)
    else:
        told = ngettext("%(number)d draft confirmed.", "%(number)d drafts confirmed.", number)
        messages.success(request, told % {"number": number})
    return HttpResponseRedirect(address(submission, request.POST.get("order", "")))


@require_http_methods(["GET", "POST"])
def add_activity(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """The new card opens for its other fields; a form with a mistake comes back on a page of its own."""
    submission = submission_or_404(request, slug, key, "review")
    form = AddForm(
        request.POST or None, documents=submission.documents.all(), pack=submission.campaign.pack, prefix="n"
    )
    if request.method == "POST" and form.is_valid():
        try:
            made = add(*range_of(form), form.cleaned_data["kind"], request.user)
        except NoSuchPassage as refusal:
            form.add_error("quote", words(refusal))
        except Refused as refusal:
            tell(request, refusal)
            return HttpResponseRedirect(address(submission))
        else:
            messages.success(request, _("Added. Say the rest of it with “Correct”."))
            return HttpResponseRedirect(address(submission, request.POST.get("order", ""), anchor_of(made)))
    return render(request, "review/add.html", {"submission": submission, "add": form})


def range_of(form: AddForm) -> tuple[Document, int, int]:
    """The marked range, if it still is what was quoted; else where the quoted words stand."""
    given = form.cleaned_data
    document, start, end = given["document"], given["start"], given["end"]
    if start is not None and end is not None and document.text[start:end].split() == given["quote"].split():
        return document, start, end
    return document, *find_passage(document.text, given["quote"])


@require_POST
def undo_last(request: HttpRequest, slug: str, key: int) -> HttpResponse:
    """The person's own last deed in this submission."""
    submission = submission_or_404(request, slug, key, "review")
    done = last_of(request.user, submission)
    here = HttpResponseRedirect(address(submission, request.POST.get("order", "")))
    try:
        if done is None:
            raise NothingToUndo
        keeps_rows = done.verb not in RESHAPING
        rows = [row for row in rows_of(done) if row.document.submission_id == submission.pk]
        undo(done, request.user)
    except Refused as refusal:
        if request.htmx:
            return _said(request, submission, words(refusal))
        tell(request, refusal)
        return here
    if request.htmx and keeps_rows and rows:
        for row in rows:
            row.document.submission = submission
        return changed(request, rows, _("Taken back."))
    messages.success(request, _("Taken back."))
    return HttpResponse(headers={"HX-Redirect": here["Location"]}) if request.htmx else here


def _said(request: HttpRequest, submission: Submission, told: str) -> HttpResponse:
    around = {"sheet": Sheet(submission, request.user), "cards": (), "told": told, "refused": True}
    return render(request, "review/_changed.html", around)
