"""Which mailbox it is, said in one line."""

from typing import NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit

PORTS = {"imap": 143, "imaps": 993}
THIS_MACHINE = ("localhost", "127.0.0.1", "::1")


class Place(NamedTuple):
    """Where reports that come by e-mail are fetched."""

    host: str
    port: int
    user: str
    password: str
    folder: str
    ssl: bool
    tls: bool  # begun without, then encrypted

    @property
    def name(self) -> str:
        """For people, without the password."""
        return f"{self.user} · {self.host} · {self.folder}"


def place_of(address: str) -> Place | None:
    """ "imaps://user:password@host/INBOX", "imap://…" with STARTTLS; nothing where no mailbox is named.

    No password goes over a network in the clear: `tls=no` is for this machine only.
    """
    if not address:
        return None
    parts = urlsplit(address)
    tls = parts.scheme == "imap" and parse_qs(parts.query).get("tls") != ["no"]
    if parts.scheme not in PORTS or not (parts.hostname and parts.username and parts.password):
        raise ValueError(
            "SVOD_MAILBOX: expected imaps://user:password@host/FOLDER, with %40 for an @ in the user's name"
        )
    if parts.scheme == "imap" and not tls and parts.hostname not in THIS_MACHINE:
        raise ValueError("SVOD_MAILBOX: without encryption only a mail server on this machine is asked")
    return Place(
        parts.hostname,
        parts.port or PORTS[parts.scheme],
        unquote(parts.username),
        unquote(parts.password),
        unquote(parts.path.strip("/")) or "INBOX",
        parts.scheme == "imaps",
        tls,
    )
