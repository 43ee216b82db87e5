"""The same chat, exported once more: which of its messages were read before.

Two exports of one chat differ: each phone writes days its own way and calls people by its own names, messages were
changed or deleted meanwhile, pictures came along or not. What stays is what people wrote, in its order.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import NamedTuple

from rapidfuzz.fuzz import ratio

from svod.reading.content import Piece, blocks_of
from svod.records import Block, Document

TELLING = 12  # letters and digits of a message that hardly two people send on one day: "Спасибо!" says nothing
ENOUGH = 2  # messages in common make two exports those of one chat, one where the same people write
SHARE = 0.5  # of the messages between the first and the last in common
ALIKE = 60.0  # of 100: the words of a message before and after its author changed it
_MENTION = re.compile(r"@(?:\d{7,}|[^\W\d_]+(?:\s[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][^\W\d_]*){0,2})")  # a number here, a name there
_SIGN = re.compile(r"[\W_]+")
_DAY = timedelta(days=1)


class Message(NamedTuple):
    """A message of a chat, where it stands in its document's text. `key` are its letters and digits."""

    start: int
    end: int
    author: str
    on: date | None
    text: str
    key: str

    @property
    def is_telling(self) -> bool:
        return len(self.key) >= TELLING


@dataclass(frozen=True, slots=True)
class Overlap:
    """Messages of a new export, each with its place in an earlier one: the same, or changed since. `gone` are the
    earlier one's that are in the new one no more, though what stood around them is."""

    same: dict[int, int]
    changed: dict[int, int]
    gone: tuple[int, ...]


def messages(text: str, blocks: Iterable[Block]) -> tuple[Message, ...]:
    """What people wrote in a chat's document."""
    told = ((one, text[one.start : one.end]) for one in blocks if one.role == "message")
    return tuple(Message(one.start, one.end, one.author or "", one.on, said, _key(said)) for one, said in told)


def _key(text: str) -> str:
    return _SIGN.sub("", _MENTION.sub("", text)).casefold()


def overlap(new: Sequence[Message], old: Sequence[Message]) -> Overlap | None:
    """What the two have in common; None where they are not of one chat."""
    anchors = _anchors(new, old)
    if not anchors or not _is_one_chat(anchors, new, old):
        return None
    same = dict(sorted({**dict(anchors), **_repeated(anchors, new, old)}.items()))
    found = set(same.values())
    unknown = [place for place in _between(anchors, 0) if place not in same]
    missing = [place for place in _between(anchors, 1) if place not in found and old[place].is_telling]
    changed = _changed(unknown, missing, new, old)
    return Overlap(same, changed, tuple(sorted(set(missing) - set(changed.values()))))


def _anchors(new: Sequence[Message], old: Sequence[Message]) -> list[tuple[int, int]]:
    """Messages that stand once in both, on one day. A phone in another zone of time has what was sent at night on the
    day before or after."""
    ours, theirs = _once(new), _once(old)
    found = []
    for (key, on), place in ours.items():
        days = (on, on - _DAY, on + _DAY) if on else (on,)
        there = next((theirs[key, day] for day in days if (key, day) in theirs), None)
        if there is not None:
            found.append((place, there))
    return _in_order(found)


