"""Take in a large file piece by piece: a broken connection costs one piece, not the file."""

import os
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from svod.register.errors import AlreadyReceived, NotComplete, NotTaken, OutOfStep
from svod.register.models import Campaign, Incoming, Organisation, Person, Submission, Upload
from svod.register.services.hold import hold
from svod.register.services.keep import Kept, keep
from svod.register.services.look import objection
from svod.register.services.submit import enter
from svod.register.tasks import look_whose_later

KEPT_FOR = timedelta(hours=24)  # after the last piece


def begin(
    campaign: Campaign, organisation: Organisation | None, person: Person, name: str, size: int, modified: int
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
        "held": None,
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
    if upload.submission_id is not None or upload.held_id is not None:
        raise OutOfStep(arrived=upload.size)
    return upload.pieces.add(offset, piece, upload.size)


def finish(upload: Upload) -> Submission | Incoming:
    """Make the submission of a file that has arrived whole, or hold it where nobody has said whose it is; asked again,
    the same one. Raises NotComplete, AlreadyReceived."""
    kept = _kept(upload)
    try:
        with transaction.atomic():
            upload = Upload.objects.select_for_update().get(pk=upload.pk)
            if done := upload.submission or upload.held:
                return done
            if kept is None:
                raise NotComplete(arrived=upload.arrived)
            if upload.organisation is None:
                upload.held = hold(kept, upload.name, upload.campaign, upload.person)
                transaction.on_commit(lambda: look_whose_later(upload.campaign))
            else:
                upload.submission = enter(kept, upload.name, upload.campaign, upload.organisation, upload.person)
            upload.save(update_fields=["submission", "held", "touched_at"])
    except AlreadyReceived:
        drop(upload)
        raise
    upload.pieces.drop()
    return upload.submission or upload.held


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
