"""A chat is as many texts as people wrote in it: what one of them says is no place, day or organiser of another's."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from svod.extraction.lexicon.grammar import words
from svod.extraction.text.place import Place
from svod.extraction.text.spans import evidence_of, span_of
from svod.extraction.threads import told_once
from svod.language.dates import find_dates
from svod.language.fold import fold
from svod.records import Activity, Block, Document, Evidence, NothingHeld, Reading, ReportedTotal, Span

# "[25.11.2025, 18:40] Хромтау: …", "25.11.25, 9:05 - Айгуль: …", "9:05 Айгуль: …", "Сатпаев: …"
SAID = re.compile(
    r"(?:\W{0,3}(?:\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?,?\s+)?\d{1,2}:\d{2}(?::\d{2})?[]\s~–—-]{1,5}|(?=[^\W\d]))"
    r"(?P<author>[^:«\n]{2,41}): "
)
DAY_ALONE = 40  # characters of a line over what was written on that day: "27 ноября 2025 г., четверг"
BESIDE = " .,:–—-=*[]()гж"  # what may stand there with the day
LABELS = words("labels")  # what else stands before a colon again and again: "дата", "охват"
LETTER = "eml"  # the format of a letter, which may quote others
AGAIN = 2  # who wrote more than once: so many make a chat of it
OFTEN = 4  # lines; where fewer than one in so many names somebody, a chat is only a part of the text
FEW = 4  # names to one word that is a label, too: "Модератор: спасибо всем"
Told = TypeVar("Told", ReportedTotal, NothingHeld)


@dataclass(slots=True, init=False)
class Message:
    """What somebody wrote, or `author` None: at [start, end) of the whole. `block`: where the reader told it apart."""

    start: int
    end: int
    author: str | None
    block: Block | None

    def __init__(self, start: int, end: int, author: str | None, block: Block | None = None) -> None:
        self.start, self.end, self.author, self.block = start, end, author, block


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
    for message in _told_apart(document.blocks) or _spoken(document.text, document.year):
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


def _spoken(text: str, year: int | None) -> list[Message]:
    """A chat that somebody pasted: its lines begin with who wrote them, with or without the minute; none for others."""
    if text.count(": ") < 2 * AGAIN:
        return []
    messages: list[Message] = []
    heard: Counter[str] = Counter()
    over: dict[int, int] = {}  # the first message of a stretch -> the line over it
    start, author, above = 0, None, -1
    for line in text.split("\n"):
        said = SAID.match(line) if ": " in line else None
        if said is not None:
            author = said["author"].strip()
            heard[author] += 1
            over[len(messages)] = above
        messages.append(Message(start, start + len(line), author))
        above = -1 if said is not None else above if not line.strip() else len(messages) - 1
        start += len(line) + 1
    if sum(times > 1 for times in heard.values()) < AGAIN or sum(heard.values()) * OFTEN < len(messages):
        return []
    labels = sum(fold(name).partition(" ")[0] in LABELS for name in heard)
    return _day_by_day(text, messages, over, year) if labels * FEW < len(heard) else []


def _day_by_day(text: str, messages: list[Message], over: dict[int, int], year: int | None) -> list[Message]:
    """ "27.11.2025" on a line of its own over what was written then: the day of those messages, and nobody's message."""
    days = {above: day for above in over.values() if above >= 0 and (day := _day_alone(text, messages[above], year))}
    if not days:
        return messages
    on: date | None = None
    for at, message in enumerate(messages):
        on = days.get(at, on)
        if on is not None:
            message.block = Block(message.start, message.end, "message", message.author, on)
    return [message for at, message in enumerate(messages) if at not in days]


def _day_alone(text: str, line: Message, year: int | None) -> date | None:
    if line.end - line.start > DAY_ALONE:
        return None
    said = text[line.start : line.end]
    days = find_dates(said, year)
    is_alone = len(days) == 1 and not (said[: days[0].start] + said[days[0].end :]).strip(BESIDE)
    period = days[0].period if is_alone else None
    return period.first if period is not None and period.first == period.last else None


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
