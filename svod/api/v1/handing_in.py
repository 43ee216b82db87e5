"""Hand in: files, a text, an activity field by field, that nothing was held; and the ways on of what is not read."""

from datetime import date
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from ninja import Field, File, Form, Schema, Status
from ninja.files import UploadedFile

from svod.api.plumbing.problems import checked
from svod.api.v1.router import noun
from svod.api.v1.shapes import Bounds, Reason
from svod.api.v1.submissions import SubmissionOut, counted
from svod.register.care import care_for
from svod.register.errors import AlreadyReceived, Refused
from svod.register.models import Campaign, Organisation, Submission
from svod.register.permissions import row_or_404
from svod.register.services import ways_on
from svod.register.services.look import comes_along
from svod.register.services.numbers import understood
from svod.register.services.submit import submit, submit_all
from svod.register.services.tell import Telling, name_of, tell_held, tell_nothing, tell_text
from svod.web.base.doors import campaign_or_404
from svod.web.base.refusals import words
from svod.web.inbox.choices import organisations_for
from svod.web.inbox.forms import MOST_TEXT, Aside, For, Text, TypedText
from svod.web.inbox.receive import tidy
from svod.web.tell.forms import HeldForm, NothingForm, TextForm, ToldForm

router = noun("submissions")
HERE = "/campaigns/{slug}/submissions"


class TextIn(Schema):
    organisation: int = Field(examples=[4])
    text: str = Field(max_length=MOST_TEXT, examples=["28 ноября в школе прошёл круглый стол, участвовали 45 человек."])


class TypedIn(Schema):
    text: str = Field(max_length=MOST_TEXT, examples=["28 ноября в школе прошёл круглый стол."])


class ToldIn(Schema):
    organisation: int = Field(examples=[4])
    key: UUID = Field(default_factory=uuid4, description="names this telling: told again, it is the same submission")


class HeldIn(ToldIn):
    """An activity that was held, field by field. Numbers of people as one says them: “45”, “about 50”."""

    kind: str = Field(examples=["round_table"])
    day: date | None = Field(None, examples=["2025-11-28"])
    title: str = Field("", max_length=500, examples=["Семья без страха"])
    place: str = Field("", max_length=200, examples=["школа № 7"])
    people: str = Field("", max_length=100, examples=["45 учащихся"])
    audience: list[str] = Field([], examples=[["pupils"]])
    partners: list[str] = []


class ToldTextIn(ToldIn):
    text: str = Field(max_length=MOST_TEXT, examples=["В колледже проведены два тренинга для родителей."])


class NothingIn(ToldIn):
    reason: str = Field("", max_length=300, examples=["Карантин."])


class Outcome(Schema):
    """What became of one file: received, already (it was handed in before) or refused."""

    name: str
    state: str = Field(examples=["received"])
    submission: int | None = None
    message: str = ""


class Outcomes(Schema):
    outcomes: list[Outcome]
    passed: list[str] = Field(description="files that come along with others and hold no report")


class WordsIn(Schema):
    text: str = Field(max_length=MOST_TEXT, examples=["Помогли Ивановой Марии."])


class Care(Schema):
    """Words to think about before they are sent. It stops nothing."""

    cases: list[str] = Field(description="that tell a case, or where somebody is")
    names: list[str] = Field(description="that name somebody, or how to find them")


@router.post(HERE + "/files", response=Outcomes)
def submit_files(request: HttpRequest, slug: str, organisation: Form[int], files: File[list[UploadedFile]]) -> Outcomes:
    """Each file is taken, refused or passed over by itself; what is received is kept before this answers."""
    campaign = campaign_or_404(request, slug)
    whose = _whose(request, campaign, organisation)
    named = [(file, tidy(file.name or "?")) for file in files]
    sent = [(file, name) for file, name in named if not comes_along(name)]
    found = submit_all(sent, campaign, whose, request.user)
    outcomes = [_outcome(one, name) for one, (_file, name) in zip(found, sent, strict=True)]
    return Outcomes(outcomes=outcomes, passed=[name for _file, name in named if comes_along(name)])


@router.post(HERE + "/text", response={201: SubmissionOut})
def submit_text(request: HttpRequest, slug: str, told: TextIn) -> object:
    """A text that somebody wrote, under its first line. It is read by a worker: look at its state."""
    campaign = campaign_or_404(request, slug)
    given = checked(Text(told.dict(), **_choices(request, campaign))).cleaned_data
    written, channel = given["text"], Submission.Channel.PASTE
    stream = BytesIO(written.encode())
    made = submit(stream, name_of(written), campaign, given["organisation"], request.user, channel)
    return Status(201, counted(made))


