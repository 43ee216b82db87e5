"""An archive of submissions: each member is read in turn. An exported chat brings its pictures along; they stay out."""

import re
import stat
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from svod.reading.archive import open_archive, unpack
from svod.reading.content import Content, Member, Note
from svod.reading.errors import Damaged, Encrypted, Unsafe
from svod.reading.folder import is_clutter
from svod.reading.limits import Meter

_UTF8_NAME = 0x800
_STICKER = re.compile(r"(?:^|/)STK-|-STICKER-", re.I)
_CHAT_MEDIA = re.compile(r"\.(?:jpe?g|png|webp|gif|heic|mp[34]|mov|3gp|opus|ogg|m4a|aac|amr|vcf|was)", re.I)


def read(data: bytes, meter: Meter) -> Content:
    """The archive's files, unpacked one at a time in memory and never onto the disk."""
    archive = open_archive(data, meter)
    meter.enter(len(archive.infolist()))
    files = [(_name(member), member) for member in archive.infolist() if not member.is_dir()]
    files = [(name, member) for name, member in files if not _is_clutter(name)]
    notes = []
    if any(_is_chat(name) for name, _ in files):
        media = [name for name, _ in files if _CHAT_MEDIA.fullmatch(PurePosixPath(name).suffix)]
        files = [(name, member) for name, member in files if name not in frozenset(media)]
        notes = [Note("chat_media", (("count", str(len(media))),))] if media else []
    return Content(notes=tuple(notes), members=_members(archive, files, meter))


def chat_pictures(data: bytes, meter: Meter, endings: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
    """The pictures beside an exported chat, without stickers; none where there is no chat."""
    archive = open_archive(data, meter)
    files = [(_name(member), member) for member in archive.infolist() if not member.is_dir()]
    if not any(_is_chat(name) for name, _ in files):
        return
    pictures = [one for one in files if one[0].lower().endswith(endings)]
    for member in _members(archive, [one for one in pictures if not _STICKER.search(one[0])], meter):
        if isinstance(member.data, bytes):
            yield member.name, member.data


def _members(archive: zipfile.ZipFile, files: list[tuple[str, zipfile.ZipInfo]], meter: Meter) -> Iterator[Member]:
    """Each file's bytes or why there are none. Raises TooLarge where one or all together grow beyond the limits."""
    for name, member in sorted(files, key=lambda file: file[0]):
        if _leaves_archive(name) or stat.S_ISLNK(member.external_attr >> 16):
            yield Member(name, Unsafe("unsafe_path"))
            continue
        try:
            content = unpack(archive, member, meter)
        except (Damaged, Encrypted) as reason:
            yield Member(name, reason)
        else:
            yield Member(name, content)


def _name(member: zipfile.ZipInfo) -> str:
    """The member's name as its author wrote it: without the mark for UTF-8, Windows in Russian wrote cp866."""
    if member.flag_bits & _UTF8_NAME:
        return member.filename
    raw = member.filename.encode("cp437", "replace")  # what zipfile took it for
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("cp866", "replace")


def _leaves_archive(name: str) -> bool:
    """Whether unpacking by that name could write outside the folder: "../x", "/etc/x", "C:\\\\x"."""
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or re.match(r"[A-Za-z]:", name) is not None


def _is_clutter(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return "__MACOSX" in path.parts or (is_clutter(path.name) and path.name != "..")


def _is_chat(name: str) -> bool:
    """The name of an exported chat's text: "_chat.txt", "Чат WhatsApp с контактом….txt"."""
    path = PurePosixPath(name)
    return path.suffix.lower() == ".txt" and (path.name == "_chat.txt" or "whatsapp" in path.name.lower())
