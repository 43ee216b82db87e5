"""Put photos beside a submission, sent again it is the same one; and take one out for good."""

import hashlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from io import BytesIO

from django.core.files.storage import default_storage
from django.db import IntegrityError, models, transaction
from django.db.models import ProtectedError

from svod.register.errors import NoPhoto, PhotoInReport, TooManyPhotos
from svod.register.history import operation
from svod.register.models import Person, Photo, Submission
from svod.register.often import Given, Often
from svod.register.pictures import redraw
from svod.register.services.keep import keep
from svod.register.sqlite.base import settle

MOST = 10  # of one submission
KEY = Given("submission", models.BigIntegerField())
BESIDE = Often(Photo.objects.filter(submission=KEY))
HELD = Often(Submission.objects.select_for_update(no_key=True).filter(pk=KEY).values_list("pk"))


@dataclass(frozen=True, slots=True)
class Drawn:
    """A photo drawn anew and kept, before it stands beside a submission."""

    sent_sha256: str
    file: str
    size: int
    width: int
    height: int


def draw(data: bytes) -> Drawn:
    """Draw the photo anew and keep it. Raises NoPhoto for what cannot be shown."""
    picture = redraw(data)
    kept = keep(BytesIO(picture.data))
    return Drawn(hashlib.sha256(data).hexdigest(), kept.place, kept.size, picture.width, picture.height)


def draw_all(photos: Iterable[bytes]) -> list[Drawn]:
    """Draw the photos anew, all that can be shown."""
    drawn = []
    for data in photos:
        try:
            drawn.append(draw(data))
        except NoPhoto:
            continue
    return drawn


def put_beside(submission: Submission, drawn: Iterable[Drawn], person: Person | None, most: int = MOST) -> int:
    """Put photos that came along beside a report, none twice and at most `most` in all; how many were put."""
    new = {one.sent_sha256: one for one in drawn}
    with transaction.atomic():
        _one_after_another(submission)
        there = set(submission.photos.values_list("sent_sha256", flat=True))
        fitting = [one for sent, one in new.items() if sent not in there][: max(0, most - len(there))]
        if fitting:
            with operation(
                "attach", person, submission.campaign, submission.organisation, note=submission.name
            ) as deed:
                for one in fitting:
                    deed.create(Photo(submission=submission, **asdict(one)))
    return len(fitting)


def beside(submission: Submission) -> list[Photo]:
    """The photos of a submission."""
    return BESIDE.rows(submission=submission.pk)


def attach(submission: Submission, data: bytes, person: Person) -> Photo:
    """Put one photo beside a submission. Raises NoPhoto for what cannot be shown, and TooManyPhotos."""
    sent = hashlib.sha256(data).hexdigest()
    if received := _received(submission, sent):
        return received
    photo = Photo(submission=submission, **asdict(draw(data)))
    try:
        with operation("attach", person, submission.campaign, submission.organisation, note=submission.name) as deed:
            _one_after_another(submission)
            there = beside(submission)
            if len(there) >= MOST and all(one.sent_sha256 != sent for one in there):
                raise TooManyPhotos(most=MOST)
            deed.create(photo)
    except IntegrityError:  # the same photo, sent twice at once
        if received := _received(submission, sent):
            return received
        raise
    return photo


def _received(submission: Submission, sent: str) -> Photo | None:
    """The photo that was sent before as these bytes."""
    found = next((one for one in beside(submission) if one.sent_sha256 == sent), None)
    if found:
        settle()
    return found


def _one_after_another(submission: Submission) -> None:
    """Make photos for the submission wait for one another until the transaction ends."""
    HELD.rows(submission=submission.pk)


def take_out(photo: Photo, person: Person) -> None:
    """Take a photo away that was sent by mistake, a face or a list, from the disk too.

    Raises PhotoInReport where somebody chose it for a report.
    """
    submission, place = photo.submission, photo.file.name
    try:
        with operation("take_out", person, submission.campaign, submission.organisation, note=submission.name) as deed:
            deed.delete(photo)
            transaction.on_commit(lambda: _forget(place))
    except ProtectedError as error:
        raise PhotoInReport from error


def _forget(place: str) -> None:
    """Delete the picture, unless the same one lies beside another submission."""
    if not Photo.objects.filter(file=place).exists():
        default_storage.delete(place)
