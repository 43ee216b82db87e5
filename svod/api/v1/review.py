"""Review: confirm, correct, reject what was read; add what was missed; take back."""

from datetime import date
from typing import Any, Literal

from django.http import HttpRequest
from ninja import Field, Schema, Status

from svod.api.plumbing.problems import checked
from svod.api.plumbing.versions import unchanged
from svod.api.v1.activities import ActivityOut, TotalOut, shown
from svod.api.v1.router import noun
from svod.api.v1.shapes import Bounds, Done, Reason
from svod.api.v1.submissions import SubmissionOut, counted
from svod.register.errors import NothingToUndo
from svod.register.models.finding import Finding
from svod.register.retold import Retold
from svod.register.services.add import add
from svod.register.services.confirm import confirm, confirm_certain
from svod.register.services.correct import correct
from svod.register.services.move import move
from svod.register.services.reject import reject
from svod.register.services.supersede import supersede
from svod.register.services.undo import last_of, undo
from svod.register.services.withdraw import withdraw
from svod.web.inbox.forms import Aside
from svod.web.review.elsewhere import elsewhere
from svod.web.review.forms import AddForm, form_for
from svod.web.review.reach import finding_or_404, submission_or_404
from svod.web.review.supersede import earlier_or_404
from svod.web.review.whole import range_of

router = noun("review")
HERE = "/campaigns/{slug}"


class StandBehind(Schema):
    number_reason: str = Field("", max_length=500, description="where a number is from that its words do not say")


class Correction(Schema):
    """What is left out stays as it is."""

    kind: str | None = Field(None, examples=["seminar"])
    region: str | None = None
    place: str | None = Field(None, max_length=200)
    number_reason: str | None = Field(None, max_length=500)
    confirm: bool = Field(False, description="stand behind it at once")
    likes: Literal["", "submission", "organisation"] = Field(
        "", description="change kind, organiser and region in all drafts from there that had the same"
    )


class ActivityCorrection(Correction):
    title: str | None = Field(None, max_length=500)
    first_day: date | None = None
    last_day: date | None = None
    organiser: str | None = Field(None, max_length=500)
    participants: Bounds | None = Field(None, examples=[{"least": 45, "most": 45}])
    count: Bounds | None = None
    audience: list[str] | None = None
    partners: list[str] | None = None
    materials: list[str] | None = None
    online: bool | None = None
    planned: bool | None = None
    keep_sources: bool = Field(True, description="the marked words say the new values too")


class TotalCorrection(Correction):
    measure: str | None = None
    value: Bounds | None = None


class Missed(Schema):
    """Words of a text that tell an activity the machine missed. `quote` is looked for unless `start` and `end` say."""

    document: int
    kind: str = Field(examples=["training"])
    quote: str = Field(max_length=2000, examples=["проведены два тренинга"])
    start: int | None = None
    end: int | None = None


class ToWhomIn(Schema):
    organisation: int = Field(examples=[4], description="whose report it is instead; one must review there, too")


class ReplacedIn(Schema):
    earlier: int = Field(examples=[12], description="the submission of the same organisation that this one corrects")


@router.post(HERE + "/activities/{int:pk}/confirm", response=ActivityOut)
def confirm_activity(request: HttpRequest, slug: str, pk: int, said: StandBehind = StandBehind()) -> object:
    return _confirmed(request, finding_or_404(request, slug, f"a{pk}"), said)


@router.post(HERE + "/totals/{int:pk}/confirm", response=TotalOut)
def confirm_total(request: HttpRequest, slug: str, pk: int, said: StandBehind = StandBehind()) -> object:
    return _confirmed(request, finding_or_404(request, slug, f"t{pk}"), said)


@router.post(HERE + "/activities/{int:pk}/reject", response=ActivityOut)
def reject_activity(request: HttpRequest, slug: str, pk: int) -> object:
    return _rejected(request, finding_or_404(request, slug, f"a{pk}"))


@router.post(HERE + "/totals/{int:pk}/reject", response=TotalOut)
def reject_total(request: HttpRequest, slug: str, pk: int) -> object:
    return _rejected(request, finding_or_404(request, slug, f"t{pk}"))


@router.patch(HERE + "/activities/{int:pk}", response=ActivityOut)
def correct_activity(
    request: HttpRequest, slug: str, pk: int, said: ActivityCorrection = ActivityCorrection()
) -> object:
    return _corrected(request, finding_or_404(request, slug, f"a{pk}"), said)


