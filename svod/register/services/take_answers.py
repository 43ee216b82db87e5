"""Take in answers of the campaign's form: as an app sends them, or all those of an export. Each comes once."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from hashlib import sha256

from django.utils import timezone

from svod.odk.answers import Answers
from svod.odk.instance import read_instance, write_instance
from svod.odk.tables import attached
from svod.odk.xlsform import form_id
from svod.register.errors import OtherAnswers, TooManyAnswers
from svod.register.form_answers import Whose, headline
from svod.register.models import Campaign, FormLink, Incoming, Organisation, Person, Submission
from svod.register.services.photos import Drawn, draw_all, put_beside
from svod.register.services.receive import Message, receive

ODK = Submission.Channel.ODK
MOST_PHOTOS = 100  # of one submission: a form tells many activities
MOST_A_DAY = 1000  # new answers by one link: a link in wrong hands fills no disk
SOURCE = "export"


@dataclass(frozen=True, slots=True)
class Taken:
    """How many answers of an export are new, and how many were here before."""

    new: int
    known: int


@dataclass(frozen=True, slots=True)
class Arrived:
    """What an app sent: `lost` of its photos are not beside it; `astray`, it names an organisation that is none of the
    link's, and is taken for the link's own."""

    submission: Submission
    lost: int
    astray: bool


def take_sent(data: bytes, photos: Iterable[bytes], link: FormLink) -> Arrived:
    """Sent again, with the same photos or with more, it is the submission it was. Raises NoAnswers, TooManyAnswers, and
    OtherAnswers where its instance said something else before."""
    answers = read_instance(data, form_id(link.campaign.pack, link.campaign.year))
    sent, whose = list(photos), Whose(link.campaign, link.organisation)
    known = _known(answers, link.campaign)
    if known is not None and known.submission is not None:
        submission = known.submission
        if not _says(answers, submission):
            raise OtherAnswers(submission=submission)
    else:
        sender = _Sender(f"link {link.pk}", link.organisation.name)
        _ensure_few(sender)
        submission = _taken(answers, data, link.campaign, whose.organisation(answers), sender)
    put_beside(submission, draw_all(sent), None, MOST_PHOTOS)
    there = set(submission.photos.values_list("sent_sha256", flat=True))
    lost = sum(sha256(photo).hexdigest() not in there for photo in sent)
    return Arrived(submission, lost, whose.misses(answers))


def _ensure_few(sender: "_Sender") -> None:
    since = timezone.now() - timedelta(days=1)
    if Incoming.objects.filter(channel=ODK, sender=sender.address, came_at__gt=since).count() >= MOST_A_DAY:
        raise TooManyAnswers(most=MOST_A_DAY)


def take_exported(answers: Sequence[Answers], export: Submission) -> Taken:
    """Those of an export that somebody handed in, with the photos it brings along; for the organisation of the export,
    or for one below it that they name."""
    whose = Whose(export.campaign, export.organisation)
    photos = _photos(export, {name for one in answers for name in one.photos})
    new = known = 0
    for one in answers:
        found = _known(one, export.campaign)
        submission = found.submission if found else None
        if submission is None:
            sender = _Sender(f"{SOURCE} {export.pk}", export.name, export.received_by)
            data = write_instance(one, form_id(export.campaign.pack, export.campaign.year))
            submission = _taken(one, data, export.campaign, whose.organisation(one), sender)
            new += 1
        else:
            known += 1
        beside = [photos[name] for name in one.photos if name in photos]
        put_beside(submission, beside, export.received_by, MOST_PHOTOS)
    return Taken(new, known)


@dataclass(frozen=True, slots=True)
class _Sender:
    address: str
    name: str
    person: Person | None = None


def _taken(
    answers: Answers, data: bytes, campaign: Campaign, organisation: Organisation, sender: _Sender
) -> Submission:
    message = Message(
        channel=ODK,
        key=_key(answers, campaign),
        sender=sender.address,
        sender_name=sender.name,
        name=f"{headline(answers, campaign.pack)[:400]}.xml",
        data=data,
    )
    row = receive(message, sender.person, organisation, campaign)
    if row.submission is None:
        raise ValueError(f"what came for an organisation is held back: {row.pk}")
    return row.submission


def _known(answers: Answers, campaign: Campaign) -> Incoming | None:
    rows = Incoming.objects.filter(channel=ODK, key=_key(answers, campaign))
    return rows.select_related("submission__campaign", "submission__organisation").first()


def _key(answers: Answers, campaign: Campaign) -> str:
    return f"{campaign.pk}:{answers.instance}"


def _says(answers: Answers, submission: Submission) -> bool:
    """Whether it is what came before, however it was written. Where its file is kept no longer, or went with somebody's
    name, nothing speaks against it."""
    if not submission.file:
        return True
    with submission.file.open() as stream:
        return read_instance(stream.read()) == answers


def _photos(export: Submission, names: Collection[str]) -> dict[str, Drawn]:
    """Those of an export by name, each drawn as it is unpacked: all of them at once may be too many to hold."""
    with export.file.open() as stream:
        data = stream.read()
    return {name: one for name, photo in attached(data, names) for one in draw_all([photo])}
