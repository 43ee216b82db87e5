"""ODS, as LibreOffice writes it."""

from svod.reading.content import Content
from svod.reading.limits import Meter
from svod.reading.odt import opened
from svod.reading.xls import with_days


def read(data: bytes, meter: Meter) -> Content:
    """The sheets of an ODS file, each row in one line. Raises Damaged, Encrypted, TooLarge, Unsafe."""
    return Content(tuple(with_days(opened(data, "application/vnd.oasis.opendocument.spreadsheet", meter))))
