"""Take in what a person tells on their phone: an activity field by field, a text, or that nothing was held.

The phone gives each telling a key. Sent again, because an answer got lost, it is the same submission.
"""

from dataclasses import dataclass
from datetime import date
from io import BytesIO
from uuid import UUID

from django.db import IntegrityError, models
from django.utils import timezone
from django.utils.translation import get_language

from svod.register.care import kept
from svod.register.errors import AlreadyReceived
from svod.register.history import operation
from svod.register.models import Activity, Campaign, Document, Organisation, Person, Submission
from svod.register.models.submission import STANDING
from svod.register.often import Given, Often
from svod.register.permissions import may
from svod.register.services.confirm import stood_by
from svod.register.services.keep import keep
from svod.register.services.locks import hold, in_force
from svod.register.services.numbers import understood
from svod.register.services.submit import submit
from svod.register.sqlite.base import settle
from svod.register.tasks import look_for_resemblances
from svod.register.told import Composed, Held, compose, compose_nothing

NAME_LENGTH = 80
TOLD = Often(
    Submission.objects.filter(
        received_by=Given("person", models.BigIntegerField()), told_as=Given("key", models.UUIDField())
    )
)


@dataclass(frozen=True, slots=True)
class Telling:
    """Who tells, for whom, under which key of their phone."""

    key: UUID
    campaign: Campaign
    organisation: Organisation
    person: Person

    def before(self) -> Submission | None:
        """What came of it when it was sent before."""
        if found := TOLD.row(person=self.person.pk, key=self.key):
            settle()
        return found


def tell_held(held: Held, telling: Telling) -> Submission:
    """An activity: confirmed where the person reviews there and nothing is signed, otherwise a draft."""
    return _enter(compose(held, telling.campaign.pack, telling.key), telling, held)


def tell_nothing(reason: str, telling: Telling) -> Submission:
    """That nothing was held, with a reason or without."""
    return _enter(compose_nothing(reason, telling.key), telling)


def name_of(text: str) -> str:
    """Of a text that has none: its first line, cut between words."""
    first, _, _ = text.strip().partition("\n")
    line = " ".join(first.split())
    if len(line) <= NAME_LENGTH:
        return line
    whole, _, _ = line[:NAME_LENGTH].rpartition(" ")
    return f"{whole or line[: NAME_LENGTH - 1]}…"


def tell_text(text: str, telling: Telling, said_on: date | None = None) -> Submission:
    """A text in their own words, which the worker reads; `said_on` the day on which they said it, today where the phone
    does not tell. The organisation's same text, sent before, is that one. Raises NotTaken."""
    name, channel = name_of(text), Submission.Channel.PASTE
    stream, place = BytesIO(text.encode()), (telling.campaign, telling.organisation, telling.person)
    try:
        return submit(stream, name, *place, channel, told_as=telling.key, said_on=said_on or timezone.localdate())
    except AlreadyReceived as refusal:
        earlier: Submission = refusal.details["submission"]
        return earlier
    except IntegrityError:  # sent before in other words
        if found := telling.before():
            return found
        raise


def _enter(composed: Composed, telling: Telling, held: Held | None = None) -> Submission:
    """The submission, its text, and the activity that stands on it, or that nothing was held: no reader is needed. What
    takes time is done before the transaction: SQLite lets one write at a time. Whether it was sent before the database
    says when it is written: it need not be asked each time."""
    submission = _submission(composed, telling)
    if held is None:
        submission.nothing_held = [[0, 0, composed.end, telling.organisation.region]]
    document = _document(composed, submission)
    activity = held and _activity(held, composed, document, telling)
    try:
        with operation("tell", telling.person, telling.campaign, telling.organisation, note=composed.name) as deed:
            deed.create(submission)
            deed.insert(document)
            if activity is not None:
                _stand_behind(activity, telling)
                deed.create(activity)
    except IntegrityError:
        return telling.before() or Submission.objects.filter(STANDING).get(
            campaign=telling.campaign, organisation=telling.organisation, sha256=submission.sha256
        )
    look_for_resemblances(telling.campaign)
    return submission


def _submission(composed: Composed, telling: Telling) -> Submission:
    file = keep(BytesIO(composed.text.encode()))
    return Submission(
        campaign=telling.campaign,
        organisation=telling.organisation,
        name=composed.name[:500],
        channel=Submission.Channel.FORM,
        sha256=file.sha256,
        size=file.size,
        file=file.place,
        state=Submission.State.READ,
        read_at=timezone.now(),
        received_by=telling.person,
        told_as=telling.key,
    )


def _document(composed: Composed, submission: Submission) -> Document:
    return Document(
        submission=submission,
        position=0,
        source=submission.name,
        format="form",
        language=get_language() or "",
        text=composed.text,
        found=kept(composed.text, "", submission.campaign.pack),
        blocks=[
            [0, composed.end, "paragraph", None, None],
            [composed.end + 2, len(composed.text), "paragraph", None, None],
        ],
    )


def _activity(held: Held, composed: Composed, document: Document, telling: Telling) -> Activity:
    people = understood(held.people)
    return Activity(
        campaign=telling.campaign,
        organisation=telling.organisation,
        document=document,
        start=0,
        end=composed.end,
        kind=held.kind,
        title=held.title,
        first_day=held.day,
        last_day=held.day,
        region=telling.organisation.region,
        place=held.place,
        audience=held.audience,
        partners=held.partners,
        participants_least=people and people.least,
        participants_most=people and people.most,
        planned=held.day is not None and held.day > timezone.localdate(),
        sources=composed.sources,
        origins={**dict.fromkeys(composed.sources, "typed"), "region": "organisation"},
        reasons=["person"],
    )


def _stand_behind(activity: Activity, telling: Telling) -> None:
    """Who tells it confirms it by that where they may review, in a part that nobody has signed. Its number stands in
    its text, since it was understood from there."""
    if not may(telling.person, "review", telling.organisation):
        return  # a draft: no signature is in its way, and nobody waits for who tells another one
    hold(telling.campaign)
    if not in_force(telling.campaign, [telling.organisation]).exists():
        for name, value in stood_by(activity, telling.person).items():
            setattr(activity, name, value)
