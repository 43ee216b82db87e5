"""What must be known of a letter before it is read: who says to have sent it, whether a program did, what it is called.

Nothing here is to be believed: whoever sends a letter writes all of its head.
"""

import email.policy
import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import getaddresses, parsedate_to_datetime
from typing import cast

from django.utils.translation import gettext as _

from svod.reading.eml import field, read
from svod.reading.limits import Limits, Meter
from svod.register.models import Submission
from svod.register.services.receive import Message

PROGRAMS = ("mailer-daemon@", "postmaster@", "noreply@", "no-reply@")
LISTS = ("List-Id", "List-Post", "List-Unsubscribe")
MANY = ("bulk", "list", "junk")
NAME_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Letter:
    """`is_automatic`: a program wrote it. `wants_no_answer`: a list or a program sent it, so no receipt goes.

    The rules of RFC 3834.
    """

    message: Message
    is_automatic: bool
    wants_no_answer: bool


def look_at(data: bytes, size: int | None = None) -> Letter:
    """The letter; `size` where `data` is only its head, since all of it was too much."""
    try:
        return _look_at(data, size)
    except Exception:
        # Python's parser fails in ways of its own on heads that break its grammar: such a letter is nobody's, and must
        # not keep the others from being fetched.
        key, kept = hashlib.sha256(data).hexdigest(), data if size is None else None
        message = Message(Submission.Channel.EMAIL, key, "", f"{_('Letter')}.eml", kept, size or len(data))
        return Letter(message, is_automatic=False, wants_no_answer=True)


def _look_at(data: bytes, size: int | None) -> Letter:
    head = BytesParser(policy=email.policy.default).parsebytes(data, headersonly=True)
    name, address = _sender(head)
    automatic = _is_automatic(head, address)
    message = Message(
        channel=Submission.Channel.EMAIL,
        key=_key(data, head),
        sender=address,
        sender_name=name,
        name=f"{(field(head, 'Subject') or name or address or _('Letter'))[:NAME_LENGTH]}.eml",
        data=data if size is None else None,
        size=size or len(data),
        text=_words(data),
        sent_at=_sent_at(head),
    )
    return Letter(message, automatic, automatic or _is_to_many(head))


def _key(data: bytes, head: EmailMessage) -> str:
    """The Message-ID, which the receipt refers to, with a digest of what the sender wrote: two letters under one ID are
    two, and the same letter is one whatever the servers on its way put on top."""
    message_id = field(head, "Message-ID")
    marks = (message_id, *(field(head, name) for name in ("From", "Date", "Subject")))
    _head, _blank, body = data.replace(b"\r\n", b"\n").partition(b"\n\n")
    digest = hashlib.sha256("\0".join(marks).encode("utf-8", "replace") + body).hexdigest()
    return f"{digest} {message_id[:200]}".strip()


def _sender(head: EmailMessage) -> tuple[str, str]:
    """Name and address; nobody where several say to have written it."""
    found = [one for one in getaddresses([field(head, "From")]) if one[1]]
    return found[0] if len(found) == 1 else ("", "")


def _is_automatic(head: EmailMessage, address: str) -> bool:
    """An out-of-office answer, a failed delivery, a receipt of somebody else's program."""
    answers = field(head, "Auto-Submitted").partition(";")[0].strip().lower()
    return (
        answers not in ("", "no")
        or field(head, "Return-Path") == "<>"
        or head.get_content_type() == "multipart/report"
        or any(name in head for name in ("X-Autoreply", "X-Autorespond", "X-Failed-Recipients"))
        or address.lower().startswith(PROGRAMS)
    )


def _is_to_many(head: EmailMessage) -> bool:
    return any(name in head for name in LISTS) or field(head, "Precedence").lower() in MANY


def _sent_at(head: EmailMessage) -> datetime | None:
    try:
        sent = parsedate_to_datetime(field(head, "Date"))
        return (sent if sent.tzinfo else sent.replace(tzinfo=UTC)).astimezone(UTC)
    except (TypeError, ValueError, OverflowError):
        return None


def _words(data: bytes) -> str:
    """The letter's own words, for whoever must tell whose it is."""
    try:
        return "\n".join(cast(str, piece.text) for piece in read(data, Meter(Limits())).pieces)
    except Exception:
        # Its readers' libraries fail in ways of their own: then its file is downloaded to be looked at.
        return ""
