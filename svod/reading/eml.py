"""A letter: its head, its words (plain before HTML), its attachments as members, forwarded letters among them."""

import email.policy
import email.utils
import re
from collections.abc import Iterator
from datetime import date
from email.message import EmailMessage
from email.parser import BytesParser
from mimetypes import guess_extension
from typing import cast

from svod.reading.content import Content, Member, Piece
from svod.reading.encodings import decode
from svod.reading.errors import Encrypted
from svod.reading.html import pieces_of
from svod.reading.limits import Meter
from svod.reading.lines import pieces_of_lines
from svod.reading.thread import letters

_FLOWED = re.compile(r" \r?\n(?=[^>\s])")
_SEPARATORS = re.compile(r"[/\\\x00-\x1f]")
NOBODY = "—"  # who sent a letter without a name that quotes others
_SEALED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
# What programs add to a letter and nobody wrote: signatures, invitations, visiting cards.
_MACHINERY = re.compile(r"application/(?:pgp-signature|(?:x-)?pkcs7-signature)|text/(?:calendar|(?:x-)?vcard)")


def read(data: bytes, meter: Meter) -> Content:
    """The letter's own text, author and day on every block; attachments follow as members.

    Raises Encrypted for a sealed letter.
    """
    letter = BytesParser(policy=email.policy.default).parsebytes(data)
    if letter.get_content_type() in _SEALED:
        raise Encrypted("encrypted_letter")
    author, on = _author(letter), _day(letter)
    leaves = list(_leaves(letter))
    said = [piece for leaf in leaves if _is_said(leaf) for piece in _pieces(leaf)]
    head = [Piece("header", line) for line in _head(letter, author, on)] if said else []
    if author is None and any(piece.author for piece in said):
        author = NOBODY
    pieces = (_by(piece, author, on) for piece in (*head, *said))
    attached = [leaf for leaf in leaves if not _is_said(leaf) and not _MACHINERY.match(leaf.get_content_type())]
    meter.enter(len(attached))
    return Content(tuple(pieces), members=(Member(_name(leaf), _bytes(leaf)) for leaf in attached))


def _by(piece: Piece, author: str | None, on: date | None) -> Piece:
    """The piece with its author: the sender, unless it is quoted from another letter, whose day is not known."""
    return Piece(piece.role, piece.text, author, on) if piece.author is None else piece


def _leaves(part: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that hold something, in order; of alternatives only one, and no pictures that HTML draws on itself."""
    kind = part.get_content_type()
    if kind == "message/rfc822" or not part.is_multipart():
        yield part
        return
    chosen = _better(part) if kind == "multipart/alternative" else None
    for child in part.iter_parts():
        for leaf in _leaves(cast(EmailMessage, child)):
            drawn = kind == "multipart/related" and leaf.get_content_maintype() == "image"
            if not drawn and (chosen is None or leaf is chosen or not _is_said(leaf)):
                yield leaf


def _better(part: EmailMessage) -> EmailMessage | None:
    """The plain text of alternatives; the HTML where that is blank."""
    plain = part.get_body(("plain",))
    if plain is not None and _bytes(cast(EmailMessage, plain)).strip():
        return cast(EmailMessage, plain)
    return cast("EmailMessage | None", part.get_body(("html", "plain")))


def _is_said(leaf: EmailMessage) -> bool:
    """Whether a part is words of the letter itself, not a file sent along."""
    return (
        leaf.get_content_type() in ("text/plain", "text/html")
        and leaf.get_content_disposition() != "attachment"
        and not leaf.get_filename()
    )


def _pieces(leaf: EmailMessage) -> Iterator[Piece]:
    text = _text(leaf)
    if leaf.get_content_type() == "text/html":
        yield from pieces_of(text) if text.strip() else ()
        return
    if leaf.get_param("format") == "flowed":
        text = _FLOWED.sub(" ", text)
    for author, said in letters(text):
        yield from (Piece(piece.role, piece.text, author) for piece in pieces_of_lines(said))


def _text(leaf: EmailMessage) -> str:
    """The part's text by its declared charset; by its letters where that is missing, unknown or wrong."""
    data = _bytes(leaf)
    try:
        return data.decode(leaf.get_content_charset(""))
    except (LookupError, UnicodeDecodeError):
        return decode(data)


def _bytes(leaf: EmailMessage) -> bytes:
    if leaf.get_content_type() == "message/rfc822":
        inner = leaf.get_payload(0) if leaf.is_multipart() else leaf
        return cast(EmailMessage, inner).as_bytes(policy=email.policy.default.clone(refold_source="none"))
    return cast("bytes | None", leaf.get_payload(decode=True)) or b""


def _name(leaf: EmailMessage) -> str:
    """What the sender called the file; a forwarded letter goes by its subject."""
    name = leaf.get_filename()
    if not name and leaf.get_content_type() == "message/rfc822" and leaf.is_multipart():
        name = field(cast(EmailMessage, leaf.get_payload(0)), "Subject") + ".eml"
    name = name or "attachment" + (guess_extension(leaf.get_content_type()) or "")
    return _SEPARATORS.sub("_", name)


def _head(letter: EmailMessage, author: str | None, on: date | None) -> Iterator[str]:
    """The lines of the head that a reader looks at. Addresses stay out: they are nobody's report."""
    if author:
        yield f"From: {author}"
    if on is not None:
        yield f"Date: {on:%d.%m.%Y}"
    if subject := field(letter, "Subject"):
        yield f"Subject: {subject}"


def _author(letter: EmailMessage) -> str | None:
    name, _ = email.utils.parseaddr(field(letter, "From"))
    return name or None


def _day(letter: EmailMessage) -> date | None:
    try:
        return email.utils.parsedate_to_datetime(field(letter, "Date")).date()
    except (TypeError, ValueError):
        return None


def field(letter: EmailMessage, name: str) -> str:
    try:
        return " ".join(str(letter.get(name, "")).split())
    except Exception:
        # The standard parser fails in many ways on heads that break its grammar (IndexError, AttributeError…);
        # a letter whose subject cannot be told is still a letter.
        return ""
