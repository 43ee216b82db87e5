"""The mail server, said in one line."""

from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

PORTS = {"smtp": 25, "smtps": 465}


def mail_settings(address: str) -> dict[str, Any]:
    """ "smtp://user:password@host:587?tls=yes", "smtps://host"; nothing where there is no mail server."""
    if not address:
        return {}
    parts = urlsplit(address)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ValueError(
            f"SVOD_MAIL: expected smtp://host or smtps://host, found {address.partition('@')[2] or address!r}"
        )
    return {
        "host": parts.hostname,
        "port": parts.port or PORTS[parts.scheme],
        "user": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "tls": parse_qs(parts.query).get("tls") == ["yes"],
        "ssl": parts.scheme == "smtps",
    }
