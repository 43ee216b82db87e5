"""A chat that somebody pasted into a text: who wrote which of its lines, and on which day."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from svod.extraction.lexicon.grammar import words
from svod.language.dates import find_dates
from svod.language.fold import fold
from svod.records import Block

# "[25.11.2025, 18:40] Хромтау: …", "25.11.25, 9:05 - Айгуль: …", "9:05 Айгуль: …", "Сатпаев: …", "Аягөз 26.11 09:40: …"
DAY = r"\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\.?,?\s+"
SAID = re.compile(
    rf"(?:\W{{0,3}}(?:{DAY})?\d{{1,2}}:\d{{2}}(?::\d{{2}})?[]\s~–—-]{{1,5}}|(?=[^\W\d]))"
    rf"(?P<author>[^:«\n]{{2,41}}?)(?:,?\s{DAY}\d{{1,2}}:\d{{2}})?: "
)
DAY_ALONE = 40  # characters of a line over what was written on that day: "27 ноября 2025 г., четверг"
BESIDE = " .,:–—-=*[]()гж"  # what may stand there with the day
LABELS = words("labels") - words("lead_chats")  # what else stands before a colon again and again: "дата", "охват"
AGAIN = 2  # who wrote more than once: so many make a chat of it
OFTEN = 4  # lines; where fewer than one in so many names somebody, a chat is only a part of the text


@dataclass(slots=True, init=False)
class Message:
    """What somebody wrote, or `author` None: at [start, end) of the whole. `block`: where the reader told it apart."""

    start: int
    end: int
    author: str | None
    block: Block | None

    def __init__(self, start: int, end: int, author: str | None, block: Block | None = None) -> None:
        self.start, self.end, self.author, self.block = start, end, author, block


def spoken(text: str, year: int | None) -> list[Message]:
    """A chat that somebody pasted: its lines begin with who wrote them, with or without the minute; none for others."""
    if text.count(": ") < 2 * AGAIN:
        return []
    messages: list[Message] = []
    heard: Counter[str] = Counter()
    over: set[int] = set()  # lines right above somebody's first words
    start, author, above = 0, None, -1
    for line in text.split("\n"):
        said = SAID.match(line) if ": " in line else None
        if said is not None:
            author = said["author"].strip()
            heard[author] += 1
            over.add(above)
        messages.append(Message(start, start + len(line), author))
        above = -1 if said is not None else above if not line.strip() else len(messages) - 1
        start += len(line) + 1
    if sum(times > 1 for times in heard.values()) < AGAIN or sum(heard.values()) * OFTEN < len(messages):
        return []
    if not LABELS.isdisjoint(fold(name).partition(" ")[0] for name in heard):
        return []
    return _day_by_day(text, messages, over, year)


def _day_by_day(text: str, messages: list[Message], over: set[int], year: int | None) -> list[Message]:
    """ "27.11.2025" on a line of its own, over what was written then: no message, but the day of those below it."""
    days = {above: day for above in over if above >= 0 and (day := _day_alone(text, messages[above], year))}
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
