"""One activity or several: split a mention, merge two tellings, tell them apart."""

from collections.abc import Sequence

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.forms import formset_factory
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from svod.register.errors import Refused
from svod.register.models import Activity, Resemblance, State
from svod.register.permissions import visible
from svod.register.services.merge import different, proposed, same
from svod.register.services.split import MOST_PARTS, split
from svod.register.services.unmerge import unmerge
from svod.web.base.doors import campaign_or_404, tell
from svod.web.review.cards import Card, Likely
from svod.web.review.deeds import back
from svod.web.review.forms import PartForm
from svod.web.review.reach import activity_or_404, both_reviewed, same_version
from svod.web.review.sheet import Sheet
from svod.web.review.tellings import others
from svod.web.review.words import said

SHOWN = 30


@require_http_methods(["GET", "POST"])
def split_one(request: HttpRequest, slug: str, anchor: str) -> HttpResponse:
    """A row for each part: as many as the text counts, unless the person says otherwise (`?parts=3`)."""
    row = activity_or_404(request, slug, anchor)
    pack = row.campaign.pack
    number = _number(request.GET.get("parts"), row)
    parts = formset_factory(
        PartForm, extra=0, min_num=number, max_num=MOST_PARTS, absolute_max=MOST_PARTS, validate_min=True
    )
    start = [{"kind": row.kind, "title": row.title if number == 1 else ""}] * number
    forms = parts(request.POST or None, initial=start, prefix="part", form_kwargs={"pack": pack})
    if request.method == "POST" and forms.is_valid():
        try:
            same_version(row, request.POST.get("version"))
            split(row, [form.part() for form in forms], request.user)
            messages.success(request, _("Split. Check each part."))
        except Refused as refusal:
            tell(request, refusal)
        return back(request, row)
    around = {"card": Card(row, pack), "forms": forms, "submission": row.document.submission, "number": number}
    return render(request, "review/split.html", around)


def _number(asked: str | None, row: Activity) -> int:
    number = int(asked) if asked and asked.isdecimal() else row.count_most or row.count_least
    return min(max(number, 2), MOST_PARTS)


@require_http_methods(["GET", "POST"])
def merge_one(request: HttpRequest, slug: str, anchor: str) -> HttpResponse:
    """Choose which other activity this one is; those that look like it come first."""
    row = activity_or_404(request, slug, anchor)
    if request.method == "POST":
        asked = request.POST.get("other", "")
        if not asked.isdecimal():
            messages.error(request, _("Choose which other activity it is."))
            return back(request, row)
        other = get_object_or_404(mergeable(request, row), pk=int(asked))
        both_reviewed(request, row, other, row.campaign)
        try:
            same_version(row, request.POST.get("version"))
            _say_merged(request, same(row, other, request.user), (row, other))
        except Refused as refusal:
            tell(request, refusal)
        return back(request, row)
    card = Sheet(row.document.submission, request.user).cards_of([row])[0]
    words = request.GET.get("q", "").strip()
    around = {"card": card, "submission": row.document.submission, "found": _found(request, card, words), "q": words}
    return render(request, "review/merge.html", around)


def _say_merged(request: HttpRequest, head: Activity, told: Sequence[Activity]) -> None:
    """With the numbers that exclude each other: the later one may be the corrected one, and it does not count."""
    messages.success(request, _("Merged: they count as one, and every evidence is kept."))
    people = head.participants
    numbers = (one.participants for one in told)
    other = next((one for one in numbers if people and one and not people.overlaps(one)), None)
    if people and other:
        words = _(
            "Their numbers of participants differ: %(counts)s counts, the other telling says %(says)s. Where that one "
            "is right, correct the activity that counts; until the two agree, reports show both."
        )
        messages.warning(request, words % {"counts": said(people), "says": said(other)})


def _found(request: HttpRequest, card: Card, words: str) -> list[Likely]:
    """What looks like it; then those whose title, place or organiser has the words, or all of its region and kind."""
    row, likely = card.row, {one.other.pk: one for one in card.likely}
    rest = mergeable(request, row).exclude(pk__in=likely)
    if words:
        rest = rest.filter(Q(title__icontains=words) | Q(place__icontains=words) | Q(organiser__icontains=words))
    else:
        rest = rest.filter(region=row.region, kind=row.kind)
    known = others(rest.order_by("first_day", "pk").values_list("pk", flat=True)[:SHOWN])
    return [*likely.values(), *(Likely(one, one.said) for one in known.values())]


def mergeable(request: HttpRequest, row: Activity) -> QuerySet[Activity]:
    rows = Activity.objects.filter(campaign=row.campaign, same_as__isnull=True).exclude(state=State.REJECTED)
    return visible(rows, request.user, "review").exclude(pk=row.pk).select_related("campaign", "organisation")


@require_POST
def unmerge_one(request: HttpRequest, slug: str, anchor: str) -> HttpResponse:
    row = activity_or_404(request, slug, anchor)
    try:
        same_version(row, request.POST.get("version"))
        unmerge(row, request.user)
        messages.success(request, _("Separated: it counts for itself again."))
    except Refused as refusal:
        tell(request, refusal)
    return back(request, row)


@require_POST
def decide(request: HttpRequest, slug: str, key: int, answer: str) -> HttpResponse:
    """Two that look alike: "same" merges them, "different" never asks again. `from` is the card one came from."""
    campaign = campaign_or_404(request, slug)
    seen = visible(Activity.objects.filter(campaign=campaign), request.user).values("pk")
    known = ("one__campaign", "one__organisation", "one__document__submission__campaign")
    known += ("other__campaign", "other__organisation", "other__document__submission__campaign")
    pairs = Resemblance.objects.filter(one__in=seen, other__in=seen).select_related(*known)
    pair = get_object_or_404(pairs, pk=key)
    both_reviewed(request, pair.one, pair.other, campaign)
    here = pair.other if request.POST.get("from") == f"a{pair.other_id}" else pair.one
    try:
        if answer == "same":
            _say_merged(request, proposed(pair, request.user), (pair.one, pair.other))
        else:
            different(pair, request.user)
            messages.success(request, _("They stay two activities."))
    except Refused as refusal:
        tell(request, refusal)
    return back(request, here)
