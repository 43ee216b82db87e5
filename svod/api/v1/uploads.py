"""A large file in pieces, so that a broken line costs one of them; and photos beside a submission."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Field, File, Header, Schema, Status
from ninja.files import UploadedFile

from svod.api.v1.router import noun
from svod.api.v1.shapes import Done
from svod.api.v1.submissions import PhotoOut
from svod.register.models import Photo, Upload
from svod.register.permissions import needed, row_or_404
from svod.register.pictures import MOST_BYTES
from svod.register.services import photos, upload as service
from svod.web.base.doors import campaign_or_404
from svod.web.inbox.choices import organisations_for
from svod.web.inbox.receive import tidy
from svod.web.review.reach import submission_or_404

router = noun("submissions")
HERE = "/campaigns/{slug}/uploads"
PIECE = {"requestBody": {"required": True, "content": {"application/octet-stream": {"schema": {"type": "string"}}}}}


class UploadIn(Schema):
    organisation: int = Field(examples=[4])
    name: str = Field(min_length=1, max_length=500, examples=["отчёты.zip"])
    size: int = Field(ge=0, lt=2**53, examples=[73_400_320])
    modified: int = Field(0, ge=0, lt=2**53, description="the sender's date of the file, in milliseconds")


class UploadOut(Schema):
    id: UUID
    name: str
    size: int
    arrived: int = Field(description="bytes that are here: the next piece begins there")
    submission: int | None = None

    @staticmethod
    def resolve_submission(obj: Upload) -> int | None:
        return obj.submission_id

    @staticmethod
    def resolve_arrived(obj: Upload) -> int:
        return obj.size if obj.submission_id else obj.arrived


@router.post(HERE, response={201: UploadOut})
def begin_upload(request: HttpRequest, slug: str, told: UploadIn) -> object:
    """The same file begun again is the same upload: what arrived of it is not sent again."""
    campaign = campaign_or_404(request, slug)
    choices = organisations_for(request.user, campaign, "submit")
    if not choices.exists():
        raise PermissionDenied("submit")
    whose = get_object_or_404(choices, pk=told.organisation)
    made = service.begin(campaign, whose, request.user, tidy(told.name), told.size, told.modified)
    return Status(201, made)


@router.get(HERE + "/{uuid:key}", response=UploadOut)
def get_upload(request: HttpRequest, slug: str, key: UUID) -> object:
    """How much has arrived."""
    return _own(request, slug, key)


@router.put(HERE + "/{uuid:key}", response=UploadOut, openapi_extra=PIECE)
def send_piece(
    request: HttpRequest, slug: str, key: UUID, upload_offset: int = Header(..., alias="Upload-Offset", ge=0)
) -> object:
    """The piece that begins at Upload-Offset; the answer to the last one names the submission. 409 (`out_of_step`) says
    how much has arrived instead."""
    upload = _own(request, slug, key)
    needed(request.user, "submit", upload.organisation)
    if upload.submission is None and service.add(upload, upload_offset, request.body) == upload.size:
        upload.submission = service.finish(upload)
    return upload


@router.delete(HERE + "/{uuid:key}", response=Done)
def drop_upload(request: HttpRequest, slug: str, key: UUID) -> Done:
    """Forget what was half-sent."""
    service.drop(_own(request, slug, key))
    return Done()


@router.post("/campaigns/{slug}/submissions/{int:pk}/photos", response={201: PhotoOut})
def add_photo(request: HttpRequest, slug: str, pk: int, photo: File[UploadedFile]) -> object:
    """Drawn anew from its pixels: place and device are in it no more. The same photo again is the same one."""
    submission = submission_or_404(request, slug, pk, "submit")
    return Status(201, photos.attach(submission, photo.read(MOST_BYTES + 1), request.user))


@router.delete("/campaigns/{slug}/submissions/{int:pk}/photos/{int:photo}", response=Done)
def take_photo_out(request: HttpRequest, slug: str, pk: int, photo: int) -> Done:
    """It is deleted for good."""
    campaign = campaign_or_404(request, slug)
    rows = Photo.objects.filter(submission=pk, submission__campaign=campaign).select_related("submission")
    photos.take_out(
        row_or_404(rows, request.user, "submit", through="submission__organisation", pk=photo), request.user
    )
    return Done()


def _own(request: HttpRequest, slug: str, key: UUID) -> Upload:
    """Nobody continues another person's upload."""
    own = Upload.objects.filter(
        campaign=campaign_or_404(request, slug), person=request.user, organisation__isnull=False
    )
    return get_object_or_404(own.select_related("campaign", "organisation", "person", "submission"), pk=key)
