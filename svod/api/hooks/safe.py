"""Send to an address that somebody typed, and to no machine of the operator's own network.

The name is looked up once, every address it has must be a public one, and that address is the one connected to: a name
that answers otherwise a moment later changes nothing. Redirects are not followed, and no answer is read but its status.
"""

import ipaddress
import socket
import ssl
from collections.abc import Mapping
from http.client import HTTPConnection, HTTPException
from threading import Timer
from urllib.parse import SplitResult, urlsplit

from django.conf import settings

from svod.register.errors import UnsafeAddress

TIMEOUT = 10.0  # seconds for each step, and for all of it together
NAT64 = ipaddress.ip_network("64:ff9b::/96")
PORTS = {"https": 443, "http": 80}


class NotReached(Exception):  # noqa: N818 # the receiver's state, not a fault of ours
    pass


def ensure_safe(url: str) -> tuple[SplitResult, str]:
    """The parts, and the address to connect to. Raises UnsafeAddress, and NotReached where the name is not known."""
    parts = _parts(url)
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or PORTS[parts.scheme], type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotReached("unknown name") from error
    addresses = [str(one[4][0]) for one in found]
    if not settings.SVOD_WEBHOOKS_PRIVATE and not all(map(is_public, addresses)):
        raise UnsafeAddress(why="private")
    return parts, addresses[0]


def is_public(address: str) -> bool:
    """Whether it is a machine of the internet; one that is wrapped in another address is asked for itself."""
    one = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(one, ipaddress.IPv6Address):
        inner = one.ipv4_mapped or one.sixtofour or (one.teredo[1] if one.teredo else None)
        if one in NAT64:
            inner = ipaddress.IPv4Address(int(one) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return one.is_global and not one.is_multicast


def post(url: str, body: bytes, headers: Mapping[str, str]) -> int:
    """The status of the answer. Raises UnsafeAddress, NotReached."""
    parts, address = ensure_safe(url)
    line = _Pinned(parts, address)
    end = Timer(TIMEOUT, line.cut)  # a receiver that answers a letter a second holds no worker
    end.start()
    try:
        line.request("POST", parts.path + (f"?{parts.query}" if parts.query else "") or "/", body, dict(headers))
        return line.getresponse().status
    except (OSError, HTTPException, ValueError) as error:
        raise NotReached(type(error).__name__) from error
    finally:
        end.cancel()
        line.close()


def _parts(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        known = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        raise UnsafeAddress(why="not_https") from None
    allowed = PORTS if settings.SVOD_WEBHOOKS_PRIVATE else {"https"}
    if not known or parts.scheme not in allowed or parts.username is not None:
        raise UnsafeAddress(why="not_https")
    return parts


class _Pinned(HTTPConnection):
    """A line to one address, whatever the name leads to by now."""

    def __init__(self, parts: SplitResult, address: str) -> None:
        super().__init__(parts.hostname or "", parts.port or PORTS[parts.scheme], timeout=TIMEOUT)
        self._address, self._is_secure = address, parts.scheme == "https"

    def connect(self) -> None:
        self.sock = socket.create_connection((self._address, self.port), TIMEOUT)
        if self._is_secure:
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self.host)

    def cut(self) -> None:
        if self.sock is not None:
            try:
                self.sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                return  # it is closed already
