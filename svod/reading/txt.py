"""Plain text: a line is a paragraph or a table's row, unless the lines were broken at a fixed width."""

from svod.reading.content import Content
from svod.reading.encodings import decode
from svod.reading.limits import Meter
from svod.reading.lines import pieces_of_lines


def read(data: bytes, meter: Meter) -> Content:
    """The paragraphs of a text file in UTF-8, UTF-16, cp1251, KZ-1048, PT154, cp866 or KOI8-R."""
    return Content(tuple(pieces_of_lines(decode(data))))
