"""XLS, the binary format of Excel 97 to 2003."""

import re
from collections.abc import Iterator

from svod.reading.content import Content, Piece
from svod.reading.limits import Meter
from svod.reading.office import extract, pieces_of

_ISO_DAY = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)(?: 00:00:00|( \d\d:\d\d):\d\d)")


def read(data: bytes, meter: Meter) -> Content:
    """The sheets of an XLS file, each row in one line, days as dd.mm.yyyy like in XLSX."""
    return Content(tuple(with_days(pieces_of(extract(data, "application/vnd.ms-excel").document["nodes"]))))


def with_days(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces, their days as people write them."""
    for piece in pieces:
        yield Piece(piece.role, _ISO_DAY.sub(lambda day: f"{day[3]}.{day[2]}.{day[1]}{day[4] or ''}", piece.text))
