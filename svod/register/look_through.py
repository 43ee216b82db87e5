"""What a submission's file holds: its documents, what each tells, what of it was read before. All that takes long."""

import logging
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from django.db import DatabaseError

from svod import records
from svod.confined import Ended
from svod.extraction import extract
from svod.packs import Pack
from svod.reading import File, lost, read_whole
from svod.records import Reading
from svod.register.asking import Asking
from svod.register.care import kept
from svod.register.chats import CHAT, KnownTo
from svod.register.learned import second_look
from svod.register.models import Incoming, Submission
from svod.register.opening import opener
from svod.register.proof.broken import is_full

log = logging.getLogger(__name__)

DAY_ALONE = re.compile(r"(?:^|[.!?]\s)\W*\d{1,2}[./]\d{1,2}[./]\d{2,4}\W*(?:г|ж)?\W*$", re.MULTILINE)  # as a signature


@dataclass(frozen=True, slots=True)
class Read:
    """A document, what is told in it, and what of it must not leave the circle; `known` is what was read before, see
    models.Document."""

    document: records.Document
    reading: Reading
    found: list[list[object]]
    known: dict[str, Any] = field(default_factory=dict)


Outcome = Read | records.Problem


def look_through(submission: Submission, pack: Pack, before: KnownTo) -> list[Outcome]:
    """A fault of ours in one file is told there, and the others go on. A database that does not answer and a full disk
    are no fault in a file: it is read later."""
    try:
        found = documents_of(submission)
        again = before.read_before(one for one in found if isinstance(one, records.Document))
        asking = Asking(submission, pack)
        return [outcome for one in found for outcome in _outcomes(one, again, before, asking)]
    except Exception as error:
        if isinstance(error, DatabaseError) or is_full(error):
            raise
        log.exception("submission %s could not be read", submission.pk)
        return [stops_reading(submission)]


def stops_reading(submission: Submission) -> records.Problem:
    return records.Problem("unreadable", "stops_reading", submission.name)


def _outcomes(
    one: records.Document | records.Problem, again: set[str], before: KnownTo, asking: Asking
) -> Iterable[Outcome]:
    """What was read before is not drafted once more."""
    if isinstance(one, records.Problem):
        yield one
    elif one.id in again:
        yield records.Problem("warning", "read_before", one.source)
    elif one.format == CHAT:
        new, known, notes = before.only_new(one)
        yield from notes
        yield from _read(new, asking, known)
    else:
        yield from _read(one, asking, {})


def _read(document: records.Document, asking: Asking, known: dict[str, Any]) -> Iterable[Outcome]:
    """By the rules, moved by what was learned; then by a language model as well, where one is asked."""
    submission, pack = asking.submission, asking.pack
    document = replace(document, year=submission.campaign.year, region=submission.organisation.region or None)
    document = _said_on(document, submission.said_on)
    reading = extract(document, pack, second_look()) if document.text else Reading(document)
    reading, notes = asking.consult(reading)
    yield from notes
    yield Read(document, reading, kept(document.text, document.language or "", pack), known)


def _said_on(document: records.Document, day: date | None) -> records.Document:
    """With the day on which its words were written, from which "yesterday" counts; not where they say theirs."""
    if day is None or DAY_ALONE.search(document.text):
        return document
    return replace(document, blocks=tuple(replace(one, on=one.on or day) for one in document.blocks))


def documents_of(held: Submission | Incoming) -> list[records.Document | records.Problem]:
    """In a process of its own, with limits; under its own name, which tells what kind of file it promises to be and by
    which a person knows it."""
    with TemporaryDirectory(prefix="svod-") as folder:
        path = Path(folder, _short(Path(held.name).name) or "submission")
        with held.file.open() as source, path.open("wb") as copy:
            while piece := source.read(1024 * 1024):
                copy.write(piece)
        file = File(path, Path(folder))
        try:
            return opener()(read_whole, file)
        except Ended as ended:
            return lost(file, ended.why)


def _short(name: str) -> str:
    """A name that any file system takes: its end, which tells the kind, in at most 200 bytes."""
    return name.replace("\0", "").encode("utf-8", "replace")[-200:].decode("utf-8", "ignore")
