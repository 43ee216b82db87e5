"""ZIP containers, opened with care: bounded before and while they are unpacked. DOCX, XLSX and ODT are ZIPs too."""

import zipfile
import zlib
from io import BytesIO

from svod.reading.errors import Damaged, Encrypted, TooLarge, Unsafe
from svod.reading.limits import MEGABYTE, Meter

_CHUNK = 1 << 16
_ENCRYPTED = 0x1
_DECLARATIONS = tuple("<!DOCTYPE".encode(code) for code in ("ascii", "utf-16-le", "utf-16-be"))


def open_archive(data: bytes, meter: Meter) -> zipfile.ZipFile:
    """The archive, its members counted and their declared sizes held against the limits.

    Raises Damaged, TooLarge.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, EOFError, OSError, NotImplementedError) as error:
        raise Damaged from error
    members = archive.infolist()
    limits = meter.limits
    if len(members) > limits.members:
        raise TooLarge("archive_too_many", limit=limits.members)
    if _declared(archive) > limits.unpacked_bytes:
        raise TooLarge("archive_too_large", limit=limits.unpacked_bytes // MEGABYTE)
    if any(_inflates(member, limits.ratio) for member in members):
        raise TooLarge("archive_bomb")
    return archive


def _declared(archive: zipfile.ZipFile) -> int:
    return sum(member.file_size for member in archive.infolist())


def _inflates(member: zipfile.ZipInfo, ratio: int) -> bool:
    """Whether a member declares to grow beyond anything a report does; small ones may."""
    return member.file_size > MEGABYTE and member.file_size > ratio * member.compress_size


def unpack(archive: zipfile.ZipFile, member: zipfile.ZipInfo, meter: Meter) -> bytes:
    """The member's bytes, counted as they come, whatever size it declares. Raises Damaged, Encrypted, TooLarge."""
    if member.flag_bits & _ENCRYPTED:
        raise Encrypted("encrypted_archive")
    content = bytearray()
    limit = meter.limits.file_bytes
    try:
        with archive.open(member) as stream:
            while chunk := stream.read(_CHUNK):
                meter.unpack(len(chunk))
                content += chunk
                if len(content) > limit:
                    raise TooLarge("archive_too_large", limit=limit // MEGABYTE)
    except (zipfile.BadZipFile, zlib.error, ValueError, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise Damaged from error
    return bytes(content)


def check_package(data: bytes, meter: Meter) -> None:
    """Make sure that an office file may be given to its library: it unpacks within the limits and declares no entities.

    Raises Unsafe for a document type declaration, which no office program writes: it is there to read other files
    (XXE) or to grow without end ("billion laughs").
    """
    with open_archive(data, meter) as archive:
        if _declared(archive) > meter.limits.package_bytes:
            raise TooLarge("archive_too_large", limit=meter.limits.package_bytes // MEGABYTE)
        for member in archive.infolist():
            content = unpack(archive, member, meter)
            if member.filename.endswith((".xml", ".rels")) and any(mark in content for mark in _DECLARATIONS):
                raise Unsafe("unsafe_xml")
