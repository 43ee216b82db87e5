"""What a reader gives back: pieces of text in reading order, notes for a person, and members to be read in turn."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from svod.reading.errors import UnreadableSubmission
from svod.reading.normal import normalise
from svod.records import Block
from svod.records.text import Role

_LIST_MARK = re.compile(r"(?:[-–—•*▪●○■\uf000-\uf0ff]|\(?\d{1,2}[.)])[ \t]+\S")
_NUMBER = re.compile(r"[\d\s.,%]*")
_SENTENCE_END = (".", "!", "?", "…", ":", ";", ",", "—", "–", "-")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with one role, not yet normalised; becomes one Block."""

    role: Role
    text: str
    author: str | None = None
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A warning about what was read: a code of messages.toml and the details that fill its gaps."""

    code: str
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside an archive or a letter: its bytes, or the reason there are none."""

    name: str
    data: bytes | UnreadableSubmission


@dataclass(frozen=True, slots=True)
class Content:
    """What one file holds. `members` may be a generator, so that one member at a time is in memory."""

    pieces: tuple[Piece, ...] = ()
    notes: tuple[Note, ...] = ()
    members: Iterable[Member] = field(default=())


def prose(text: str, author: str | None = None, on: date | None = None) -> Piece:
    """A paragraph, or a list item where the author typed its mark: "- тренинг", "2) тренинг"."""
    role: Role = "item" if _LIST_MARK.match(text.lstrip()) else "paragraph"
    return Piece(role, text, author, on)


def row(cells: Iterable[str]) -> Piece:
    """A table row in one line: "Круглый стол | 25.11.2022 | 45"."""
    return Piece("row", " | ".join(" ".join(cell.split()) for cell in cells).rstrip(" |"))


def one_line(paragraphs: Iterable[str]) -> str:
    """The paragraphs of a table cell in one line; what stood on lines of its own and ends open gets a semicolon."""
    line = ""
    for paragraph in filter(None, (" ".join(paragraph.split()) for paragraph in paragraphs)):
        opens_anew = not paragraph[0].islower() and bool(line) and not line.endswith(_SENTENCE_END)
        line += ("; " if opens_anew else " ") + paragraph if line else paragraph
    return line


def repeats_when_merged(text: str) -> bool:
    """Whether a cell merged over several rows is told in each: a region is, a number is not (it would add up)."""
    return not _NUMBER.fullmatch(text)


def blocks_of(pieces: Iterable[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The text of all pieces, normalised, one below the other, and the blocks that stand in it."""
    texts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for piece in pieces:
        text = normalise(piece.text)
        if text:
            blocks.append(Block(at, at + len(text), piece.role, piece.author, piece.on))
            texts.append(text)
            at += len(text) + 1
    return "\n".join(texts), tuple(blocks)
