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
    """Raises NoPhoto for what cannot be shown."""
    picture = redraw(data)
    kept = keep(BytesIO(picture.data))
    return Drawn(hashlib.sha256(data).hexdigest(), kept.place, kept.size, picture.width, picture.height)


def draw_all(photos: Iterable[bytes]) -> list[Drawn]:
    """Those that can be shown."""
    drawn = []
    for data in photos:
        try:
            drawn.append(draw(data))
        except NoPhoto:
            continue
    return drawn


def put_beside(submission: Submission, drawn: Iterable[Drawn], person: Person | None, most: int = MOST) -> int:
    """Photos that came along with a report: as many as there may be, none twice. How many were put."""
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
    """Those of a submission."""
    return BESIDE.rows(submission=submission.pk)


def attach(submission: Submission, data: bytes, person: Person) -> Photo:
    """Raises NoPhoto for what cannot be shown, TooManyPhotos."""
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
    """Photos of one submission, until the transaction ends."""
    HELD.rows(submission=submission.pk)


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
