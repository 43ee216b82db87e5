"""ODT, as LibreOffice writes it."""

from collections.abc import Iterator

from svod.reading.archive import check_package, open_archive, unpack
from svod.reading.content import Content, Piece
from svod.reading.errors import Encrypted
from svod.reading.limits import Meter
from svod.reading.office import extract, pieces_of

_MIME = "application/vnd.oasis.opendocument.text"


def read(data: bytes, meter: Meter) -> Content:
    """The text of an ODT file. Raises Damaged, Encrypted, TooLarge, Unsafe."""
    return Content(tuple(opened(data, _MIME, meter)))


def opened(data: bytes, mime: str, meter: Meter) -> Iterator[Piece]:
    """What a file of LibreOffice's says. Raises Damaged, Encrypted, TooLarge, Unsafe."""
    check_package(data, meter)
    if _is_encrypted(data, meter):
        raise Encrypted
    return pieces_of(extract(data, mime).document["nodes"])


def _is_encrypted(data: bytes, meter: Meter) -> bool:
    """An encrypted file is an open ZIP; its manifest says how each part inside is locked."""
    with open_archive(data, meter) as archive:
        manifest = next((member for member in archive.infolist() if member.filename == "META-INF/manifest.xml"), None)
        return manifest is not None and b"encryption-data" in unpack(archive, manifest, meter)
