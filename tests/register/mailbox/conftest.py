"""A real mail server on this machine, with a folder of its own for each test."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import EmailMessage
from itertools import count

import pytest
from imapclient import IMAPClient

from svod.register.mailbox.fetch import Fetched, fetch
from svod.register.mailbox.place import Place
from svod.register.models import Incoming
from tests.browser.line import Line
from tests.world import TEXT

USER, PASSWORD = "otchet@example.org", "app password"
# pymap; it digests each password half a million times, which here nothing is gained by.
SERVER = """
from pymap.main import main
from pysasl.hashing import BuiltinHash
BuiltinHash.__init__.__kwdefaults__["rounds"] = 1
main()
"""
NUMBERS = count(1)


@dataclass
class Post:
    """The mailbox as its owner sees it."""

    client: IMAPClient
    place: Place
    sent: list[bytes] = field(default_factory=list)

    def deliver(self, letter: EmailMessage | bytes) -> None:
        data = letter if isinstance(letter, bytes) else letter.as_bytes()
        self.sent.append(data)
        self.client.append(self.place.folder, data)

    def fetch(self, place: Place | None = None) -> Fetched:
        return fetch(place or self.place)

    def uids(self, what: str = "ALL") -> list[int]:
        self.client.select_folder(self.place.folder)
        return list(self.client.search(what))

    def through(self, line: Line) -> Place:
        return self.place._replace(port=line.port)


def letter(
    sender: str = "aigul@example.org", subject: str = "Отчёт школы", text: str = TEXT, **head: str
) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = f"Айгүл <{sender}>", USER, subject
    made["Date"], made["Message-ID"] = "Tue, 02 Dec 2025 10:00:00 +0500", f"<{next(NUMBERS)}@example.org>"
    for name, value in head.items():
        del made[name.replace("_", "-")]
        made[name.replace("_", "-")] = value
    made.set_content(text)
    return made


@pytest.fixture(scope="session")
def mail_port() -> Iterator[int]:
    with mail_server("--no-tls") as port:
        yield port


@contextmanager
def mail_server(*words: str) -> Iterator[int]:
    """pymap, in a process of its own; the port it listens on."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    where = ["--host", "127.0.0.1", "--port", str(port), "--no-service", "admin", *words]
    who = ["dict", "--demo-user", USER, "--demo-password", PASSWORD]
    server = subprocess.Popen([sys.executable, "-c", SERVER, *where, *who])
    try:
        _wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait()


def _wait_for(port: int) -> None:
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except ConnectionRefusedError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the mail server did not start")


@pytest.fixture
def post(mail_port: int, db: None) -> Iterator[Post]:
    folder = f"folder-{next(NUMBERS)}"
    client = IMAPClient("127.0.0.1", mail_port, ssl=False)
    client.login(USER, PASSWORD)
    client.create_folder(folder)
    yield Post(client, Place("127.0.0.1", mail_port, USER, PASSWORD, folder, ssl=False, tls=False))
    client.logout()


def names() -> list[str]:
    """What came in, in its order."""
    return [one.name.removesuffix(".eml") for one in Incoming.objects.order_by("pk")]
