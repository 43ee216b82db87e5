"""Who did what, when; and taking it back. Parts are signed and reopened here, too."""

from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from ninja import Field, Query, Schema, Status

from svod.api.plumbing.paging import Listing, Page, piece
from svod.api.v1.router import noun
from svod.api.v1.shapes import Place, Reason, Who
from svod.register.models import Operation
from svod.register.permissions import may_undo, row_or_404, visible
from svod.register.services.reopen import reopen
from svod.register.services.sign import sign
from svod.register.services.undo import undo
from svod.web.base.doors import campaign_or_404
from svod.web.history.views import selected
from svod.web.signing.ladder import ladder
from svod.web.signing.views import part_or_404

router = noun("history")
HERE = "/campaigns/{slug}"


class ChangeOut(Schema):
    """A row: what changed in it. `before` is null where it was made, `after` where it was deleted."""

    model: str = Field(examples=["activity"])
    row: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    version: int


class OperationOut(Schema):
    id: int
    verb: str = Field(examples=["confirm"])
    person: Who | None = Field(description="null: the machine")
    organisation: Place | None
    at: datetime
    note: str
    undoes: int | None

    @staticmethod
    def resolve_undoes(obj: Operation) -> int | None:
        return obj.undoes_id


class OperationWhole(OperationOut):
    changes: list[ChangeOut]

    @staticmethod
    def resolve_changes(obj: Operation) -> Any:
        """Rows of activities and totals: what lies behind them (a submission's file) is no reader's business."""
        return [one for one in obj.changes.all() if one.model in ("activity", "reportedtotal")]


class HistoryAsked(Listing):
    person: int | None = None
    verb: str = Field("", max_length=40)
    row: str = Field("", pattern=r"^([at]\d{1,18})?$", description="an activity (a12) or a total (t5)")


class SignatureOut(Schema):
    id: int
    organisation: Place
    signed_by: Who
    signed_at: datetime
    reopened_by: Who | None
    reopened_at: datetime | None
    reopened_why: str


class Rung(Schema):
    """An organisation's part: its own and everything below it, with what is left to do before it is signed."""

    organisation: Place
    submissions: int
    unread: int
    stuck: int
    drafts: int
    signature: SignatureOut | None
    waits_for: list[Place] = Field(description="have not signed below it")
    may_sign: bool
    is_ready: bool


@router.get(HERE + "/history", response=Page[OperationOut])
def list_history(request: HttpRequest, slug: str, asked: Query[HistoryAsked]) -> object:
    """Oldest first."""
    seen = visible(Operation.objects.filter(campaign=campaign_or_404(request, slug)), request.user)
    person = "" if asked.person is None else str(asked.person)
    return piece(selected(seen, person, asked.verb, asked.row), asked)


@router.get(HERE + "/history/{int:pk}", response=OperationWhole)
def get_operation(request: HttpRequest, slug: str, pk: int) -> object:
    """With the activities and totals that it changed, as far as the person sees them."""
    return _operation(request, slug, pk)


@router.post(HERE + "/history/{int:pk}/undo", response=OperationOut)
def undo_operation(request: HttpRequest, slug: str, pk: int) -> object:
    """One's own deed, or as a coordinator another's; answers with the deed that took it back."""
    done = _operation(request, slug, pk)
    if not may_undo(request.user, done):
        raise PermissionDenied("undo")
    return undo(done, request.user)


@router.get(HERE + "/signing", response=list[Rung])
def list_parts(request: HttpRequest, slug: str) -> object:
    """From the top down, as far as the person sees."""
    return ladder(campaign_or_404(request, slug), request.user)


@router.post(HERE + "/signing/{int:pk}/sign", response={201: SignatureOut})
def sign_part(request: HttpRequest, slug: str, pk: int) -> object:
    """Nothing in an organisation's part can be changed then until it is reopened."""
    campaign, organisation = part_or_404(request, slug, pk)
    return Status(201, sign(campaign, organisation, request.user))


@router.post(HERE + "/signing/{int:pk}/reopen", response=list[SignatureOut])
def reopen_part(request: HttpRequest, slug: str, pk: int, told: Reason = Reason()) -> object:
    """With a reason; every part that it belongs to is open again, too."""
    campaign, organisation = part_or_404(request, slug, pk)
    return reopen(campaign, organisation, request.user, told.why)


def _operation(request: HttpRequest, slug: str, pk: int) -> Operation:
    rows = Operation.objects.filter(campaign=campaign_or_404(request, slug))
    known = ("person", "organisation", "campaign", "undoes")
    return row_or_404(rows.select_related(*known).prefetch_related("changes"), request.user, pk=pk)
