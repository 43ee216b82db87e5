"""Keep a file for ever: whole or not at all, and on disk, or in the bucket, before anybody is told so."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast
from uuid import uuid4

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import FileSystemStorage, default_storage

PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept file. It lies under the hash of its bytes: no name that somebody chose becomes a path of this machine."""

    place: str
    sha256: str
    size: int


def keep(stream: IO[bytes], folder: str = "submissions") -> Kept:
    """Keep the bytes; the same ones, handed in by two organisations, are kept once."""
    sha256, size = digest(stream)
    kept = Kept(f"{folder}/{sha256[:2]}/{sha256}", sha256, size)
    if is_on_disk():
        _keep_on_disk(stream, Path(default_storage.path(kept.place)))
    elif not default_storage.exists(kept.place):  # a bucket takes an object whole or not at all, and says so
        stream.seek(0)
        default_storage.save(kept.place, File(stream))
    return kept


def is_on_disk() -> bool:
    """Whether files lie in a folder, of this machine or shared; else in a bucket."""
    return isinstance(default_storage, FileSystemStorage)


def ensure_within_reach() -> None:
    """Raise OSError where the folder cannot be written, or the bucket does not answer."""
    if is_on_disk():
        place = Path(settings.MEDIA_ROOT)
        if not os.access(place if place.exists() else settings.DATA, os.R_OK | os.W_OK | os.X_OK):
            raise PermissionError(f"{place} cannot be written")
        return
    bucket = cast(Any, default_storage).bucket
    try:
        bucket.meta.client.head_bucket(Bucket=bucket.name)
    except Exception as error:  # whatever a bucket, or what lies between, says
        raise ConnectionError(f"{bucket.name}: {error}") from error


def _keep_on_disk(stream: IO[bytes], path: Path) -> None:
    """Write beside and move there: what a crash leaves half-written is never taken for a whole file."""
    if not path.exists():
        _make_folder(path.parent)
        half = path.with_name(f".{uuid4().hex}")
        try:
            _write(stream, half)
            half.replace(path)
        except OSError:
            half.unlink(missing_ok=True)  # on a full disk it would take the room that somebody makes
            raise
    sync(path.parent)  # also where somebody else has just put it there


def digest(stream: IO[bytes]) -> tuple[str, int]:
    """The hash of its bytes, and how many there are."""
    found, size = hashlib.sha256(), 0
    for piece in _pieces(stream):
        found.update(piece)
        size += len(piece)
    return found.hexdigest(), size


def sync(path: Path) -> None:
    """Make sure that what was written there outlives a power cut."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _write(stream: IO[bytes], path: Path) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        for piece in _pieces(stream):
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())


def _make_folder(folder: Path) -> None:
    if not folder.exists():
        folder.mkdir(parents=True, exist_ok=True)
        sync(folder.parent)


def _pieces(stream: IO[bytes]) -> Iterator[bytes]:
    stream.seek(0)
    while piece := stream.read(PIECE):
        yield piece