def _in_order(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """As many as go forward in both: what goes back was said again, and met another time."""
    ends: list[int] = []  # the least old place at which a run of each length ends
    last: list[int] = []  # the pair at that end
    before: list[int] = []  # for each pair the one before it in its run
    for number, (_ours, theirs) in enumerate(pairs):
        length = bisect_left(ends, theirs)
        ends[length : length + 1], last[length : length + 1] = [theirs], [number]
        before.append(last[length - 1] if length else -1)
    found, at = [], last[-1] if last else -1
    while at >= 0:
        found.append(pairs[at])
        at = before[at]
    return found[::-1]


def _once(told: Sequence[Message]) -> dict[tuple[str, date | None], int]:
    number = Counter((one.key, one.on) for one in told)
    return {
        (one.key, one.on): place for place, one in enumerate(told) if one.is_telling and number[one.key, one.on] == 1
    }


def _repeated(anchors: list[tuple[int, int]], new: Sequence[Message], old: Sequence[Message]) -> dict[int, int]:
    """What people say again and again ("Спасибо!"): between the same two anchors, by the same person where the anchors
    tell who that is."""
    names = {new[ours].author: old[theirs].author for ours, theirs in anchors}
    anchored, places = dict(anchors), [theirs for _, theirs in anchors]
    taken = set(places)
    waiting: dict[tuple[str, int], list[int]] = defaultdict(list)
    for place, one in enumerate(old):
        if place not in taken:
            waiting[one.key, bisect_left(places, place)].append(place)
    found, passed = {}, 0
    for place, one in enumerate(new):
        if place in anchored:
            passed = bisect_left(places, anchored[place]) + 1
            continue
        there = waiting.get((one.key, passed), [])
        known = names.get(one.author)
        same = next((theirs for theirs in there if known in (None, old[theirs].author)), None)
        if same is not None:
            there.remove(same)
            found[place] = same
    return found


def _is_one_chat(anchors: list[tuple[int, int]], new: Sequence[Message], old: Sequence[Message]) -> bool:
    """Most of what stands between the first and the last message in common is in both, and each person in one is one
    person in the other: what somebody forwards from chat to chat makes no two of them one."""
    pairs = [(new[ours].author, old[theirs].author) for ours, theirs in anchors]
    alike = len({one.author for one in new} & {one.author for one in old}) * 2 >= len({one for one, _ in pairs})
    spans = [(told, _between(anchors, side)) for side, told in enumerate((new, old))]
    most = max(sum(place in span for place in _once(told).values()) for told, span in spans)
    return (len(anchors) >= ENOUGH or alike) and len(anchors) >= SHARE * most and _one_to_one(pairs)


def _between(pairs: list[tuple[int, int]], side: int) -> range:
    places = [pair[side] for pair in pairs]
    return range(min(places), max(places) + 1)


def _one_to_one(pairs: list[tuple[str, str]]) -> bool:
    """Whether authors go together: nine of ten messages have the other name that their author mostly has."""
    for side in (0, 1):
        by_author: dict[str, Counter[str]] = defaultdict(Counter)
        for pair in pairs:
            by_author[pair[side]][pair[1 - side]] += 1
        if sum(max(names.values()) for names in by_author.values()) < 0.9 * len(pairs):
            return False
    return True


def _changed(unknown: list[int], missing: list[int], new: Sequence[Message], old: Sequence[Message]) -> dict[int, int]:
    """Those of the same day whose words are alike: the author changed them."""
    left = defaultdict(list)
    for place in missing:
        left[old[place].on].append(place)
    found = {}
    for ours in unknown:
        there = left[new[ours].on]
        likest = max(there, key=lambda theirs: ratio(new[ours].text, old[theirs].text), default=None)
        if likest is not None and ratio(new[ours].text, old[likest].text) >= ALIKE:
            found[ours] = likest
            there.remove(likest)
    return found


def without(document: Document, known: Iterable[int], told: Sequence[Message]) -> tuple[Document, list[int]]:
    """The document of only those messages that are not known; and for each place among all messages, where in the new
    text it would stand."""
    left = set(range(len(told))) - set(known)
    text, blocks = blocks_of(_pieces(one for place, one in enumerate(told) if place in left))
    stands = [*(one.start for one in blocks if one.role == "message"), len(text)]
    order = sorted(left)
    places = [stands[bisect_left(order, place)] for place in range(len(told))]
    return replace(document, text=text, blocks=blocks), places


def _pieces(told: Iterable[Message]) -> Iterator[Piece]:
    """As the reader of chats writes them: a line with the author where the author changes."""
    writing = None
    for one in told:
        author = one.author or None
        if author != writing:
            yield Piece("header", f"{author}:", author, one.on)
            writing = author
        yield Piece("message", one.text, author, one.on)
