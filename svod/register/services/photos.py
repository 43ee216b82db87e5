"""Put a photo beside a submission, sent again it is the same one; and take one out for good."""

import hashlib
from io import BytesIO

from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError

from svod.register.errors import PhotoInReport, TooManyPhotos
from svod.register.history import operation
from svod.register.models import Person, Photo, Submission
from svod.register.pictures import redraw
from svod.register.services.keep import keep

MOST = 10  # of one submission


def attach(submission: Submission, data: bytes, person: Person) -> Photo:
    """Raises NoPhoto for what cannot be shown, TooManyPhotos."""
    sent = hashlib.sha256(data).hexdigest()
    received = Photo.objects.filter(submission=submission, sent_sha256=sent)
    if found := received.first():
        return found
    picture = redraw(data)
    kept = keep(BytesIO(picture.data))
    photo = Photo(
        submission=submission,
        sent_sha256=sent,
        file=kept.place,
        size=kept.size,
        width=picture.width,
        height=picture.height,
    )
    try:
        with operation("attach", person, submission.campaign, submission.organisation, note=submission.name) as deed:
            Submission.objects.select_for_update(no_key=True).get(pk=submission.pk)  # photos come one after another
            if submission.photos.count() >= MOST and not received.exists():
                raise TooManyPhotos(most=MOST)
            deed.create(photo)
    except IntegrityError:  # the same photo, sent twice at once
        return received.get()
    return photo


def take_out(photo: Photo, person: Person) -> None:
    """Who sent a face or a list by mistake takes it back: the picture is gone from the disk, too. Raises PhotoInReport
    where somebody chose it for one."""
    submission, place = photo.submission, photo.file.name
    try:
        with operation("take_out", person, submission.campaign, submission.organisation, note=submission.name) as deed:
            deed.delete(photo)
            transaction.on_commit(lambda: _forget(place))
    except ProtectedError as error:
        raise PhotoInReport from error


def _forget(place: str) -> None:
    """The same picture may lie beside another submission."""
    if not Photo.objects.filter(file=place).exists():
        default_storage.delete(place)
