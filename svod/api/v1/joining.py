"""One activity or several: split a mention, merge two tellings, tell them apart."""

from typing import Any, Literal

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, Query, Schema

from svod.api.plumbing.paging import Listing, Page, piece
from svod.api.plumbing.problems import checked
from svod.api.plumbing.versions import unchanged
from svod.api.v1.activities import ActivityOut, shown, told
from svod.api.v1.router import noun
from svod.api.v1.shapes import Bounds, Done, one_of
from svod.register.models import Activity, Resemblance
from svod.register.permissions import needed_anywhere, visible
from svod.register.services.join_copies import certain_copies, join_copies, told_in
from svod.register.services.merge import different, proposed, same
from svod.register.services.split import MOST_PARTS, Part, split
from svod.register.services.unmerge import unmerge
from svod.web.base.doors import campaign_or_404
from svod.web.review.forms import PartForm
from svod.web.review.pairs import mergeable
from svod.web.review.reach import activity_or_404, both_reviewed

router = noun("review")
HERE = "/campaigns/{slug}"
KNOWN = [f"{which}__{what}" for which in ("one", "other") for what in ("campaign", "organisation", "document")]


class PartIn(Schema):
    kind: str = Field(examples=["training"])
    participants: Bounds | None = None
    title: str = Field("", max_length=500)


class Parts(Schema):
    parts: list[PartIn] = Field(min_length=2, max_length=MOST_PARTS)


class Other(Schema):
    other: int = Field(examples=[13], description="the activity that it is the same as")


class PairOut(Schema):
    """Two activities of different submissions that may be one."""

    id: int
    one: int
    other: int
    score: float
    certain: bool
    decision: one_of(Resemblance.Decision)

    @staticmethod
    def resolve_one(obj: Resemblance) -> int:
        return obj.one_id

    @staticmethod
    def resolve_other(obj: Resemblance) -> int:
        return obj.other_id


class Answer(Schema):
    answer: Literal["same", "different"]


class Certain(Schema):
    submission: int | None = Field(None, description="only what it tells")
    pairs: list[int] | None = Field(None, max_length=1000, description="only these, of the list of resemblances")


class PairsAsked(Listing):
    decision: one_of(Resemblance.Decision) = Resemblance.Decision.OPEN


@router.post(HERE + "/activities/{int:pk}/split", response=list[ActivityOut])
def split_activity(request: HttpRequest, slug: str, pk: int, said: Parts) -> object:
    """One mention that stands for several becomes several drafts, each with the same words."""
    row = activity_or_404(request, slug, f"a{pk}")
    unchanged(request, row)
    made = split(row, [_part(row, one) for one in said.parts], request.user)
    return list(told(Activity.objects.filter(pk__in=[one.pk for one in made]).order_by("pk")))


@router.post(HERE + "/activities/{int:pk}/merge", response=ActivityOut)
def merge_activity(request: HttpRequest, slug: str, pk: int, said: Other) -> object:
    """They count as one, the fuller telling; every evidence is kept. Answers with the one that counts."""
    row = activity_or_404(request, slug, f"a{pk}")
    other = get_object_or_404(mergeable(request, row), pk=said.other)
    both_reviewed(request, row, other, row.campaign)
    unchanged(request, row)
    return shown(request, same(row, other, request.user))


@router.post(HERE + "/activities/{int:pk}/separate", response=ActivityOut)
def separate_activity(request: HttpRequest, slug: str, pk: int) -> object:
    """It counts for itself again."""
    row = activity_or_404(request, slug, f"a{pk}")
    unchanged(request, row)
    unmerge(row, request.user)
    return shown(request, row)


@router.get(HERE + "/resemblances", response=Page[PairOut])
def list_resemblances(request: HttpRequest, slug: str, asked: Query[PairsAsked]) -> object:
    """Pairs that the machine proposes as one."""
    return piece(_pairs(request, slug).filter(decision=asked.decision), asked)


@router.post(HERE + "/resemblances/{int:pk}/decide", response=Done)
def decide_resemblance(request: HttpRequest, slug: str, pk: int, said: Answer) -> Done:
    """The same: they are merged. Different: nobody is asked again."""
    pair = get_object_or_404(_pairs(request, slug), pk=pk)
    both_reviewed(request, pair.one, pair.other, pair.one.campaign)
    if said.answer == "same":
        proposed(pair, request.user)
    else:
        different(pair, request.user)
    return Done()


@router.post(HERE + "/resemblances/join", response=list[int])
def join_certain_copies(request: HttpRequest, slug: str, said: Certain = Certain()) -> object:
    """Join at once what surely tells again what is confirmed: all of it, one submission's, or the pairs named. Answers
    with the operations to take back by, nearly always one; none where nothing was to be joined."""
    needed_anywhere(request.user, "review")
    found = certain_copies(campaign_or_404(request, slug), request.user).select_related(*KNOWN)
    if said.submission is not None:
        found = told_in(found, said.submission)
    if said.pairs is not None:
        found = found.filter(pk__in=said.pairs)
    return [one.pk for one in join_copies(found.order_by("-score", "pk"), request.user)]


def _pairs(request: HttpRequest, slug: str) -> Any:
    seen = visible(Activity.objects.filter(campaign=campaign_or_404(request, slug)), request.user).values("pk")
    return Resemblance.objects.filter(one__in=seen, other__in=seen).select_related(*KNOWN)


def _part(row: Activity, said: PartIn) -> Part:
    ends = said.participants
    given = {"kind": said.kind, "title": said.title, "least": ends and ends.least, "most": ends and ends.most}
    return checked(PartForm(given, pack=row.campaign.pack)).part()