@router.post(HERE + "/held", response={201: SubmissionOut})
def tell_held_activity(request: HttpRequest, slug: str, told: HeldIn) -> object:
    """Told by who reviews there it is confirmed, otherwise a draft."""
    form, telling = _telling(request, slug, HeldForm, {**told.dict(), "when": "other"})
    return Status(201, counted(tell_held(form.held(), telling)))


@router.post(HERE + "/told", response={201: SubmissionOut})
def tell_a_text(request: HttpRequest, slug: str, told: ToldTextIn) -> object:
    """As `submit_text`, under a key of the teller's own."""
    form, telling = _telling(request, slug, TextForm, told.dict())
    return Status(201, counted(tell_text(form.cleaned_data["text"], telling)))


@router.post(HERE + "/nothing", response={201: SubmissionOut})
def tell_nothing_held(request: HttpRequest, slug: str, told: NothingIn) -> object:
    """That the organisation held nothing: then it has reported."""
    form, telling = _telling(request, slug, NothingForm, told.dict())
    return Status(201, counted(tell_nothing(form.cleaned_data["reason"], telling)))


@router.post("/campaigns/{slug}/care", response=Care)
def look_for_care(request: HttpRequest, slug: str, told: WordsIn) -> Care:
    """What somebody should think about before they send a text."""
    found = care_for(told.text, campaign_or_404(request, slug).pack)
    return Care(cases=found.cases, names=found.names) if found else Care(cases=[], names=[])


@router.get("/numbers", response=Bounds | None)
def understand_number(request: HttpRequest, said: str = "45 учащихся и 5 родителей") -> object:
    """How a number of people is understood; null where it is none."""
    return understood(said[:100])


@router.post(HERE + "/{int:pk}/copy", response={201: SubmissionOut})
def replace_submission(request: HttpRequest, slug: str, pk: int, file: File[UploadedFile]) -> object:
    """A better copy of what could not be read; the old one stays on record."""
    old = _unread(request, slug, pk)
    return Status(201, counted(ways_on.replace(old, file, tidy(file.name or "?"), request.user)))


@router.post(HERE + "/{int:pk}/typed", response={201: SubmissionOut})
def type_in_submission(request: HttpRequest, slug: str, pk: int, told: TypedIn) -> object:
    """The text of what could not be read, typed by somebody."""
    old = _unread(request, slug, pk)
    text = checked(TypedText(told.dict())).cleaned_data["text"]
    return Status(201, counted(ways_on.type_in(old, text, request.user)))


@router.post(HERE + "/{int:pk}/aside", response=SubmissionOut)
def set_submission_aside(request: HttpRequest, slug: str, pk: int, told: Reason = Reason()) -> object:
    """It is no report, or nothing can be done."""
    old = _unread(request, slug, pk)
    ways_on.set_aside(old, checked(Aside(told.dict())).cleaned_data["why"], request.user)
    return counted(Submission.objects.select_related("organisation", "received_by").get(pk=pk))


def _whose(request: HttpRequest, campaign: Campaign, key: int) -> Organisation:
    found: Organisation = checked(For({"organisation": key}, **_choices(request, campaign))).cleaned_data[
        "organisation"
    ]
    return found


def _choices(request: HttpRequest, campaign: Campaign) -> dict[str, Any]:
    """For whom the person may hand in, as the page's forms take it."""
    choices = organisations_for(request.user, campaign, "submit")
    if not choices.exists():
        raise PermissionDenied("submit")
    return {"choices": choices, "search": ""}


def _telling(request: HttpRequest, slug: str, form: type[ToldForm], given: dict[str, Any]) -> tuple[Any, Telling]:
    campaign = campaign_or_404(request, slug)
    told = checked(form(given, pack=campaign.pack, **_choices(request, campaign)))
    return told, Telling(told.cleaned_data["key"], campaign, told.cleaned_data["organisation"], request.user)


def _unread(request: HttpRequest, slug: str, pk: int) -> Submission:
    rows = Submission.objects.filter(campaign=campaign_or_404(request, slug))
    return row_or_404(rows.select_related("organisation", "replaced_by"), request.user, "submit", pk=pk)


def _outcome(one: Submission | Refused, name: str) -> Outcome:
    if isinstance(one, Submission):
        return Outcome(name=name, state="received", submission=one.pk)
    if isinstance(one, AlreadyReceived):
        return Outcome(name=name, state="already", submission=one.details["submission"].pk, message=words(one))
    return Outcome(name=name, state="refused", message=words(one))
