"""Activities and totals made in the register without reading a text, for tests that need many or certain ones."""

from datetime import date, datetime, time
from hashlib import sha256
from typing import Any

from django.utils import timezone

from svod.register.models import Activity, Document, Organisation, ReportedTotal, State, Submission
from tests.world import World

TEXT = "Проведён семинар, участвовали люди. " * 4


def submission(world: World, organisation: Organisation | None = None, text: str = TEXT) -> Submission:
    organisation = organisation or world.school
    number = Submission.objects.count()
    made = Submission(
        campaign=world.campaign,
        organisation=organisation,
        name=f"отчёт {number}.txt",
        sha256=sha256(f"{number}".encode()).hexdigest(),
        size=len(text),
        state=Submission.State.READ,
        read_at=timezone.now(),
    )
    made.save()
    at = datetime.combine(world.campaign.last_day, time(12), timezone.get_current_timezone())  # in time
    Submission.objects.filter(pk=made.pk).update(received_at=at)
    return made


def document(world: World, organisation: Organisation | None = None, text: str = TEXT) -> Document:
    made = submission(world, organisation, text)
    return Document.objects.create(submission=made, position=0, source=made.name, format="txt", text=text)


def activity(world: World, of: Document, **columns: Any) -> Activity:
    row = Activity(**{**_finding(world, of, columns), "kind": "seminar", "region": "KZ-39", **columns})
    row.words = row.found_by()
    row.save()
    return row


def total(world: World, of: Document, **columns: Any) -> ReportedTotal:
    given = {"measure": "activities", "region": "KZ-39", **columns}
    return ReportedTotal.objects.create(**{**_finding(world, of, columns), **given})


def day(number: int) -> date:
    return date(2025, 12, number)


def _finding(world: World, of: Document, columns: dict[str, Any]) -> dict[str, Any]:
    decided = columns.get("state", State.DRAFT) != State.DRAFT
    return {
        "campaign": world.campaign,
        "organisation": of.submission.organisation,
        "document": of,
        "start": 0,
        "end": 16,
        "decided_by": world.people["reviewer"] if decided else None,
        "decided_at": timezone.now() if decided else None,
    }
