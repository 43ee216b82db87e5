"""Who asks for pieces of materials, what the office answers, and what became of them."""

from datetime import date, datetime
from typing import Literal

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from ninja import Field, Query, Schema, Status

from svod.api.plumbing.paging import Listing, Page, piece
from svod.api.plumbing.problems import checked
from svod.api.plumbing.versions import seen, unchanged
from svod.api.v1.router import noun
from svod.api.v1.shapes import Place, Who, one_of
from svod.register.models import PieceMove, PieceRequest
from svod.register.permissions import needed, needed_anywhere, row_or_404, visible
from svod.register.services.hand_out import ask_pieces
from svod.register.services.supply import decline, grant, send
from svod.register.totals import part_of
from svod.register.totals.pieces import given_out
from svod.web.base.doors import campaign_or_404
from svod.web.base.places import places
from svod.web.materials.doors import issues_of, moves_of, supplies
from svod.web.materials.forms import Ask, Decide, Send
from svod.web.materials.log import hand_out_form, write

router = noun("materials")
REQUESTS = "/campaigns/{slug}/requests"
LOG = "/campaigns/{slug}/hand-outs"


class RequestOut(Schema):
    id: int
    version: int
    issue: int
    organisation: Place
    pieces: int
    note: str
    state: one_of(PieceRequest.State)
    granted: int | None
    answer: str
    asked_by: Who
    asked_at: datetime

    @staticmethod
    def resolve_issue(obj: PieceRequest) -> int:
        return obj.issue_id


class RequestIn(Schema):
    organisation: int = Field(examples=[4])
    issue: int = Field(description="a version of a material")
    pieces: int = Field(ge=1, examples=[50])
    note: str = Field("", max_length=500)


class RequestsAsked(Listing):
    state: one_of(PieceRequest.State) | None = None


class GrantIn(Schema):
    granted: int = Field(ge=1, examples=[50])
    answer: str = Field("", max_length=500)


class DeclineIn(Schema):
    answer: str = Field("", max_length=500)


class SendIn(Schema):
    pieces: int = Field(ge=1, examples=[50])
    day: date
    why: str = Field("", max_length=500, description="why more goes than is there by the log")


class MoveOut(Schema):
    """A line of the log. No source: printed. No target: given out to people."""

    id: int
    issue: int
    source: Place | None
    target: Place | None
    pieces: int
    day: date
    activity: int | None
    why: str

    @staticmethod
    def resolve_issue(obj: PieceMove) -> int:
        return obj.issue_id

    @staticmethod
    def resolve_activity(obj: PieceMove) -> int | None:
        return obj.activity_id


class LogAsked(Listing):
    what: Literal["", "given"] = Field("", description="given: only what people were given")


class HandOutIn(Schema):
    what: Literal["give", "pass"] = Field("give", description="to people, or to an organisation below")
    source: int = Field(examples=[4])
    target: int | None = None
    issue: int
    pieces: int = Field(ge=1, examples=[20])
    day: date
    why: str = Field("", max_length=500, description="why more goes than is there by the log")
    activity: int | None = Field(None, description="where they were given out")


@router.get(REQUESTS, response=Page[RequestOut])
def list_piece_requests(request: HttpRequest, slug: str, asked: Query[RequestsAsked]) -> object:
    rows = visible(_requests(request, slug), request.user)
    return piece(rows.filter(state=asked.state) if asked.state else rows, asked)


@router.post(REQUESTS, response={201: RequestOut})
def ask_for_pieces(request: HttpRequest, slug: str, told: RequestIn) -> object:
    campaign = campaign_or_404(request, slug)
    needed_anywhere(request.user, "hand_out")
    offered = places(request.user, "hand_out", campaign, below=2)
    given = checked(Ask(told.dict(), places=offered, issues=issues_of(campaign, request.user))).cleaned_data
    needed(request.user, "hand_out", given["organisation"])
    made = ask_pieces(given["issue"], given["organisation"], given["pieces"], given["note"], request.user)
    return Status(201, made)


@router.get(REQUESTS + "/{int:pk}", response=RequestOut)
def get_piece_request(request: HttpRequest, slug: str, pk: int) -> object:
    found = row_or_404(_requests(request, slug), request.user, pk=pk)
    seen(request, found)
    return found


@router.post(REQUESTS + "/{int:pk}/grant", response=RequestOut)
def grant_pieces(request: HttpRequest, slug: str, pk: int, told: GrantIn) -> object:
    asked = _to_decide(request, slug, pk)
    given = checked(Decide(told.dict(), request=asked)).cleaned_data
    grant(asked, given["granted"], given["answer"], request.user)
    return asked


@router.post(REQUESTS + "/{int:pk}/decline", response=RequestOut)
def decline_pieces(request: HttpRequest, slug: str, pk: int, told: DeclineIn = DeclineIn()) -> object:
    asked = _to_decide(request, slug, pk)
    decline(asked, checked(Decide(told.dict(), request=asked)).cleaned_data["answer"], request.user)
    return asked


@router.post(REQUESTS + "/{int:pk}/send", response={201: MoveOut})
def send_pieces(request: HttpRequest, slug: str, pk: int, told: SendIn) -> object:
    """What was granted goes."""
    asked = _to_decide(request, slug, pk)
    given = checked(Send(told.dict(), request=asked)).cleaned_data
    return Status(201, send(asked, given["pieces"], given["day"], given["why"], request.user))


@router.get(LOG, response=Page[MoveOut])
def list_hand_outs(request: HttpRequest, slug: str, asked: Query[LogAsked]) -> object:
    """The log of pieces."""
    campaign = campaign_or_404(request, slug)
    rows = given_out(part_of(campaign, request.user)) if asked.what else moves_of(campaign, request.user)
    return piece(rows.select_related("source", "target"), asked)


@router.post(LOG, response={201: MoveOut})
def note_hand_out(request: HttpRequest, slug: str, told: HandOutIn) -> object:
    """What became of pieces that an organisation had."""
    campaign = campaign_or_404(request, slug)
    needed_anywhere(request.user, "hand_out")
    given = checked(hand_out_form(request.user, campaign, told.dict())).cleaned_data
    needed(request.user, "hand_out", given["source"])
    return Status(201, write(given, request.user))


def _requests(request: HttpRequest, slug: str) -> object:
    rows = PieceRequest.objects.filter(issue__material__campaign=campaign_or_404(request, slug))
    known = ("issue__material__organisation", "issue__material__campaign", "organisation", "asked_by")
    return rows.select_related(*known)


def _to_decide(request: HttpRequest, slug: str, pk: int) -> PieceRequest:
    asked = row_or_404(_requests(request, slug), request.user, pk=pk)
    if not supplies(request.user, asked.issue.material):
        raise PermissionDenied("supply")
    unchanged(request, asked)
    return asked
