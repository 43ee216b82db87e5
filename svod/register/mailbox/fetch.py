"""Take in what lies in the mailbox: each letter once, in the order it came.

A letter is in the register before it is marked as seen and counted as taken, and nothing is ever deleted on the server.
So wherever the line or the program breaks, the letter under way is fetched again, and its key tells that it is known.
"""

import imaplib
import logging
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from typing import Any

from django.conf import settings
from django.db.models import Max
from django.utils import timezone
from imapclient import SEEN, IMAPClient, SocketTimeout
from imapclient.exceptions import IMAPClientError, LoginError, ProtocolError

from svod.reading.limits import MEGABYTE, Limits
from svod.register.errors import NoCampaign
from svod.register.mailbox.letter import Letter, look_at
from svod.register.mailbox.place import Place
from svod.register.models import Incoming, Mailbox, Person
from svod.register.services.acknowledge import answer_later
from svod.register.services.receive import receive

log = logging.getLogger(__name__)

PATIENCE = SocketTimeout(connect=15, read=60)
AT_ONCE = 500  # letters whose sizes are asked for together
MOST_OF_A_STRANGER = 10 * MEGABYTE  # a letter of nobody known must not fill the disk
HEAD = "BODY.PEEK[HEADER.FIELDS (FROM SUBJECT DATE MESSAGE-ID AUTO-SUBMITTED RETURN-PATH PRECEDENCE LIST-ID)]"
WHOLE = "BODY.PEEK[]"

# What goes wrong, the narrower first: each of these is a kind of those below it.
TROUBLES: tuple[tuple[type[Exception], str], ...] = (
    (NoCampaign, Mailbox.Trouble.NO_CAMPAIGN),
    (LoginError, Mailbox.Trouble.LOGIN),
    (socket.gaierror, Mailbox.Trouble.NO_HOST),
    (ssl.SSLCertVerificationError, Mailbox.Trouble.NO_TRUST),
    (ssl.SSLEOFError, Mailbox.Trouble.CUT),
    (ssl.SSLError, Mailbox.Trouble.NO_TLS),
    (TimeoutError, Mailbox.Trouble.NO_ANSWER),
    (ConnectionRefusedError, Mailbox.Trouble.NO_ANSWER),
    (imaplib.IMAP4.abort, Mailbox.Trouble.CUT),
    (IMAPClientError, Mailbox.Trouble.SERVER),
    (ProtocolError, Mailbox.Trouble.CUT),
    (OSError, Mailbox.Trouble.CUT),
)


class NoFolder(IMAPClientError):  # noqa: N818 # a state of the mailbox
    """The server knows no folder of that name."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """How many letters were new, how many of them are held back, and what stopped it."""

    received: int = 0
    held: int = 0
    trouble: str = ""


def fetch(place: Place) -> Fetched:
    """All that is new. What goes wrong is written down for the administrator's page, never raised."""
    box, _made = Mailbox.objects.get_or_create(address=place.name)
    done = Fetched()
    try:
        with _session(place) as client:
            for row in _new(client, box, place):
                is_held = row.state == Incoming.State.HELD
                done = replace(done, received=done.received + (not is_held), held=done.held + is_held)
    except Exception as error:
        # Whatever a server or a letter does, the next look must come; what is our own fault is told in the log.
        done = replace(done, trouble=_trouble(error))
        if done.trouble == Mailbox.Trouble.FAULT:
            log.exception("the mailbox could not be fetched")
    _note(box, done.trouble)
    return done


@contextmanager
def _session(place: Place) -> Iterator[IMAPClient]:
    client = IMAPClient(place.host, place.port, ssl=place.ssl, timeout=PATIENCE)
    try:
        if place.tls:
            client.starttls()
        client.login(place.user, place.password)
        yield client
        client.logout()
    except BaseException:
        with suppress(OSError):
            client.shutdown()
        raise


def _new(client: IMAPClient, box: Mailbox, place: Place) -> Iterator[Incoming]:
    """Each letter that was not taken in before, once it is."""
    _enter_folder(client, box, place.folder)
    found = client.search(["UID", f"{box.last_uid + 1}:*"])  # the last letter is always among them
    new = sorted(uid for uid in found if uid > box.last_uid)
    newest = Incoming.objects.aggregate(newest=Max("pk"))["newest"] or 0
    for start in range(0, len(new), AT_ONCE):
        uids = new[start : start + AT_ONCE]
        sizes = client.fetch(uids, ["RFC822.SIZE"])
        for uid in uids:
            if uid in sizes and (letter := _letter(client, uid, sizes[uid][b"RFC822.SIZE"])):
                row = _take_in(letter)
                client.add_flags([uid], [SEEN], silent=True)
                if row.pk > newest:
                    newest = row.pk
                    yield row
            box.last_uid = uid
            box.save(update_fields=["last_uid"])


def _enter_folder(client: IMAPClient, box: Mailbox, folder: str) -> None:
    try:
        validity = client.select_folder(folder)[b"UIDVALIDITY"]
    except imaplib.IMAP4.abort:
        raise
    except IMAPClientError as error:
        raise NoFolder(folder) from error
    if box.uid_validity != validity:
        box.uid_validity, box.last_uid = validity, 0
        box.save(update_fields=["uid_validity", "last_uid"])


def _letter(client: IMAPClient, uid: int, size: int) -> Letter | None:
    """None where somebody took it out of the mailbox meanwhile. Of a letter that is too large only its head comes."""
    if size > MOST_OF_A_STRANGER:
        head = _part(client, uid, HEAD)
        letter = None if head is None else look_at(head, size)
        if letter is None or size > Limits().file_bytes or _person(letter.message.sender) is None:
            return letter
    whole = _part(client, uid, WHOLE)
    return None if whole is None else look_at(whole)


def _part(client: IMAPClient, uid: int, which: str) -> bytes | None:
    parts: dict[bytes, Any] = client.fetch([uid], [which]).get(uid, {})
    return next((value for name, value in parts.items() if name.startswith(b"BODY[")), None)


def _take_in(letter: Letter) -> Incoming:
    """A letter that a program wrote is nobody's report, whatever address it gives."""
    person = None if letter.is_automatic else _person(letter.message.sender)
    wants = not letter.wants_no_answer
    row = receive(replace(letter.message, wants_receipt=wants, is_automatic=letter.is_automatic), person)
    answer_later(row)
    return row


def _person(address: str) -> Person | None:
    """Whose address it is in the register; never our own, which would answer itself."""
    if not address or address.lower() == settings.DEFAULT_FROM_EMAIL.lower():
        return None
    return Person.objects.filter(email__iexact=address, is_active=True).first()


def _trouble(error: Exception) -> str:
    if isinstance(error, NoFolder):
        return Mailbox.Trouble.NO_FOLDER
    return next((code for kind, code in TROUBLES if isinstance(error, kind)), Mailbox.Trouble.FAULT)


def _note(box: Mailbox, trouble: str) -> None:
    if not trouble:
        box.fetched_at, box.trouble_since = timezone.now(), None
    elif box.trouble_since is None:
        box.trouble_since = timezone.now()
    box.trouble = trouble
    box.save(update_fields=["fetched_at", "trouble", "trouble_since"])
