"""Where a large file lies while it arrives in pieces: a file that grows, or in a bucket an object for each piece."""

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO, Protocol
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from svod.register.errors import OutOfStep
from svod.register.services.keep import is_on_disk

FOLDER = "uploads"


class Arriving(Protocol):
    """A file on its way. How much has arrived is told by what lies there, so a crash cannot make two numbers differ."""

    @property
    def arrived(self) -> int: ...

    def add(self, offset: int, piece: bytes, size: int) -> int:
        """Write a piece after what arrived, of a file of that size; how much has arrived then. Raises OutOfStep."""

    def whole(self) -> Iterator[IO[bytes]]:
        """A context with all of it. Raises FileNotFoundError where nothing came."""

    def touched_since(self, moment: datetime) -> bool: ...

    def drop(self) -> None: ...


def arriving(key: UUID) -> Arriving:
    place = f"{FOLDER}/{key}"
    return OnDisk(Path(default_storage.path(place))) if is_on_disk() else InBucket(place)


class OnDisk:
    """Whoever sends the same piece twice at once, because the line seemed dead, waits for the first and is told."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def arrived(self) -> int:
        return self.path.stat().st_size if self.path.exists() else 0

    def add(self, offset: int, piece: bytes, size: int) -> int:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            arrived = os.fstat(handle).st_size
            _ensure_next(offset, piece, arrived, size)
            rest = memoryview(piece)
            while rest:
                rest = rest[os.pwrite(handle, rest, arrived + len(piece) - len(rest)) :]
            return arrived + len(piece)
        finally:
            os.close(handle)

    @contextmanager
    def whole(self) -> Iterator[IO[bytes]]:
        with self.path.open("rb") as stream:
            yield stream

    def touched_since(self, moment: datetime) -> bool:
        return self.path.exists() and self.path.stat().st_mtime > moment.timestamp()

    def drop(self) -> None:
        self.path.unlink(missing_ok=True)


class InBucket:
    """A piece is named by where it begins and how long it is: an object is there whole or not at all. The same piece
    sent twice at once is written twice, which is once."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    @property
    def arrived(self) -> int:
        return sum(length for _begin, length in self._pieces())

    def add(self, offset: int, piece: bytes, size: int) -> int:
        arrived = self.arrived
        _ensure_next(offset, piece, arrived, size)
        default_storage.save(self._place(offset, len(piece)), ContentFile(piece))
        return arrived + len(piece)

    @contextmanager
    def whole(self) -> Iterator[IO[bytes]]:
        pieces = self._pieces()
        if not pieces:
            raise FileNotFoundError(self.folder)
        with tempfile.TemporaryFile() as stream:
            for begin, length in pieces:
                with default_storage.open(self._place(begin, length)) as piece:
                    stream.write(piece.read())
            stream.seek(0)
            yield stream

    def touched_since(self, moment: datetime) -> bool:
        return any(default_storage.get_modified_time(self._place(*one)) > moment for one in self._pieces())

    def drop(self) -> None:
        for name in default_storage.listdir(self.folder)[1]:
            default_storage.delete(f"{self.folder}/{name}")

    def _place(self, begin: int, length: int) -> str:
        return f"{self.folder}/{begin}-{length}"

    def _pieces(self) -> list[tuple[int, int]]:
        """Those that follow on one another from the start; of two that begin at one place the longer."""
        longest: dict[int, int] = {}
        for name in default_storage.listdir(self.folder)[1]:
            begin, length = map(int, name.split("-"))
            longest[begin] = max(length, longest.get(begin, 0))
        found, at = [], 0
        while length := longest.get(at):
            found.append((at, length))
            at += length
        return found


def _ensure_next(offset: int, piece: bytes, arrived: int, size: int) -> None:
    if offset != arrived or arrived + len(piece) > size:
        raise OutOfStep(arrived=arrived)
