"""Photos that came along with a report, beside an exported chat or attached to a letter: no text to be read."""

import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from svod.reading.detect import detect
from svod.reading.eml import read as read_letter
from svod.reading.errors import UnreadableSubmission
from svod.reading.limits import Meter
from svod.reading.zip import chat_pictures

_NAMES = (".jpg", ".jpeg", ".png", ".webp")


def photos_along(data: bytes, meter: Meter) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each, in the order of the names, which phones make of the day. Those of an archive in a letter
    are among them; a damaged file simply has none."""
    try:
        kind = detect(data)
        if kind == "zip":
            yield from chat_pictures(data, meter, _NAMES)
        elif kind == "eml":
            yield from _of_letter(data, meter)
    except (UnreadableSubmission, zipfile.BadZipFile):
        return


def _of_letter(data: bytes, meter: Meter) -> Iterator[tuple[str, bytes]]:
    for member in read_letter(data, meter).members:
        if isinstance(member.data, UnreadableSubmission):
            continue
        if PurePosixPath(member.name).suffix.lower() in _NAMES:
            yield member.name, member.data
        elif PurePosixPath(member.name).suffix.lower() == ".zip":
            yield from photos_along(member.data, meter)
