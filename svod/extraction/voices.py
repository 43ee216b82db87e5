"""A chat is as many texts as people wrote in it: what one of them says is no place, day or organiser of another's."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from svod.extraction.pasted import Message, spoken
from svod.extraction.text.place import Place
from svod.extraction.text.spans import evidence_of, span_of
from svod.extraction.threads import told_once
from svod.records import Activity, Block, Document, Evidence, NothingHeld, Reading, ReportedTotal, Span

LETTER = "eml"  # the format of a letter, which may quote others
Told = TypeVar("Told", ReportedTotal, NothingHeld)


@dataclass(slots=True, init=False)
class Voice:
    """One author's messages as a document, or one letter of a thread; `starts` of its messages there, and `places` of
    these in the whole."""

    author: str
    document: Document
    starts: list[int]
    places: list[int]

    def __init__(self, author: str, document: Document, starts: list[int], places: list[int]) -> None:
        self.author, self.document, self.starts, self.places = author, document, starts, places

    def place(self, span: Span) -> Span:
        """Where in the chat a stretch of one message stands."""
        moved = self._moved(span.start)
        return span_of(span.start + moved, span.end + moved)

    def _moved(self, start: int) -> int:
        at = max(0, bisect_right(self.starts, start) - 1)
        return self.places[at] - self.starts[at]

    def placed(self, reading: Reading) -> Reading:
        """The reading of this voice, its places those of the chat."""
        activities = tuple([self._activity(one) for one in reading.activities])
        totals = tuple([self._told(one) for one in reading.totals])
        nothing = tuple([self._told(one) for one in reading.nothing_held])
        left_out = tuple(
            [self._activity(one) if isinstance(one, Activity) else self._told(one) for one in reading.left_out]
        )
        return Reading(reading.document, activities, totals, nothing, left_out)

    def _activity(self, one: Activity) -> Activity:
        sources = tuple([(name, self.place(span)) for name, span in one.sources])
        return one.but(evidence=self._evidence(one.evidence), sources=sources)

    def _told(self, one: Told) -> Told:
        return replace(one, evidence=self._evidence(one.evidence))

    def _evidence(self, evidence: Evidence) -> Evidence:
        moved = self._moved(evidence.start)
        return evidence_of(evidence.document, evidence.start + moved, evidence.end + moved)


def voices_of(document: Document) -> list[Voice]:
    """The voices in the order in which they are first heard; none where the whole document is one."""
    by_author: dict[tuple[str, int], list[Message]] = {}
    above: list[Message] = []  # what nobody wrote: the name over a person's messages
    letter, last = 0, ""
    for message in _told_apart(document.blocks) or spoken(document.text, document.year):
        above.append(message)
        if message.author is not None:
            letter += document.format == LETTER and message.author != last
            last = message.author
            by_author.setdefault((last, letter), []).extend(above)
            above = []
    if len(by_author) < 2:
        return []
    return [_voice(document, author, messages) for (author, _), messages in by_author.items()]


def _told_apart(blocks: Sequence[Block]) -> list[Message]:
    """Those of a chat or a thread of letters, as its reader told them apart."""
    is_chat = any(block.author for block in blocks)
    return [Message(block.start, block.end, block.author, block) for block in blocks] if is_chat else []


def _voice(document: Document, author: str, messages: Iterable[Message]) -> Voice:
    texts, blocks, starts, places, start = [], [], [], [], 0
    for message in messages:
        text, block = document.text[message.start : message.end], message.block
        if block is not None:
            blocks.append(Block(start, start + len(text), block.role, block.author, block.on))
        texts.append(text)
        starts.append(start)
        places.append(message.start)
        start += len(text) + 1
    return Voice(author, replace(document, text="\n".join(texts), blocks=tuple(blocks)), starts, places)


def together(
    document: Document, voices: Sequence[Voice], readings: Iterable[Reading], named: Iterable[Place]
) -> Reading:
    """The chat's reading: all that its voices tell, in the order of its text; a letter's with those it quotes, once.

    `readings` are theirs; `named` are the places of which anybody speaks: what is told at none of them was held where
    all of them are.
    """
    regions, names = zip(*((place.region, place.name) for place in named), strict=True) if named else ((), ())
    readings = [voice.placed(reading) for voice, reading in zip(voices, readings, strict=True)]
    if document.format == LETTER:
        readings = told_once([voice.author for voice in voices], readings)
    region, name = _only(regions), _only(names)
    activities = [
        one if _has_its_place(one, region) else one.but(region=region, place=one.place or name)
        for reading in readings
        for one in reading.activities
    ]
    totals = [
        one if _has_its_place(one, region) else replace(one, region=region, place=one.place or name)
        for reading in readings
        for one in reading.totals
    ]
    nothing = [one for reading in readings for one in reading.nothing_held]
    is_told = any(not one.planned for one in activities) or any(one.value.most != 0 for one in totals)
    return Reading(
        document,
        tuple(sorted(activities, key=lambda one: one.evidence.start)),
        tuple(sorted(totals, key=lambda one: one.evidence.start)),
        () if is_told else tuple(nothing),
        tuple(sorted((one for reading in readings for one in reading.left_out), key=lambda one: one.evidence.start)),
    )


def _only(names: Iterable[str | None]) -> str | None:
    """The one name among them, None where there are several."""
    several = {name for name in names if name is not None}
    return several.pop() if len(several) == 1 else None


def _has_its_place(one: Activity | ReportedTotal, region: str | None) -> bool:
    return one.region not in (None, region) or (one.region == region and one.place is not None)
