"""Read a submission: its documents, draft activities and reported totals, in one transaction, once."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import transaction
from django.utils import timezone

from svod import records
from svod.extraction import extract
from svod.reading import read_path
from svod.register.models import Activity, Document, ReportedTotal, Submission

WAITING = (Submission.State.RECEIVED, Submission.State.READING)


def read(submission: Submission) -> bool:
    """Read it; whether this call did. Two workers may try at once: the second finds it read and leaves nothing."""
    if submission.state not in WAITING:
        return False
    Submission.objects.filter(pk=submission.pk, state=Submission.State.RECEIVED).update(state=Submission.State.READING)
    outcomes = _outcomes(submission)
    with transaction.atomic():
        row = Submission.objects.select_for_update().get(pk=submission.pk)
        if row.state not in WAITING:
            return False
        documents = [one for one in outcomes if isinstance(one, records.Document)]
        problems = [one for one in outcomes if isinstance(one, records.Problem)]
        for position, document in enumerate(documents):
            _keep(document, position, row)
        row.problems = [[one.severity, one.code, one.source, dict(one.details)] for one in problems]
        row.state = Submission.State.READ if documents else Submission.State.UNREADABLE
        row.read_at = timezone.now()
        row.save(update_fields=["problems", "state", "read_at"])
    return True


def _outcomes(submission: Submission) -> list[records.Document | records.Problem]:
    """Under its own name: the name tells what kind of file it promises to be, and a person knows it."""
    with TemporaryDirectory(prefix="svod-") as folder:
        path = Path(folder, Path(submission.name).name or "submission")
        with submission.file.open() as source, path.open("wb") as copy:
            while piece := source.read(1024 * 1024):
                copy.write(piece)
        return list(read_path(path, Path(folder)))


def _keep(document: records.Document, position: int, submission: Submission) -> None:
    campaign, organisation = submission.campaign, submission.organisation
    row = Document.objects.create(
        submission=submission,
        position=position,
        source=document.source,
        format=document.format,
        language=document.language or "",
        text=document.text,
        blocks=[[one.start, one.end, one.role, one.author, one.on and one.on.isoformat()] for one in document.blocks],
    )
    known = {"campaign": campaign, "organisation": organisation, "document": row}
    reading = extract(replace(document, year=campaign.year), campaign.pack)
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
