"""A photo or a scan."""

from svod.reading.content import Content, Note
from svod.reading.limits import Meter
from svod.reading.ocr import read_picture
from svod.reading.pages import paragraphs, printed


def read(data: bytes, meter: Meter) -> Content:
    """What Tesseract sees in the picture. Raises NeedsOcr where it is not installed."""
    pieces = tuple(printed(text) for text in paragraphs(read_picture(data, meter.limits)))
    return Content(pieces, (Note("read_by_ocr"),) if pieces else ())
