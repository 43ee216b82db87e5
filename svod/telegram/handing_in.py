"""What somebody sends becomes a report, or is held back where it is not known whose it is. Nothing is dropped in
silence: what is not taken is said."""

from collections.abc import Mapping
from datetime import timedelta
from io import BytesIO
from zipfile import ZipFile, ZipInfo

from django.utils import timezone

from svod.register.errors import NoCampaign
from svod.register.models import Incoming, Receipt, Submission
from svod.register.services.photos import draw_all, put_beside
from svod.register.services.receive import Message, places_of, receive
from svod.register.services.tell import name_of
from svod.telegram import receipts, words
from svod.telegram.care import warning
from svod.telegram.places import chosen
from svod.telegram.reply import Reply
from svod.telegram.said import Sent
from svod.telegram.talk import Talk

TELEGRAM = Submission.Channel.TELEGRAM
SHORT = 40  # letters: what is shorter and was not forwarded is rather said to the bot
BELONGS_TOGETHER = timedelta(minutes=15)  # photos without words, so soon after a report, are its photos
MOST_HELD_A_DAY = 30  # of one sender whom nobody knows

Files = Mapping[str, bytes | None]


def hand_in(talk: Talk, files: Files) -> None:
    said = talk.said
    for one in said.files:
        if files[one.key] is None:
            talk.say(words.too_large(one.name), to_message=True)
    here = [(one, data) for one in said.files if (data := files[one.key]) is not None]
    photos = [(one, data) for one, data in here if one.is_photo]
    documents = [(one, data) for one, data in here if not one.is_photo]
    for place, (one, data) in enumerate(documents):
        _receive(talk, _message(talk, f"file:{place}", one.name, data))
    if said.text and (photos or not documents or not is_short(said.text)):
        _hand_in_text(talk, tuple(data for _one, data in photos))
    elif photos:
        _hand_in_photos(talk, photos)
    elif not said.files:
        talk.say(words.cannot_read(), to_message=True)


def hand_in_short(talk: Talk) -> None:
    """Hand in a short text: its sender said by the button that it is a report."""
    if talk.said.on:
        _receive(talk, _message(talk, "text", f"{name_of(talk.said.on)}.txt", talk.said.on.encode(), talk.said.on))


def is_short(text: str) -> bool:
    return sum(letter.isalpha() for letter in text) < SHORT


def _hand_in_text(talk: Talk, photos: tuple[bytes, ...]) -> None:
    text = talk.said.text
    if is_short(text) and not photos and not talk.said.forwarded:
        talk.say(words.is_it_a_report(), to_message=True)
    else:
        _receive(talk, _message(talk, "text", f"{name_of(text)}.txt", text.encode(), text, photos))


def _hand_in_photos(talk: Talk, photos: list[tuple[Sent, bytes]]) -> None:
    """Take photos without words: they belong to the report just handed in, else they are pages to be read."""
    if _late_in_an_album(talk, [data for _one, data in photos]):
        return
    last = _just_handed_in(talk)
    if last is not None:
        number = put_beside(last, draw_all(data for _one, data in photos), talk.chat.person)
        talk.say(receipts.put_beside(last, number), to_message=True)
    elif len(photos) == 1:
        ((one, data),) = photos
        _receive(talk, _message(talk, "text", one.name, data))
    else:
        _receive(talk, _message(talk, "text", f"{talk.said.message}.zip", _packed(photos)))


def _late_in_an_album(talk: Talk, photos: list[bytes]) -> bool:
    """Put photos with the others of their album, where these were handed in already; whether they were."""
    if not talk.said.album:
        return False
    known = Incoming.objects.filter(channel=TELEGRAM, key=f"{talk.key}:text").select_related("submission").first()
    if known is None or known.submission is None:
        return False
    put_beside(known.submission, draw_all(photos), talk.chat.person)
    return True


def _just_handed_in(talk: Talk) -> Submission | None:
    """What the same person handed in here a moment ago."""
    if talk.chat.person is None:
        return None
    since = timezone.now() - BELONGS_TOGETHER
    recent = Receipt.objects.filter(chat=talk.said.to, given_at__gt=since, submission__received_by=talk.chat.person)
    last = recent.select_related("submission__campaign", "submission__organisation").order_by("-given_at").first()
    return last.submission if last else None


def _packed(photos: list[tuple[Sent, bytes]]) -> bytes:
    """The photos as one file: the same bytes for the same photos."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for place, (_one, data) in enumerate(photos, 1):
            archive.writestr(ZipInfo(f"{place:02}.jpg"), data)  # without the hour at which it was packed
    return packed.getvalue()


def _message(talk: Talk, part: str, name: str, data: bytes, text: str = "", photos: tuple[bytes, ...] = ()) -> Message:
    return Message(
        channel=TELEGRAM,
        key=f"{talk.key}:{part}",
        sender=str(talk.chat.number),
        sender_name=talk.chat.name,
        name=name,
        data=data,
        text=text or talk.said.text,
        photos=photos,
        sent_at=talk.said.at,
    )


def _receive(talk: Talk, message: Message) -> None:
    """Receive the message, and say what became of it."""
    person = talk.chat.person
    if not message.data:
        talk.say(words.empty(message.name), to_message=True)
    elif person is None and _too_many_held(talk):
        talk.say(words.enough_for_today(), to_message=True)
    else:
        try:
            row = receive(message, person, chosen(talk.chat))
        except NoCampaign:
            talk.say(words.no_campaign(), to_message=True)
        else:
            _say_what_became(talk, row, message.text)


def _say_what_became(talk: Talk, row: Incoming, text: str) -> None:
    care = warning(text, row.campaign.pack)
    if row.submission is not None:
        told = {"warned": care is not None}
        Receipt.objects.get_or_create(chat=talk.said.to, submission=row.submission, defaults=told)
        receipt = Reply(receipts.received(row.submission, again=_is_again(row)))
        talk.say(receipt, to_message=True)
    else:
        Incoming.objects.filter(pk=row.pk).update(receipt=Incoming.Receipt.WAITING)  # follow.py tells what became of it
        talk.say(_held(talk, row), to_message=True)
    if care is not None:
        talk.say(care)


def _held(talk: Talk, row: Incoming) -> Reply:
    if row.held_why == Incoming.Why.SEVERAL and talk.chat.person:
        return words.which_organisation(places_of(talk.chat.person), something_waits=True)
    return words.held_nowhere() if row.held_why == Incoming.Why.NOWHERE else words.held_unknown()


def _is_again(row: Incoming) -> bool:
    """Whether its submission was here before this message came."""
    submission = row.submission
    if submission is None:
        return False
    return submission.channel != TELEGRAM or submission.incoming.exclude(pk=row.pk).exists()


def _too_many_held(talk: Talk) -> bool:
    since = timezone.now() - timedelta(days=1)
    held = Incoming.objects.filter(channel=TELEGRAM, sender=str(talk.chat.number), came_at__gt=since)
    return held.count() >= MOST_HELD_A_DAY
