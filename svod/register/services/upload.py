"""Take in a large file piece by piece: a broken connection costs one piece, not the file."""

import os
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from svod.register.errors import AlreadyReceived, NotComplete, NotTaken, OutOfStep
from svod.register.models import Campaign, Organisation, Person, Submission, Upload
from svod.register.services.keep import Kept, keep
from svod.register.services.look import objection
from svod.register.services.submit import enter

KEPT_FOR = timedelta(hours=24)  # after the last piece


def begin(
    campaign: Campaign, organisation: Organisation, person: Person, name: str, size: int, modified: int
) -> Upload:
    """A new upload, or the one of the same file that was left half-sent. Raises NotTaken for a file nobody could
    read."""
    if problem := objection(name, size):
        raise NotTaken(problem=problem)
    same = {
        "campaign": campaign,
        "organisation": organisation,
        "person": person,
        "name": name[-500:],
        "size": size,
        "modified": modified,
        "submission": None,
    }
    try:
        with transaction.atomic():
            upload, made = Upload.objects.get_or_create(**same)
    except IntegrityError:
        upload, made = Upload.objects.get(**same), False
    if not made:
        upload.save(update_fields=["touched_at"])
    return upload


def add(upload: Upload, offset: int, piece: bytes) -> int:
    """Write a piece after what arrived; how much has arrived then. Raises OutOfStep where it does not follow on."""
    if upload.submission_id is not None:
        raise OutOfStep(arrived=upload.size)
    return upload.pieces.add(offset, piece, upload.size)


def finish(upload: Upload) -> Submission:
    """Make the submission of a file that has arrived whole; asked again, the same one. Raises NotComplete,
    AlreadyReceived."""
    kept = _kept(upload)
    try:
        with transaction.atomic():
            upload = Upload.objects.select_for_update().get(pk=upload.pk)
            if upload.submission is not None:
                return upload.submission
            if kept is None:
                raise NotComplete(arrived=upload.arrived)
            upload.submission = enter(kept, upload.name, upload.campaign, upload.organisation, upload.person)
            upload.save(update_fields=["submission", "touched_at"])
    except AlreadyReceived:
        drop(upload)
        raise
    upload.pieces.drop()
    return upload.submission


def _kept(upload: Upload) -> Kept | None:
    """Kept for ever, if all of it is here; copying takes its time, so no lock is held."""
    try:
        with upload.pieces.whole() as stream:
            return keep(stream) if stream.seek(0, os.SEEK_END) == upload.size else None
    except FileNotFoundError:  # nothing came yet, or another request finished it
        return None


def drop(upload: Upload) -> None:
    upload.pieces.drop()
    upload.delete()


def drop_old() -> int:
    """Those that nobody has continued for a day. How many there were."""
    long_ago = timezone.now() - KEPT_FOR
    old = [one for one in Upload.objects.filter(touched_at__lt=long_ago) if not one.pieces.touched_since(long_ago)]
    for upload in old:
        drop(upload)
    return len(old)
