"""A report that came once more, corrected: what would change is shown, then one press replaces the earlier one."""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from svod.packs import Pack
from svod.register.errors import Refused
from svod.register.models import State, Submission
from svod.register.models.finding import Finding
from svod.register.models.submission import STANDING
from svod.register.retold import Retold
from svod.register.services.supersede import as_read, put_right, stands_again, supersede
from svod.web.base.doors import tell
from svod.web.review.cards import FIELDS, Card, in_words
from svod.web.review.reach import submission_or_404
from svod.web.review.sheet import Sheet
from svod.web.review.words import LABELS


@dataclass(frozen=True)
class Again:
    """What both tell; `changes` are a field's name, what it was and what it is now. Whether it `stands`, or a person
    has to look at it once more, where they had confirmed it."""

    card: Card
    changes: Sequence[tuple[str, str, str]]
    stands: bool
    to_check: bool


@require_http_methods(["GET", "POST"])
def supersede_whole(request: HttpRequest, slug: str, key: int, earlier: int) -> HttpResponse:
    submission = submission_or_404(request, slug, key, "review")
    retold = Retold(earlier_or_404(submission, earlier), submission)
    if request.method == "POST":
        try:
            supersede(retold, request.POST.get("stamp", ""), request.user)
        except Refused as refusal:
            tell(request, refusal)
            return redirect("review_supersede", slug, key, earlier)
        messages.success(request, _("“%(name)s” is replaced and counts no more.") % {"name": retold.earlier.name})
        return redirect("submission", slug, key)
    told = list(_told(retold, submission.campaign.pack))
    around = {
        "submission": submission,
        "retold": retold,
        "changed": [one for one in told if one.changes],
        "same": sum(not one.changes for one in told),
        "stand": sum(one.stands for one in told),
        "to_check": sum(one.to_check for one in told),
        "left_out": [Card(row, submission.campaign.pack) for row in retold.left_out],
        "added": [Card(row, submission.campaign.pack) for row in retold.added],
        "signature": Sheet(submission, request.user).signature,
    }
    return render(request, "review/supersede.html", around)


def earlier_or_404(submission: Submission, key: int) -> Submission:
    """Another report of the same organisation. Mostly it came before; which of two is the right one a person knows."""
    rows = Submission.objects.filter(STANDING, campaign=submission.campaign, organisation=submission.organisation)
    found = get_object_or_404(rows.exclude(pk=submission.pk), pk=key)
    found.campaign, found.organisation = submission.campaign, submission.organisation
    return found


def _told(retold: Retold, pack: Pack) -> Iterator[Again]:
    read = as_read(retold)
    for old, new in retold.pairs:
        so = copy(new)
        for column, value in put_right(old, new, read[old]).items():
            setattr(so, column, value)
        stands = stands_again(old, new, read[old])
        waits = old.state == State.CONFIRMED and new.state == State.DRAFT and not stands
        yield Again(Card(so, pack), list(_changes(old, so, pack)), stands, waits)


def _changes(old: Finding, new: Finding, pack: Pack) -> Iterator[tuple[str, str, str]]:
    for name in FIELDS[new._meta.model_name or ""]:
        was, now = in_words(old, name, pack), in_words(new, name, pack)
        if was != now:
            yield str(LABELS[name]), was, now
