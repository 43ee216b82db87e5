"""Read a submission: its documents, draft activities and reported totals, in one transaction, once."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from svod import records
from svod.extraction import extract
from svod.packs import Pack
from svod.reading import read_path
from svod.records import Reading
from svod.register.care import kept
from svod.register.models import Activity, Document, ReportedTotal, Submission
from svod.register.models.submission import WAITING

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 5  # a file that ends the worker each time must not keep it from the others


@dataclass(frozen=True, slots=True)
class Read:
    """A document, what is told in it, and what of it must not leave the circle."""

    document: records.Document
    reading: Reading
    found: list[list[object]]


Outcome = Read | records.Problem


def read(submission: Submission) -> bool:
    """Read it; whether this call did. Two workers may try at once: the second finds it read and leaves nothing."""
    pack = submission.campaign.pack
    begun = Submission.objects.filter(pk=submission.pk, state__in=WAITING)
    if not begun.update(state=Submission.State.READING, attempts=F("attempts") + 1):
        return False
    outcomes = _outcomes(submission, pack) if submission.attempts < MOST_ATTEMPTS else [_stops_reading(submission)]
    with transaction.atomic():
        row = Submission.objects.select_for_update().get(pk=submission.pk)
        if row.state not in WAITING:
            return False
        row.campaign, row.organisation = submission.campaign, submission.organisation
        _keep(outcomes, row)
    return True


def _outcomes(submission: Submission, pack: Pack) -> list[Outcome]:
    """All that takes long, with no lock held. A fault of ours in one file is told there, and the others go on."""
    try:
        year = submission.campaign.year
        return [
            one if isinstance(one, records.Problem) else _read(replace(one, year=year), pack)
            for one in _documents(submission)
        ]
    except Exception:
        log.exception("submission %s could not be read", submission.pk)
        return [_stops_reading(submission)]


def _read(document: records.Document, pack: Pack) -> Read:
    return Read(document, extract(document, pack), kept(document.text, document.language or "", pack))


def _stops_reading(submission: Submission) -> records.Problem:
    return records.Problem("unreadable", "stops_reading", submission.name)


def _documents(submission: Submission) -> Iterable[records.Document | records.Problem]:
    """Under its own name: the name tells what kind of file it promises to be, and a person knows it."""
    with TemporaryDirectory(prefix="svod-") as folder:
        path = Path(folder, _short(Path(submission.name).name) or "submission")
        with submission.file.open() as source, path.open("wb") as copy:
            while piece := source.read(1024 * 1024):
                copy.write(piece)
        yield from read_path(path, Path(folder))


def _short(name: str) -> str:
    """A name that any file system takes: its end, which tells the kind, in at most 200 bytes."""
    return name.replace("\0", "").encode("utf-8", "replace")[-200:].decode("utf-8", "ignore")


def _keep(outcomes: list[Outcome], submission: Submission) -> None:
    readings = [one for one in outcomes if not isinstance(one, records.Problem)]
    problems = [one for one in outcomes if isinstance(one, records.Problem)]
    for position, one in enumerate(readings):
        _keep_document(one, position, submission)
    submission.problems = [[one.severity, one.code, one.source, dict(one.details)] for one in problems]
    submission.nothing_held = [
        [position, one.evidence.start, one.evidence.end, one.region or submission.organisation.region]
        for position, read_one in enumerate(readings)
        for one in read_one.reading.nothing_held
    ]
    submission.state = Submission.State.READ if readings else Submission.State.UNREADABLE
    submission.read_at = timezone.now()
    submission.save(update_fields=["problems", "nothing_held", "state", "read_at"])


def _keep_document(read_one: Read, position: int, submission: Submission) -> None:
    document, reading = read_one.document, read_one.reading
    campaign, organisation = submission.campaign, submission.organisation
    row = Document.objects.create(
        submission=submission,
        position=position,
        source=document.source[:1000],
        format=document.format,
        language=document.language or "",
        text=document.text,
        blocks=[[one.start, one.end, one.role, one.author, one.on and one.on.isoformat()] for one in document.blocks],
        found=read_one.found,
    )
    known = {"campaign": campaign, "organisation": organisation, "document": row}
    activities = [
        Activity(**known, **_placed(Activity.values_of(one), organisation.region)) for one in reading.activities
    ]
    for activity in activities:
        activity.words = activity.found_by()
    Activity.objects.bulk_create(activities)
    ReportedTotal.objects.bulk_create(
        ReportedTotal(**known, **_placed(ReportedTotal.values_of(one), organisation.region)) for one in reading.totals
    )


def _placed(values: dict[str, object], region: str) -> dict[str, object]:
    """Where the text names no region, it is that of the organisation that handed it in."""
    return values if values["region"] else {**values, "region": region}
