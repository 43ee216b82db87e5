"""PPT, the binary format of PowerPoint 97 to 2003."""

from svod.reading.content import Content, prose
from svod.reading.limits import Meter
from svod.reading.office import extract


def read(data: bytes, meter: Meter) -> Content:
    """All text, a paragraph each: hidden slides and notes among it, a table's cells one by one.

    Raises Damaged, Encrypted.
    """
    told: str = extract(data, "application/vnd.ms-powerpoint").content
    return Content(tuple(prose(text) for text in told.split("\n\n")))
