"""What a file is, by what is in it. Its name is only compared afterwards."""

import re
import zipfile
from io import BytesIO
from typing import NamedTuple

from svod.reading.delimited import separator_of
from svod.reading.encodings import decode
from svod.reading.errors import Damaged, Empty, Encrypted, Unsupported
from svod.reading.whatsapp import is_chat


class Format(NamedTuple):
    """A kind of source: its name for a person, the module that reads it, the endings its files go by."""

    title: str
    reader: str
    suffixes: tuple[str, ...]


FORMATS = {
    "docx": Format("DOCX", "docx", ("docx", "docm", "dotx", "dotm")),
    "xlsx": Format("XLSX", "xlsx", ("xlsx", "xlsm", "xltx", "xltm")),
    "pptx": Format("PPTX", "pptx", ("pptx", "pptm", "ppsx", "potx")),
    "odt": Format("ODT", "odt", ("odt", "ott")),
    "ods": Format("ODS", "ods", ("ods", "ots")),
    "doc": Format("DOC", "doc", ("doc", "dot")),
    "rtf": Format("RTF", "rtf", ("rtf", "doc")),  # Word saves RTF under the name .doc, too
    "xls": Format("XLS", "xls", ("xls", "xlt")),
    "ppt": Format("PPT", "ppt", ("ppt", "pps")),
    "pdf": Format("PDF", "pdf", ("pdf",)),
    "html": Format("HTML", "html", ("html", "htm", "xhtml", "mht")),
    "eml": Format("EML", "eml", ("eml", "mht", "mhtml")),
    "image": Format("JPG/PNG/TIFF", "image", ("jpg", "jpeg", "png", "tif", "tiff", "bmp", "webp")),
    "whatsapp": Format("WhatsApp", "whatsapp", ("txt",)),
    "zip": Format("ZIP", "zip", ("zip",)),
    "csv": Format("CSV", "delimited", ("csv", "tsv", "txt")),
    "txt": Format("TXT", "txt", ("txt", "csv", "tsv", "md")),
}

_MAGIC = (
    ("rtf", re.compile(rb"\{\\rtf")),
    ("image", re.compile(rb"\xff\xd8\xff|\x89PNG\r\n\x1a\n|II\*\0|MM\0\*|RIFF.{4}WEBP|BM.{4}\0{4}", re.S)),
)
_UNREAD = (  # kinds that people do hand in, and that are named rather than read
    ("unsupported_archive", re.compile(rb"Rar!\x1a|7z\xbc\xaf\x27\x1c|\x1f\x8b|BZh\d|\xfd7zXZ")),
    ("unsupported_heic", re.compile(rb".{4}ftyp(?:hei[cxms]|mif1|msf1|hev[cx]|avif)", re.S)),
    (
        "unsupported_media",
        re.compile(rb".{4}ftyp|OggS|ID3|\xff[\xfb\xf3\xf2]|RIFF.{4}(?:AVI |WAVE)|\x1aE\xdf\xa3|#!AMR", re.S),
    ),
    (
        "unsupported_picture",
        re.compile(rb"GIF8|\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE svg[^>\[]*(?:\[[^\]]*\]\s*)?>\s*)?<svg\b", re.S),
    ),
)
_OPEN_DOCUMENTS = (
    ("odt", b"application/vnd.oasis.opendocument.text"),
    ("ods", b"application/vnd.oasis.opendocument.spreadsheet"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PDF = re.compile(rb"%PDF-\d")
_HTML = re.compile(
    r"(?:\s|<\?xml[^>]*+>|<!--(?:(?!-->).)*+-->)*+<(?:!doctype\s+html|html|head|body|meta|title|style|table|div|p)\b",
    re.I | re.S,
)
_MAIL_FIELD = re.compile(
    r"(?:From|To|Subject|Date|Received|Return-Path|MIME-Version|Message-ID|Delivered-To|X-[\w-]+|Content-[\w-]+): ?",
    re.I,
)


def detect(data: bytes) -> str:
    """The format, a key of FORMATS. Raises Empty, Damaged, Encrypted, and Unsupported for what is not read."""
    if not data.strip(b"\0 \t\r\n"):
        raise Empty
    head = data[:1024]
    if head.startswith(b"PK") and head[2:4] in (b"\3\4", b"\5\6", b"\7\10"):
        return _detect_package(data)
    if head.startswith(_OLE):
        return _detect_ole(data)
    if _PDF.search(head):
        return "pdf"
    for kind, magic in _MAGIC:
        if magic.match(head):
            return kind
    for code, magic in _UNREAD:
        if magic.match(head):
            raise Unsupported(code)
    return _detect_text(decode(data))


def _detect_package(data: bytes) -> str:
    """A ZIP by what it holds: an office file, or an archive of files."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = frozenset(archive.namelist())
            declared = (
                archive.read("mimetype")[:80]
                if "mimetype" in names and archive.getinfo("mimetype").file_size < 80
                else b""
            )
    except (zipfile.BadZipFile, ValueError, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise Damaged from error
    for kind, mime in _OPEN_DOCUMENTS:
        if declared.startswith(mime):
            return kind
    if declared.startswith(b"application/"):
        raise Unsupported("unsupported_office", format="ODP")
    if "[Content_Types].xml" in names:
        return _detect_office(names)
    return "zip"


def _detect_office(names: frozenset[str]) -> str:
    folders = {name.partition("/")[0] for name in names}
    if "word" in folders:
        return "docx"
    if "xl" in folders:
        return "xlsx"
    if "ppt" in folders:
        return "pptx"
    raise Unsupported("unsupported_office", format="Office")


def _detect_ole(data: bytes) -> str:
    """The old binary container, by the names of its streams. The order tells what is the whole and what is inside."""

    def holds(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if holds("EncryptedPackage"):
        raise Encrypted
    if holds("__properties_version1.0"):
        raise Unsupported("unsupported_msg")
    if holds("PowerPoint Document"):
        return "ppt"
    if holds("WordDocument"):
        return "doc"
    if holds("Workbook") or holds("Book"):
        return "xls"
    raise Damaged


def _detect_text(text: str) -> str:
    head = text[:4096].lstrip("\ufeff")
    if _HTML.match(head):
        return "html"
    if is_chat(head):
        return "whatsapp"
    lines = head.lstrip().splitlines()[:20]
    if lines and _MAIL_FIELD.match(lines[0]) and sum(bool(_MAIL_FIELD.match(line)) for line in lines) > 2:
        return "eml"
    return "csv" if separator_of(text) is not None else "txt"
