"""Take in what somebody hands in. What is answered "received" is on disk and in the database."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction

from svod.register.errors import AlreadyReceived
from svod.register.history import operation
from svod.register.models import Campaign, Organisation, Person, Submission
from svod.register.tasks import read_submission

PIECE = 1024 * 1024


def submit(
    stream: IO[bytes],
    name: str,
    campaign: Campaign,
    organisation: Organisation,
    person: Person | None,
    channel: str = Submission.Channel.UPLOAD,
) -> Submission:
    """Keep the file, make the submission, and have it read. Raises AlreadyReceived for bytes this organisation sent
    before."""
    sha256, size = _digest(stream)
    earlier = Submission.objects.filter(campaign=campaign, organisation=organisation, sha256=sha256).first()
    if earlier is not None:
        raise AlreadyReceived(submission=earlier)
    submission = Submission(
        campaign=campaign,
        organisation=organisation,
        name=name[:500],
        channel=channel,
        sha256=sha256,
        size=size,
        received_by=person,
    )
    _keep(stream, submission)
    with operation("submit", person, campaign, organisation, note=name) as deed:
        deed.create(submission)
        transaction.on_commit(lambda: read_submission.enqueue(submission.pk))
    return submission


def _digest(stream: IO[bytes]) -> tuple[str, int]:
    digest, size = hashlib.sha256(), 0
    for piece in _pieces(stream):
        digest.update(piece)
        size += len(piece)
    return digest.hexdigest(), size


def _pieces(stream: IO[bytes]) -> Iterator[bytes]:
    stream.seek(0)
    while piece := stream.read(PIECE):
        yield piece


def _keep(stream: IO[bytes], submission: Submission) -> None:
    """The file under its hash, synced to disk. The same bytes handed in by two organisations lie there once."""
    stream.seek(0)
    place = submission.file.field.generate_filename(submission, submission.name)
    if not default_storage.exists(place):
        place = default_storage.save(place, File(stream))
        _sync(place)
    submission.file = place


def _sync(place: str) -> None:
    try:
        path = default_storage.path(place)
    except NotImplementedError:  # a remote storage keeps its own promises
        return
    for name in (path, Path(path).parent):
        handle = os.open(name, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)
