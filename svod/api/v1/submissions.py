"""What was handed in, its texts, and what could not be read."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import FileResponse, HttpRequest
from django.utils.translation import get_language
from ninja import Field, Query, Schema

from svod.api.plumbing.openapi import file_of
from svod.api.plumbing.paging import Listing, Page, piece
from svod.api.plumbing.problems import checked
from svod.api.v1.router import noun
from svod.api.v1.shapes import Place, Who, one_of
from svod.reading import message
from svod.register.models import Submission
from svod.web.base.doors import campaign_or_404
from svod.web.inbox.choices import organisations_for
from svod.web.inbox.download import file as file_as_handed_in
from svod.web.inbox.forms import Shown
from svod.web.inbox.listing import count_findings, progress_of, shown, submissions
from svod.web.review.reach import submission_or_404
from svod.web.tell.photos import photo as photo_file

router = noun("submissions")


class SubmissionOut(Schema):
    id: int
    name: str = Field(examples=["отчёт.docx"])
    organisation: Place
    channel: str = Field(examples=["upload"])
    state: one_of(Submission.State)
    sha256: str
    size: int
    received_by: Who | None
    received_at: datetime
    read_at: datetime | None
    is_stuck: bool = Field(description="it could not be read, and nobody has found a way on")
    set_aside_why: str
    replaces: int | None = Field(description="the submission that this one is a better copy of")
    told_as: UUID | None
    drafts: int = Field(description="activities and totals that wait for a decision")
    confirmed: int
    rejected: int
    denies: bool = Field(description="it says that nothing was held")
    problems: list[str] = Field(description="what was wrong with its files, in words")

    @staticmethod
    def resolve_replaces(obj: Submission) -> int | None:
        return obj.replaces_id

    @staticmethod
    def resolve_problems(obj: Submission) -> list[str]:
        return [message(one, get_language() or "ru") for one in obj.trouble]


class DocumentOut(Schema):
    """A text that was read. It never changes, so a place in it means the same for ever."""

    id: int
    position: int
    source: str = Field(examples=["отчёты.zip › отчёт.docx"])
    format: str
    language: str
    text: str
    text_sha256: str


class PhotoOut(Schema):
    id: int
    size: int
    width: int
    height: int


class SubmissionWhole(SubmissionOut):
    documents: list[DocumentOut]
    photos: list[PhotoOut]

    @staticmethod
    def resolve_documents(obj: Submission) -> Any:
        return obj.documents.all()

    @staticmethod
    def resolve_photos(obj: Submission) -> Any:
        return obj.photos.all()


class SubmissionsAsked(Listing):
    state: str = Field("", description="waiting, read, drafts, stuck or settled")
    organisation: int | None = Field(None, description="itself and all below it")


class Reading(Schema):
    """How far reading has come, of all that is being read together."""

    since: datetime
    read: int
    total: int
    seconds_left: int | None


@router.get("/campaigns/{slug}/submissions", response=Page[SubmissionOut])
def list_submissions(request: HttpRequest, slug: str, asked: Query[SubmissionsAsked]) -> object:
    campaign = campaign_or_404(request, slug)
    given = {"state": asked.state, "organisation": asked.organisation or ""}
    form = checked(Shown(given, choices=organisations_for(request.user, campaign, "see"), search=""))
    rows = shown(submissions(request.user, campaign), form.cleaned_data["state"], form.cleaned_data["organisation"])
    found = piece(rows, asked)
    count_findings(found["items"])
    return found


@router.get("/campaigns/{slug}/reading", response=Reading)
def get_reading(request: HttpRequest, slug: str, since: datetime | None = None) -> object:
    campaign = campaign_or_404(request, slug)
    return progress_of(submissions(request.user, campaign), since)


@router.get("/campaigns/{slug}/submissions/{int:pk}", response=SubmissionWhole)
def get_submission(request: HttpRequest, slug: str, pk: int) -> object:
    """With its texts and photos. Its drafts are the activities and totals that name it."""
    return counted(submission_or_404(request, slug, pk))


@router.get("/campaigns/{slug}/submissions/{int:pk}/file", openapi_extra=file_of("application/octet-stream"))
def download_submission(request: HttpRequest, slug: str, pk: int) -> FileResponse:
    """The file as it was handed in."""
    return file_as_handed_in(request, slug, pk)


@router.get("/campaigns/{slug}/submissions/{int:pk}/photos/{int:photo}", openapi_extra=file_of("image/jpeg"))
def download_photo(request: HttpRequest, slug: str, pk: int, photo: int) -> FileResponse:
    return photo_file(request, slug, pk, photo)


def counted(submission: Submission) -> Submission:
    """With what was found in it."""
    count_findings([submission])
    return submission