@router.patch(HERE + "/totals/{int:pk}", response=TotalOut)
def correct_total(request: HttpRequest, slug: str, pk: int, said: TotalCorrection = TotalCorrection()) -> object:
    return _corrected(request, finding_or_404(request, slug, f"t{pk}"), said)


@router.post(HERE + "/submissions/{int:pk}/confirm", response=Done)
def confirm_all_certain(request: HttpRequest, slug: str, pk: int) -> Done:
    """Every draft of the submission that the machine is certain of; how many there were."""
    return Done(number=len(confirm_certain(submission_or_404(request, slug, pk, "review"), request.user)))


@router.post(HERE + "/submissions/{int:pk}/activities", response={201: ActivityOut})
def add_activity(request: HttpRequest, slug: str, pk: int, said: Missed) -> object:
    """Confirmed at once; correct its other fields afterwards."""
    submission = submission_or_404(request, slug, pk, "review")
    form = checked(AddForm(said.dict(), documents=submission.documents.all(), pack=submission.campaign.pack))
    return Status(201, shown(request, add(*range_of(form), form.cleaned_data["kind"], request.user)))


@router.post(HERE + "/submissions/{int:pk}/move", response=SubmissionOut)
def move_submission(request: HttpRequest, slug: str, pk: int, told: ToWhomIn) -> object:
    """It was handed in for the wrong organisation: with all that was read from it, it is that one's."""
    submission = submission_or_404(request, slug, pk, "review")
    move(submission, checked(elsewhere(request, submission, told.dict())).cleaned_data["organisation"], request.user)
    return counted(submission_or_404(request, slug, pk))


@router.post(HERE + "/submissions/{int:pk}/withdraw", response=SubmissionOut)
def withdraw_submission(request: HttpRequest, slug: str, pk: int, told: Reason = Reason()) -> object:
    """Nothing of it counts any more; its file, its text and its history stay."""
    submission = submission_or_404(request, slug, pk, "review")
    withdraw(submission, checked(Aside(told.dict())).cleaned_data["why"], request.user)
    return counted(submission_or_404(request, slug, pk))


@router.post(HERE + "/submissions/{int:pk}/supersede", response=SubmissionOut)
def supersede_submission(request: HttpRequest, slug: str, pk: int, told: ReplacedIn) -> object:
    """It corrects an earlier one, which is withdrawn; what was confirmed in that is confirmed as this one tells it."""
    submission = submission_or_404(request, slug, pk, "review")
    retold = Retold(earlier_or_404(submission, told.earlier), submission)
    supersede(retold, retold.stamp, request.user)
    return counted(submission_or_404(request, slug, pk))


@router.post(HERE + "/submissions/{int:pk}/undo", response=Done)
def undo_last(request: HttpRequest, slug: str, pk: int) -> Done:
    """Take back one's own last deed in the submission."""
    done = last_of(request.user, submission_or_404(request, slug, pk, "review"))
    if done is None:
        raise NothingToUndo
    undo(done, request.user)
    return Done()


def _confirmed(request: HttpRequest, row: Finding, said: StandBehind) -> Finding:
    unchanged(request, row)
    confirm([row], request.user, said.number_reason.strip())
    return shown(request, row)


def _rejected(request: HttpRequest, row: Finding) -> Finding:
    unchanged(request, row)
    reject(row, request.user)
    return shown(request, row)


def _corrected(request: HttpRequest, row: Finding, said: Correction) -> Finding:
    """Through the form of the page: what it refuses is refused here."""
    unchanged(request, row)
    form = form_for(row, row.campaign.pack)
    now = {name: getattr(row, name, None) for name in form.fields}
    told_ = _flat(said.dict(exclude_unset=True))
    given = {**now, "keep_sources": True, "likes": "", **told_, "version": row.version}
    form = checked(form_for(row, row.campaign.pack, {form.add_prefix(name): value for name, value in given.items()}))
    correct(
        row,
        form.columns(),
        request.user,
        number_reason=form.cleaned_data["number_reason"],
        keep_sources=form.cleaned_data.get("keep_sources", True),
        confirmed=said.confirm,
        likes=form.cleaned_data["likes"],
    )
    return shown(request, row)


def _flat(told: dict[str, Any]) -> dict[str, Any]:
    """Bounds as the two columns that hold them."""
    found = {name: value for name, value in told.items() if name not in ("participants", "count", "value", "confirm")}
    for name in {"participants", "count", "value"} & told.keys():
        ends = told[name] or {}
        found |= {f"{name}_least": ends.get("least"), f"{name}_most": ends.get("most")}
    return found
