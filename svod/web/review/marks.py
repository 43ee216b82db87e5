"""A document's text as HTML, with the places marked that the drafts stand on.

The words of a block are exactly those of the text, character for character: a person's selection is counted in them.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.formats import date_format
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from svod.register.models import Document
from svod.web.review.known import Known


@dataclass(frozen=True)
class Mark:
    """A stretch of the text. `anchor` is the address of the mark, `card` of the card that stands on it.

    `state` is the card's ("draft", "confirmed total"), or "" for a place inside that says one field.
    """

    start: int
    end: int
    anchor: str
    card: str
    state: str = ""


@dataclass(frozen=True)
class Stretch:
    """A block as it is shown: its words with their marks, and who wrote it when, where that is new."""

    start: int
    role: str
    words: SafeString
    by: str = ""
    known: Sequence[Known] = ()  # what was read before, and would stand before it


def stretches(
    document: Document, marks: Sequence[Mark], known: Mapping[tuple[int, int], Sequence[Known]] | None = None
) -> Iterator[Stretch]:
    """The document block by block."""
    known = known or {}
    opened: set[str] = set()
    last: tuple[str | None, str | None] = (None, None)
    blocks = list(_blocks(document))
    within = _within([(start, end) for start, end, *_ in blocks], marks)
    for place, (start, end, role, author, on) in enumerate(blocks):
        words = marked(document.text, start, end, within[place], opened)
        yield Stretch(
            start, role, words, _by(author, on, last, named=role == "header"), known.get((document.pk, start), ())
        )
        last = (author, on)


def _within(blocks: Sequence[tuple[int, int]], marks: Iterable[Mark]) -> dict[int, list[Mark]]:
    """The marks of each block; looked up, since a chat has thousands of both."""
    starts = [start for start, _end in blocks]
    found = defaultdict(list)
    for mark in marks:
        for place in range(max(0, bisect_right(starts, mark.start) - 1), bisect_left(starts, mark.end)):
            if mark.end > blocks[place][0] and mark.start < blocks[place][1]:
                found[place].append(mark)
    return found


def _by(author: str | None, on: str | None, last: tuple[str | None, str | None], *, named: bool) -> str:
    """ "Айгуль · 25 ноября 2025 г."; a header names the author itself."""
    if (author, on) == last:
        return ""
    day = date_format(date.fromisoformat(on)) if on else ""
    return " · ".join(filter(None, ("" if named else author, day)))


def _blocks(document: Document) -> Iterator[tuple[int, int, str, str | None, str | None]]:
    """The reader's blocks, and as paragraphs what lies between them or where the reader gave none."""
    place = 0
    for start, end, role, author, on in sorted(document.blocks):
        yield from _lines(document.text, place, start)
        if document.text[start:end].strip():
            yield start, end, role, author, on
        place = max(place, end)
    yield from _lines(document.text, place, len(document.text))


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int, str, None, None]]:
    place = start
    for line in text[start:end].splitlines(keepends=True):
        if line.strip():
            yield place, place + len(line.rstrip()), "paragraph", None, None
        place += len(line)


def marked(text: str, start: int, end: int, marks: Iterable[Mark], opened: set[str]) -> SafeString:
    """text[start:end] in HTML. Where marks overlap without one holding the other, the one that goes on is closed and
    opened again. `opened` holds the anchors that are on the page already: an address stands there once."""
    clipped = [(max(one.start, start), min(one.end, end), one) for one in marks]
    ends = {place for begin, stop, _ in clipped for place in (begin, stop)}
    pieces: list[str] = []
    stack: list[tuple[int, Mark]] = []
    begins = _by_begin(clipped)
    places = sorted(ends | {start, end})
    for place, following in zip(places, [*places[1:], end], strict=True):
        again = _close(stack, place, pieces)
        for stop, mark in [*again, *begins.get(place, ())]:
            pieces.append(_open(mark, opened))
            stack.append((stop, mark))
        pieces.append(escape(text[place:following]))
    return mark_safe("".join(pieces))  # noqa: S308 # every piece was escaped


def _by_begin(clipped: list[tuple[int, int, Mark]]) -> dict[int, list[tuple[int, Mark]]]:
    """Those that begin at a place, the longest first, so that it holds the others; empty ones are nothing."""
    real = [one for one in clipped if one[0] < one[1]]
    real.sort(key=lambda one: (one[0], -one[1], one[2].state == ""))
    grouped = groupby(real, key=lambda one: one[0])
    return {begin: [(stop, mark) for _, stop, mark in group] for begin, group in grouped}


def _close(stack: list[tuple[int, Mark]], place: int, pieces: list[str]) -> list[tuple[int, Mark]]:
    """Close what ends here, and what was opened inside it; the latter is to be opened again."""
    again: list[tuple[int, Mark]] = []
    while any(stop <= place for stop, _ in stack):
        stop, mark = stack.pop()
        pieces.append("</mark>" if mark.state else "</span>")
        if stop > place:
            again.insert(0, (stop, mark))
    return again


def _open(mark: Mark, opened: set[str]) -> str:
    address = "" if mark.anchor in opened else format_html(' id="{}"', mark.anchor)
    opened.add(mark.anchor)
    if not mark.state:
        return format_html('<span class="said"{}>', address)
    return format_html('<mark class="{}" data-card="{}"{}>', mark.state, mark.card, address) + (
        format_html('<a class="pin" href="#{}" tabindex="-1" aria-hidden="true"></a>', mark.card) if address else ""
    )
