"""An exported WhatsApp chat: who wrote what on which day, without what the program itself put in.

Android: "25.11.2022, 14:05 - Айгүл: текст"; iPhone: "[25.11.2022, 14:05:33] Айгүл: текст"; in the order of days and
months of the phone, with 12 or 24 hours. A line that does not begin like this belongs to the message above it.
"""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from svod.reading.content import Content, Piece
from svod.reading.encodings import decode
from svod.reading.limits import Meter
from svod.reading.normal import normalise

_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u2068\u2069\ufeff"))
_START = re.compile(
    r"""\[?
    (?P<date>\d{1,4}[./-]\d{1,2}[./-]\d{2,4})(?:\s?[гж]\.)?,?\s+
    \d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?(?P<half>[AaPp]\.?\s?[Mm]\.?))?
    (?:\]\s*|\s[-–—]\s)
    (?P<rest>.*)""",
    re.X,
)
_AUTHOR = re.compile(r"(?P<author>[^:«»\"“”]{1,80}?):(?:\s(?P<text>.*)|$)")
_BESIDE = re.compile(
    r"(?<=[^\s:])[ \t]*\u200e([^\r\n\u200e]+)(?=[\r\n]|\Z)"
)  # an iPhone's own words after those of a person
_ORDERS = {"day first": (2, 1, 0), "month first": (2, 0, 1), "year first": (0, 1, 2)}


@dataclass(slots=True)
class _Message:
    """A message while its lines are gathered; `numbers` are its date's, in the order the phone wrote them."""

    numbers: tuple[int, int, int]
    rest: str
    slashed_with_halves: bool  # "11/25/22, 2:05 PM": how phones set to American English write
    more: list[str] = field(default_factory=list)


def is_chat(head: str) -> bool:
    """Whether a text begins like an exported chat."""
    lines = [line for line in head.translate(_MARKS).splitlines() if line.strip()][:10]
    return bool(lines) and _START.match(lines[0].strip()) is not None and _has_author(lines)


def _has_author(lines: list[str]) -> bool:
    starts = filter(None, (_START.match(line.strip()) for line in lines))
    return any(start["half"] or _AUTHOR.match(start["rest"]) or _is_system(start["rest"]) for start in starts)


def read(data: bytes, meter: Meter) -> Content:
    """One message block for each message, under a line with its author where the author changes."""
    messages = list(_messages(decode(data)))
    order = _order(messages)
    pieces: list[Piece] = []
    writing = None
    for sent in messages:
        start = _AUTHOR.match(sent.rest)
        if start is None or _is_system(sent.rest):
            continue
        author, text = normalise(start["author"]).strip(" ~"), _own_words([start["text"] or "", *sent.more])
        if not text:
            continue
        on = _date(sent.numbers, order)
        if author != writing:
            pieces.append(Piece("header", f"{author}:", author, on))
            writing = author
        pieces.append(Piece("message", text, author, on))
    return Content(tuple(pieces))


def _messages(text: str) -> Iterator[_Message]:
    message = None
    for line in re.split(r"\r\n|\r|\n", _BESIDE.sub(_own_line, text).translate(_MARKS)):
        start = _START.match(line)
        if start is not None:
            if message is not None:
                yield message
            written = start["date"]
            first, second, third = map(int, re.split(r"[./-]", written))
            message = _Message((first, second, third), start["rest"], "/" in written and bool(start["half"]))
        elif message is not None:
            message.more.append(line)
    if message is not None:
        yield message


def _own_line(beside: re.Match[str]) -> str:
    """What stands for a file gets a line of its own: "Тренинг прошёл <прикреплено: 7-PHOTO.jpg>"."""
    return f"\n{beside[1]}" if _stands_for_file(beside[1].translate(_MARKS)) else beside[0]


def _order(messages: list[_Message]) -> tuple[int, int, int]:
    """The order of day, month and year in which all dates are dates and go back least often in the chat."""

    def steps_back(order: tuple[int, int, int]) -> tuple[int, int]:
        days = [_date(message.numbers, order) for message in messages]
        return days.count(None), sum(after < before for before, after in pairwise(filter(None, days)))

    american = any(message.slashed_with_halves for message in messages)
    names = ("month first", "day first", "year first") if american else ("day first", "month first", "year first")
    return min((_ORDERS[name] for name in names), key=steps_back)


def _date(numbers: tuple[int, int, int], order: tuple[int, int, int]) -> date | None:
    year, month, day = (numbers[place] for place in order)
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None


def _is_system(rest: str) -> bool:
    """Whether WhatsApp wrote the line: "Айгүл создала группу «16 дней: отчёты»"."""
    author, colon, _ = rest.partition(": ")
    words = author.lower() if colon else rest.lower()
    return any(phrase in words for phrase in _phrases()["system"]) or _is_whole_system(rest)


def _is_whole_system(rest: str) -> bool:
    """On an iPhone the group's own lines carry the group's name as their author."""
    _, colon, text = rest.partition(": ")
    return bool(colon) and text.lower().startswith(tuple(_phrases()["system"][:3]))


def _own_words(lines: list[str]) -> str:
    """The lines of a message without those that stand for attached files, and without the mark of a change."""
    kept = [line for line in map(_without_edit_mark, lines) if not _stands_for_file(line)]
    return "\n".join(kept).strip()


def _bare(line: str) -> str:
    return line.strip(" <>()\u202f\xa0").lower()


def _without_edit_mark(line: str) -> str:
    head, bracket, tail = line.rstrip().rpartition("<")
    return head if bracket and _bare(tail) in _phrases()["edited"] else line


def _stands_for_file(line: str) -> bool:
    phrases, bare = _phrases(), _bare(line)
    return (
        bare.rstrip(".") in phrases["nothing"]
        or bare in phrases["nothing"]
        or bare.endswith(tuple(phrases["attached"]))
        or bare.startswith(tuple(phrases["attaching"]))
    )


@cache
def _phrases() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "whatsapp.toml").read_text(encoding="utf-8"))
