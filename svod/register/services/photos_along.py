"""Put the photos of an exported chat or a letter beside its submission: each once, whichever export it came in."""

import hashlib
from dataclasses import dataclass

from svod.reading.limits import Limits, Meter
from svod.reading.photos import photos_along
from svod.register.errors import NoPhoto
from svod.register.models import Change, Photo, Submission
from svod.register.models.submission import STANDING
from svod.register.services.photos import Drawn, draw

MOST = 100  # of one submission; all of them are in its file
SMALLEST = 320  # the longer side, in pixels: below are signatures' logos and icons


@dataclass(frozen=True, slots=True)
class Along:
    """The photos to be put beside the submission, and how many more there are."""

    drawn: tuple[Drawn, ...] = ()
    more: int = 0


def find_along(submission: Submission, read: set[str]) -> Along:
    """What takes long, before anything is written. `read` are the hashes of pictures that gave a text: a photographed
    page is a document of the submission, no photo of it."""
    with submission.file.open() as stream:
        data = stream.read(Limits().file_bytes + 1)
    drawn: list[Drawn] = []
    seen, more = set(read), 0
    for _name, photo in photos_along(data, Meter(Limits())):
        sent = hashlib.sha256(photo).hexdigest()
        if sent in seen or _is_known(submission, sent):
            continue
        seen.add(sent)
        if len(drawn) == MOST:
            more += 1
            continue
        try:
            one = draw(photo)
        except NoPhoto:
            continue
        if max(one.width, one.height) >= SMALLEST:
            drawn.append(one)
    return Along(tuple(drawn), more)


def _is_known(submission: Submission, sent: str) -> bool:
    """Whether it lies beside an earlier submission of the organisation, or somebody took it out there."""
    there = {"campaign": submission.campaign_id, "organisation": submission.organisation_id}
    beside = Photo.objects.filter(sent_sha256=sent, submission__in=Submission.objects.filter(STANDING, **there))
    if beside.exists():
        return True
    taken_out = Change.objects.filter(model="photo", after__isnull=True, before__sent_sha256=sent)
    return taken_out.filter(**{f"operation__{name}": key for name, key in there.items()}).exists()
