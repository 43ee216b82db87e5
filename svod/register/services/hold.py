"""Keep files of which nobody has said yet whose they are, until a person confirms what is proposed or says it."""

from collections.abc import Iterable
from hashlib import sha256
from typing import IO

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from svod.register.errors import AlreadyReceived, NotTaken, Refused
from svod.register.history import operation
from svod.register.models import Campaign, Incoming, Person, Submission
from svod.register.permissions import may
from svod.register.services.keep import Kept, keep
from svod.register.services.look import objection
from svod.register.tasks import look_whose_later

UPLOAD = Submission.Channel.UPLOAD


def to_say(person: Person, campaign: Campaign) -> QuerySet[Incoming]:
    """The files that wait for a word of this person: their own; all, where they answer for the whole campaign."""
    waiting = Incoming.objects.filter(campaign=campaign, channel=UPLOAD, state=Incoming.State.HELD)
    return waiting if may(person, "assign", campaign.organisation) else waiting.filter(person=person)


def hold_all(files: Iterable[tuple[IO[bytes], str]], campaign: Campaign, person: Person) -> list[Incoming | Refused]:
    """Many files at once, each kept or refused by itself; what is kept is committed together."""
    kept = [(_kept_or_refused(stream, name), name) for stream, name in files]
    with transaction.atomic():
        transaction.on_commit(lambda: look_whose_later(campaign))
        return [_held_or_refused(one, name, campaign, person) for one, name in kept]


def hold(kept: Kept, name: str, campaign: Campaign, person: Person) -> Incoming:
    """Make the row of a kept file; the same file under the same name has the row it had. Raises AlreadyReceived where
    somebody has said whose it is, and it was not withdrawn since."""
    row = Incoming(
        channel=UPLOAD,
        key=f"{campaign.pk} {person.pk} {kept.sha256} {sha256(name.encode()).hexdigest()}",  # names nobody
        sender=person.username[:320],
        name=name[-500:],
        sha256=kept.sha256,
        size=kept.size,
        file=kept.place,
        state=Incoming.State.HELD,
        held_why=Incoming.Why.UNSAID,
        campaign=campaign,
        person=person,
    )
    try:
        with operation("hold", person, campaign, campaign.organisation, note=name):
            row.save(force_insert=True)
    except IntegrityError:
        return _known(row)
    return row


def _known(row: Incoming) -> Incoming:
    known = Incoming.objects.select_related("submission").get(channel=row.channel, key=row.key)
    if known.submission is not None and not known.submission.is_withdrawn:
        raise AlreadyReceived(submission=known.submission)
    if known.state != Incoming.State.HELD:  # put away or withdrawn, and dropped once more: it is a report after all
        undecided = {"organisation": None, "submission": None, "decided_by": None, "refused_why": "", "looked_at": None}
        Incoming.objects.filter(pk=known.pk).update(state=Incoming.State.HELD, file=row.file, **undecided)
    return known


def _kept_or_refused(stream: IO[bytes], name: str) -> Kept | Refused:
    if problem := objection(name, stream.seek(0, 2)):
        return NotTaken(problem=problem)
    return keep(stream)


def _held_or_refused(kept: Kept | Refused, name: str, campaign: Campaign, person: Person) -> Incoming | Refused:
    if isinstance(kept, Refused):
        return kept
    try:
        return hold(kept, name, campaign, person)
    except AlreadyReceived as refusal:
        return refusal
