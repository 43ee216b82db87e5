"""Take in what somebody hands in. What is answered "received" is on disk and in the database."""

from collections.abc import Iterable
from datetime import date
from typing import IO
from uuid import UUID

from django.db import IntegrityError, models, transaction

from svod.register.errors import AlreadyReceived, NotTaken, Refused
from svod.register.history import operation
from svod.register.models import Campaign, Organisation, Person, Submission
from svod.register.often import Given, Often
from svod.register.services.keep import Kept, keep
from svod.register.services.look import objection
from svod.register.sqlite.base import settle
from svod.register.tasks import read_submission

# As its index has it, with the value itself: see totals/denied.py.
STANDS = 'NOT ("register_submission"."state" = \'withdrawn\')'
EARLIER = Often(
    Submission.objects.filter(
        campaign=Given("campaign", models.BigIntegerField()),
        organisation=Given("organisation", models.BigIntegerField()),
        sha256=Given("sha256", models.CharField()),
    )
    .extra(where=[STANDS])  # noqa: S610 # a constant
    .order_by()
)


def submit(
    stream: IO[bytes],
    name: str,
    campaign: Campaign,
    organisation: Organisation,
    person: Person | None,
    channel: str = Submission.Channel.UPLOAD,
    replaces: Submission | None = None,
    told_as: UUID | None = None,
    said_on: date | None = None,
) -> Submission:
    """Keep the file, make the submission, and have it read. Raises AlreadyReceived for bytes this organisation sent
    before, NotTaken for a file that nobody could read."""
    kept = keep(_looked_at(stream, name))
    return enter(kept, name, campaign, organisation, person, channel, replaces, told_as, said_on)


def submit_all(
    files: Iterable[tuple[IO[bytes], str]], campaign: Campaign, organisation: Organisation, person: Person
) -> list[Submission | Refused]:
    """Many files at once, each taken or refused by itself; what was taken is committed together."""
    kept = [(_kept_or_refused(stream, name), name) for stream, name in files]
    with transaction.atomic():
        return [_entered_or_refused(one, name, campaign, organisation, person) for one, name in kept]


def _kept_or_refused(stream: IO[bytes], name: str) -> Kept | Refused:
    try:
        return keep(_looked_at(stream, name))
    except NotTaken as refusal:
        return refusal


def _entered_or_refused(
    kept: Kept | Refused, name: str, campaign: Campaign, organisation: Organisation, person: Person
) -> Submission | Refused:
    if isinstance(kept, Refused):
        return kept
    try:
        return enter(kept, name, campaign, organisation, person)
    except AlreadyReceived as refusal:
        return refusal


def _looked_at(stream: IO[bytes], name: str) -> IO[bytes]:
    size = stream.seek(0, 2)
    if problem := objection(name, size):
        raise NotTaken(problem=problem)
    return stream


def enter(
    kept: Kept,
    name: str,
    campaign: Campaign,
    organisation: Organisation,
    person: Person | None,
    channel: str = Submission.Channel.UPLOAD,
    replaces: Submission | None = None,
    told_as: UUID | None = None,
    said_on: date | None = None,
) -> Submission:
    """Make the submission of a file that is kept. The row and its task are committed together: a queue in the same
    database loses nothing in between. Raises AlreadyReceived."""
    submission = Submission(
        campaign=campaign,
        organisation=organisation,
        name=name[-500:],
        channel=channel,
        sha256=kept.sha256,
        size=kept.size,
        file=kept.place,
        replaces=replaces,
        told_as=told_as,
        said_on=said_on,
        received_by=person,
    )
    same = {"campaign": campaign.pk, "organisation": organisation.pk, "sha256": kept.sha256}
    if earlier := EARLIER.row(**same):
        settle()
        raise AlreadyReceived(submission=earlier)
    try:
        with operation("submit", person, campaign, organisation, note=name) as deed:
            deed.create(submission)
            read_submission.enqueue(submission.pk)
    except IntegrityError:
        if earlier := EARLIER.row(**same):  # somebody was faster
            settle()
            raise AlreadyReceived(submission=earlier) from None
        raise
    return submission
