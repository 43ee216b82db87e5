"""Take in what comes from outside: a known sender's message becomes a submission, all others are held back.

Who the sender is tells the channel, which knows how far it may be believed (see SECURITY.md).
"""

from dataclasses import astuple, dataclass
from datetime import date, datetime
from hashlib import sha256
from io import BytesIO

from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.db.models.functions import Length
from django.utils import timezone

from svod.register.errors import AlreadyReceived, NoCampaign
from svod.register.history import operation
from svod.register.models import Campaign, Incoming, Organisation, Person, Role, Submission
from svod.register.permissions import at_least
from svod.register.services.keep import Kept, keep
from svod.register.services.photos import Drawn, draw_all, put_beside
from svod.register.services.submit import enter
from svod.register.sqlite.base import settle
from svod.register.tasks import look_whose_later

MOST_TEXT = 20_000  # characters of a held message's words, for whoever tells whose it is
VOUCHED = frozenset({Submission.Channel.TELEGRAM, Submission.Channel.ODK})  # channels whose sender cannot be forged


@dataclass(frozen=True, slots=True)
class Message:
    """What came. `data` is the whole message as it is read later, None where it was too large to be fetched; `name` is
    what its submission is called, with an ending that tells its kind."""

    channel: str
    key: str
    sender: str
    name: str
    data: bytes | None
    size: int = 0  # where it was not fetched
    sender_name: str = ""
    text: str = ""
    sent_at: datetime | None = None
    photos: tuple[bytes, ...] = ()
    wants_receipt: bool = False
    is_automatic: bool = False  # a program wrote it


def receive(
    message: Message,
    person: Person | None = None,
    organisation: Organisation | None = None,
    campaign: Campaign | None = None,
) -> Incoming:
    """The message's row, committed with its submission; the same message again is the same row. Without a `campaign`
    it is for that of the organisation. Raises NoCampaign where there is none to which it could belong: then nothing is
    taken."""
    if known := _known(message).first():
        settle()
        return known
    row = _row(message, person)
    row.organisation, row.held_why = _place(row, person, organisation)
    if message.is_automatic:
        row.held_why = Incoming.Why.AUTOMATIC
    row.campaign = campaign or campaign_for(row.organisation)
    try:
        with transaction.atomic():
            if row.held_why:
                _hold(row)
            else:
                _accept(row)
    except IntegrityError:  # another process was faster
        settle()
        return _known(message).get()
    return row


def places_of(person: Person) -> list[Organisation]:
    """The organisations at which the person has a role to report, and for which a campaign is held."""
    roles = person.roles.filter(role__in=at_least(Role.REPORTER), organisation__is_closed=False)
    found = [one.organisation for one in roles.select_related("organisation").order_by("organisation__path")]
    return [one for one in found if _campaigns(one).exists()] if person.is_active else []


def campaign_for(organisation: Organisation | None) -> Campaign:
    """The campaign that began last or, before any, that begins next; of several, that of the highest organisation.
    Raises NoCampaign."""
    campaigns = _campaigns(organisation).annotate(height=Length("organisation__path"))
    begun = campaigns.filter(first_day__lte=timezone.localdate())
    found = begun.order_by("-first_day", "height").first() or campaigns.order_by("first_day", "height").first()
    if found is None:
        raise NoCampaign
    return found


def become_submission(row: Incoming, organisation: Organisation, person: Person | None) -> Submission:
    """The submission it becomes, its photos beside it; the organisation's same bytes, sent before, are that one."""
    kept = Kept(row.file.name, row.sha256, row.size)
    try:
        submission = enter(kept, row.name, row.campaign, organisation, person, row.channel, said_on=_said_on(row))
    except AlreadyReceived as refusal:
        submission = refusal.details["submission"]
    put_beside(submission, [Drawn(*one) for one in row.photos], person)
    return submission


def _said_on(row: Incoming) -> date | None:
    """Of words that were sent as such; a letter tells it in its head, and a file was written whenever."""
    is_words = bool(row.text) and sha256(row.text.encode()).hexdigest() == row.sha256
    return timezone.localdate(row.sent_at) if is_words and row.sent_at else None


def _campaigns(organisation: Organisation | None) -> QuerySet[Campaign]:
    if organisation is None:
        return Campaign.objects.select_related("organisation")
    above = [organisation.path[:end] for end in range(4, len(organisation.path) + 1, 4)]
    return Campaign.objects.filter(organisation__path__in=above).select_related("organisation")


def _known(message: Message) -> QuerySet[Incoming]:
    found = Incoming.objects.filter(channel=message.channel, key=_storable(message.key)[:300])
    return found.select_related("campaign", "organisation", "submission", "person")


def _row(message: Message, person: Person | None) -> Incoming:
    row = Incoming(
        channel=message.channel,
        key=_storable(message.key)[:300],
        sender=_storable(message.sender)[:320],
        sender_name=_storable(message.sender_name)[:300],
        name=_storable(message.name)[-500:],
        text=_storable(message.text)[:MOST_TEXT],
        size=message.size,
        person=person,
        sent_at=message.sent_at,
        receipt=Incoming.Receipt.WAITING if message.wants_receipt and person else Incoming.Receipt.NONE,
    )
    if message.data is not None:
        kept = keep(BytesIO(message.data))
        row.file, row.sha256, row.size = kept.place, kept.sha256, kept.size
    row.photos = [list(astuple(one)) for one in draw_all(message.photos)]
    return row


def _storable(text: str) -> str:
    """As a database takes it: a message may hold NUL, and halves of letters where its bytes were no text."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()


def _place(row: Incoming, person: Person | None, organisation: Organisation | None) -> tuple[Organisation | None, str]:
    """Whose report it is, or why nobody can say."""
    places = [organisation] if organisation else places_of(person) if person else []
    only = places[0] if len(places) == 1 else None
    if not row.file:
        return only, Incoming.Why.TOO_LARGE
    if only:
        return only, ""
    if person is None:
        return None, Incoming.Why.UNKNOWN
    return None, Incoming.Why.SEVERAL if places else Incoming.Why.NOWHERE


def _hold(row: Incoming) -> None:
    row.state = Incoming.State.HELD
    with operation("hold", None, row.campaign, row.campaign.organisation, note=row.name):
        row.save(force_insert=True)  # not as a deed: history would keep its words when they are gone
    transaction.on_commit(lambda: look_whose_later(row.campaign))


def _accept(row: Incoming) -> None:
    row.submission = become_submission(row, row.organisation, row.person if row.channel in VOUCHED else None)
    row.state, row.text, row.file, row.photos = Incoming.State.RECEIVED, "", "", []
    row.save(force_insert=True)
