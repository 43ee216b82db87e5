"""Phones that tell, over HTTP on lines kept open: what each sends, what it was answered, and how long that took."""

import hashlib
import io
import json
import secrets
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from itertools import count
from pathlib import Path
from random import Random
from urllib.parse import urlencode
from uuid import uuid4

TITLES = ("Дом без страха", "Слово лечит", "Равные права", "Закон рядом", "Белый голубь", "Шаг к миру")
KINDS = ("held", "text", "held", "held", "file", "held", "text", "held", "nothing", "held")
TEXT = (
    "{day} ноября 2025 года в школе № {number} проведён круглый стол «Голос {number}» с участием {people} учащихся и "
    "родителей. Обсудили, куда обратиться за помощью, раздали листовки с телефоном доверия."
)


@dataclass(frozen=True, slots=True)
class Phone:
    """Whose it is: signed in, reporting for one organisation."""

    session: str
    organisation: int


@dataclass(slots=True)
class Sent:
    """One submission, and what became of it. `due` is when it was to be sent, not when its line was free: waiting for
    others is part of what a person waits for."""

    key: str
    kind: str
    text: bytes = b""
    photo: bytes = b""
    due: float = 0.0
    took: float = 0.0
    number: int = 0  # as the server called it: "received"
    photo_received: bool = False
    failures: list[str] = field(default_factory=list)


class Line:
    """One connection, opened again only where it broke."""

    def __init__(self, port: int, slug: str, phone: Phone) -> None:
        self.phone, self.page, self.inbox = phone, f"/c/{slug}/tell/", f"/c/{slug}/inbox/files/"
        self.token = secrets.token_hex(16)
        self.open = HTTPConnection("127.0.0.1", port, timeout=60)

    def send(self, one: Sent) -> None:
        """Raises nothing: what went wrong is noted, and nothing is sent twice."""
        try:
            if one.kind == "file":
                fields = {"files-organisation": str(self.phone.organisation)}
                told = self._post(self.inbox, *multipart(fields, "files", f"{one.key}.txt", one.text))["outcomes"][0]
                one.number = int(told["address"].rstrip("/").rsplit("/", 1)[1]) if told["state"] == "received" else 0
            else:
                told = self._post(self.page, "application/x-www-form-urlencoded", _form(one, self.phone))
                one.number = told["number"] if told["state"] == "received" else 0
            if one.photo and one.number:
                told = self._post(told["photos"], *multipart({}, "photos", "photo.jpg", one.photo))
                one.photo_received = told["state"] == "received"
        except (OSError, HTTPException, ValueError, KeyError) as error:
            one.failures.append(repr(error)[:200])
            self.open.close()

    def _post(self, address: str, kind: str, body: bytes) -> dict:
        headers = {
            "Content-Type": kind,
            "Accept": "application/json",
            "Cookie": f"sessionid={self.phone.session}; csrftoken={self.token}",
            "X-CSRFToken": self.token,
        }
        self.open.request("POST", address, body, headers)
        answer = self.open.getresponse()
        told = answer.read()
        if answer.status != 200:
            raise ValueError(f"{answer.status} {told[:120]!r}")
        return json.loads(told)


def multipart(fields: dict[str, str], name: str, file: str, data: bytes) -> tuple[str, bytes]:
    """Its kind and its bytes."""
    boundary, out = secrets.token_hex(8), io.BytesIO()
    for field_name, value in fields.items():
        out.write(f'--{boundary}\r\nContent-Disposition: form-data; name="{field_name}"\r\n\r\n{value}\r\n'.encode())
    out.write(f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"; filename="{file}"\r\n\r\n'.encode())
    out.write(data + f"\r\n--{boundary}--\r\n".encode())
    return f"multipart/form-data; boundary={boundary}", out.getvalue()


def _form(one: Sent, phone: Phone) -> bytes:
    head = {"what": one.kind, f"{one.kind}-organisation": str(phone.organisation), f"{one.kind}-key": one.key}
    if one.kind == "held":
        told = {"kind": "round_table", "title": one.text.decode(), "when": "other", "day": "2025-11-27", "people": "45"}
    else:
        told = {"text" if one.kind == "text" else "reason": one.text.decode()}
    return urlencode(head | {f"{one.kind}-{name}": value for name, value in told.items()}).encode()


def submissions(seed: int, photos: list[Path]) -> Iterator[Sent]:
    """Of ten: six activities told field by field, one with a photo; two texts; a file; that nothing was held."""
    chance, photo = Random(seed), 0
    for number in count():
        kind, key = KINDS[number % 10], str(uuid4())
        if kind == "held":
            words = f"{chance.choice(TITLES)} {number}"
        elif kind == "nothing":
            words = f"Карантин, {number}"
        else:
            words = TEXT.format(day=chance.randint(25, 30), number=f"{seed}-{number}", people=chance.randint(20, 200))
        one = Sent(key, kind, words.encode())
        if photos and number % 10 == 0:
            one.photo, photo = photos[photo % len(photos)].read_bytes(), photo + 1
        yield one


def tell(lines: list[Line], what: Iterator[Sent], seconds: float, rate: float | None) -> list[Sent]:
    """Send for that long, so many a second however long answers take; without a rate as fast as they are answered."""
    begun, turn, told = time.monotonic(), threading.Lock(), []

    def work(line: Line) -> None:
        while True:
            with turn:
                due = begun + len(told) / rate if rate else time.monotonic()
                if due - begun >= seconds:
                    return
                one = next(what)
                told.append(one)
            time.sleep(max(0.0, due - time.monotonic()))
            one.due = due
            line.send(one)
            one.took = time.monotonic() - due

    threads = [threading.Thread(target=work, args=(line,)) for line in lines]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return told


def make_photos(folder: Path, number: int) -> list[Path]:
    """Pictures of about 1 MB, as large as the page makes them on a phone before it sends them; no two alike."""
    from PIL import Image, ImageFilter

    noise = Image.effect_noise((1600, 1200), 60).filter(ImageFilter.GaussianBlur(0.9))
    ground = Image.merge("RGB", (noise, noise.rotate(180), noise.transpose(Image.Transpose.FLIP_LEFT_RIGHT)))
    made = []
    for one in range(number):
        ground.paste((one % 256, one // 256, 90), (0, 0, 400, 300))
        path = folder / f"photo-{one}.jpg"
        ground.save(path, "JPEG", quality=94)
        made.append(path)
    return made


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
