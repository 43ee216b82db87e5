"""One submission: told what it is, read, taken out of its archives and letters, and given its name and positions."""

import gc
import hashlib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path, PurePosixPath
from stat import S_ISREG
from typing import NamedTuple

from svod.reading.content import Content, Note, blocks_of
from svod.reading.detect import FORMATS, detect
from svod.reading.errors import Damaged, NoText, TooLarge, UnreadableSubmission, Unsupported
from svod.reading.limits import MEGABYTE, Limits, Meter
from svod.reading.of_itself import says_of_itself
from svod.reading.tongue import language_of
from svod.records import Document, Problem

BETWEEN = " › "
DEFAULT = Limits()


class File(NamedTuple):
    """A file that was handed in, and the folder below which it lies."""

    path: Path
    root: Path | None = None

    @property
    def source(self) -> str:
        below = self.root is not None and self.path.is_relative_to(self.root)
        return (self.path.relative_to(self.root) if self.root and below else self.path).as_posix()


class _Place(NamedTuple):
    """Where a file stands: `source` as a person knows it, `inside` its path within the file that was handed in."""

    source: str
    name: str
    inside: tuple[str, ...] = ()

    def member(self, name: str) -> "_Place":
        return _Place(self.source + BETWEEN + name, name, (*self.inside, name))


def read_path(path: Path, root: Path | None = None, limits: Limits = DEFAULT) -> Iterator[Document | Problem]:
    """The documents of one file and what is wrong with it, in its own order.

    An archive or a letter with attachments gives several. Bad content never raises: what cannot be read becomes a
    Problem. Sources are relative to `root` where the file lies below it.
    """
    place = _Place(File(path, root).source, path.name)
    try:
        data = _load(path, limits)
    except UnreadableSubmission as reason:
        yield _problem(reason, place)
    else:
        yield from _read(data, place, Meter(limits))


def read_whole(file: File) -> list[Document | Problem]:
    """All of `read_path` at once: what a process of its own can do."""
    outcomes = list(read_path(file.path, file.root))
    gc.collect(1)  # a parsed file is a circle of few objects that hold megabytes outside Python: it goes at once
    return outcomes


def lost(file: File, why: str) -> list[Document | Problem]:
    """What stands for a file whose reading ended its process."""
    return [Problem("unreadable", why, file.source)]


def _load(path: Path, limits: Limits) -> bytes:
    """The file's bytes; the size is looked at first, and nothing but a regular file is opened."""
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            raise Unsupported("not_a_file")
        if status.st_size > limits.file_bytes:
            raise _too_large(status.st_size, limits)
        with path.open("rb") as stream:
            data = stream.read(limits.file_bytes + 1)
    except OSError as error:
        raise Damaged("cannot_open", reason=error.strerror or error) from error
    if len(data) > limits.file_bytes:  # it grew meanwhile
        raise _too_large(len(data), limits)
    return data


def _too_large(size: int, limits: Limits) -> TooLarge:
    return TooLarge("too_large", size=size // MEGABYTE, limit=limits.file_bytes // MEGABYTE)


def _read(data: bytes, place: _Place, meter: Meter) -> Iterator[Document | Problem]:
    kind = None
    try:
        kind = detect(data)
        content = _reader(kind, data, meter)
        document = _document(content, data, kind, place, meter.limits)
    except MemoryError:
        raise  # it says nothing of the file's soundness: whoever set the limit says what it means
    except Exception as error:
        # The one place that catches all: the readers' libraries fail in ways of their own on broken files.
        yield _problem(error, place, picture=kind == "image")
        return
    notes = (*_name_notes(kind, place), *content.notes)
    yield from (Problem("warning", note.code, place.source, note.details) for note in notes)
    if document is not None:
        if said := says_of_itself(place.name, document.text):
            yield Problem("look", said, place.source)
        yield document
    found = document is not None
    for outcome in _members(content, place, meter):
        yield outcome
        found = True
    if not found:
        yield _problem(NoText("empty_archive") if kind == "zip" else NoText(), place, picture=kind == "image")


def _reader(kind: str, data: bytes, meter: Meter) -> Content:
    """The content, by the reader of that kind. Readers are imported when first needed: each brings a library."""
    content: Content = import_module(f"svod.reading.{FORMATS[kind].reader}").read(data, meter)
    return content


def _document(content: Content, data: bytes, kind: str, place: _Place, limits: Limits) -> Document | None:
    """The document, or None where there is not a letter or digit to read."""
    text, blocks = blocks_of(content.pieces)
    if len(text) > limits.characters:
        raise TooLarge("too_much_text", limit=limits.characters)
    if not any(letter.isalnum() for letter in text):
        return None
    digest = hashlib.sha256(data)
    sha256 = digest.hexdigest()
    # The same bytes in two places are two submissions: each keeps its own evidence.
    digest.update(f"\0{place.source}".encode("utf-8", "replace"))
    identity = digest.hexdigest()[:16]
    return Document(identity, text, place.source, kind, sha256, language_of(text), None, blocks)


def _members(content: Content, place: _Place, meter: Meter) -> Iterator[Document | Problem]:
    """What the members hold; the depth is how many containers a member lies in."""
    members = iter(content.members)
    while True:
        try:
            member = next(members, None)
        except UnreadableSubmission as reason:
            yield _problem(reason, place)
            return
        if member is None:
            return
        inner = place.member(member.name)
        if isinstance(member.data, UnreadableSubmission):
            yield _problem(member.data, inner)
        elif len(inner.inside) > meter.limits.depth:
            yield _problem(TooLarge("archive_too_deep", limit=meter.limits.depth), inner)
        elif len(member.data) > meter.limits.file_bytes:
            yield _problem(_too_large(len(member.data), meter.limits), inner)
        else:
            yield from _read(member.data, inner, meter)


def _name_notes(kind: str, place: _Place) -> Iterator[Note]:
    """A warning where the name promises another kind than the file is."""
    suffix = PurePosixPath(place.name).suffix.lower().lstrip(".")
    promised = [name for name, known in FORMATS.items() if suffix in known.suffixes]
    if promised and kind not in promised:
        yield Note("wrong_extension", (("extension", suffix), ("format", FORMATS[kind].title)))


def _problem(error: Exception, place: _Place, picture: bool = False) -> Problem:
    """The problem to show. What came along with a report (a film, a photo without text) is only a warning."""
    reason = error if isinstance(error, UnreadableSubmission) else Damaged()
    came_along = isinstance(reason, Unsupported) or (picture and isinstance(reason, NoText))
    severity = "warning" if place.inside and came_along else "unreadable"
    return Problem(severity, reason.code, place.source, reason.details)  # type: ignore[arg-type] # one of two literals
