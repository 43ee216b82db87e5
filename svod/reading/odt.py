"""ODT, as LibreOffice writes it."""

from svod.reading.archive import check_package, open_archive, unpack
from svod.reading.content import Content
from svod.reading.errors import Encrypted
from svod.reading.limits import Meter
from svod.reading.office import extract, pieces_of

_MIME = "application/vnd.oasis.opendocument.text"


def read(data: bytes, meter: Meter) -> Content:
    """The text of an ODT file. Raises Damaged, Encrypted, TooLarge, Unsafe."""
    check_package(data, meter)
    if _is_encrypted(data, meter):
        raise Encrypted
    return Content(tuple(pieces_of(extract(data, _MIME).document["nodes"])))


def _is_encrypted(data: bytes, meter: Meter) -> bool:
    """An encrypted ODT is an open ZIP; its manifest says how each part inside is locked."""
    with open_archive(data, meter) as archive:
        manifest = next((member for member in archive.infolist() if member.filename == "META-INF/manifest.xml"), None)
        return manifest is not None and b"encryption-data" in unpack(archive, manifest, meter)
