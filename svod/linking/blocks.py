"""Which tellings are worth comparing: those with alike titles, or that share enough else to be one activity.

Near linear: each telling is in a few blocks, and in a large one it meets only its neighbours.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from svod.linking.compare import contradict, never
from svod.linking.rules import rules
from svod.linking.telling import Telling
from svod.linking.titles import Meaning, common_meaning, likeness

_RAREST = 2  # meanings of a title under which alike titles meet

T = TypeVar("T")
Title = tuple[str | None, str]  # the region, and the title in it


def pairs(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Positions (i, j), i < j, of the tellings to compare, each pair once.

    Most that meet cannot be one activity: to find so again costs less than to remember them all.
    """
    size, reach = len(tellings), rules().neighbours
    seen: set[int] = set()
    for block in _blocks(tellings):
        for place, i in enumerate(block):
            for j in block[place + 1 : place + 1 + reach]:
                pair = i * size + j if i < j else j * size + i
                if pair not in seen and not never(tellings[i], tellings[j]):
                    seen.add(pair)
                    yield divmod(pair, size)


def _neighbours(block: Sequence[T]) -> Iterator[tuple[T, T]]:
    reach = rules().neighbours
    return ((one, other) for place, one in enumerate(block) for other in block[place + 1 : place + 1 + reach])


def _blocks(tellings: Sequence[Telling]) -> Iterator[list[int]]:
    """Positions that belong together, those with the same words side by side."""
    blocks: dict[Hashable, list[int]] = defaultdict(list)
    titles: dict[Title, list[int]] = defaultdict(list)
    for position in sorted(range(len(tellings)), key=lambda position: _words(tellings[position])):
        telling = tellings[position]
        if telling.title:
            titles[telling.region, telling.title].append(position)
        for key in _keys(telling):
            blocks[key].append(position)
    yield from blocks.values()
    yield from titles.values()
    for one, other in _alike(titles, tellings):
        yield titles[one] + titles[other]


def _words(telling: Telling) -> tuple[str, str, str, int]:
    return (telling.title, telling.place[0], telling.organiser, telling.first)


def _keys(telling: Telling) -> Iterator[Hashable]:
    """What two tellings of one activity share at least one of, beside a title."""
    region, day = telling.region, telling.first
    exact = telling.participants if telling.participants and telling.participants.is_exact else None
    if day and telling.organiser:
        yield (region, day, "organiser", telling.organiser)
    if day and telling.place[0]:
        yield (region, day, "place", telling.place[0])
    if day and exact:
        yield (region, day, exact)
    if exact and telling.organiser:
        yield (region, exact, "organiser", telling.organiser)
    for mark in telling.institutions | telling.reporter:
        if mark[1] and day:
            yield (region, day, mark)
        if mark[1] and exact:
            yield (region, exact, mark)
    if exact and telling.count.most != 1:
        yield (region, exact, telling.count)


def _alike(titles: Mapping[Title, Sequence[int]], tellings: Sequence[Telling]) -> Iterator[tuple[Title, Title]]:
    """Titles of one region that may be one title: misspelt, shortened, or in two languages; and the same title
    without a region."""
    told = {title: tellings[positions[0]] for title, positions in titles.items()}
    meanings = {title: telling.meaning or frozenset(title[1].split()) for title, telling in told.items()}
    for meeting in _meetings(meanings):
        met = [(title, told[title], meanings[title]) for title in meeting]
        for (one, telling, meaning), (other, telling_too, meaning_too) in _neighbours(met):
            if contradict(telling.title_numbers, telling_too.title_numbers):
                continue
            shared, fewer = len(meaning & meaning_too), min(len(meaning), len(meaning_too))
            if 2 * shared >= fewer and _may_be_one(telling, telling_too):
                yield one, other
    homeless = {title for region, title in titles if region is None}
    yield from (((None, title), (region, title)) for region, title in titles if region and title in homeless)


def _may_be_one(one: Telling, other: Telling) -> bool:
    if one.title_language != other.title_language:
        return common_meaning(one.meaning, other.meaning) >= rules().meanings["partly"]
    return likeness(one.title, other.title) >= rules().titles["close"]


def _meetings(meanings: Mapping[Title, Meaning]) -> Iterable[list[Title]]:
    """Under each meaning the titles of a region of which it is one of the rarest."""
    rarity = Counter((region, meaning) for (region, _), of_title in meanings.items() for meaning in of_title)
    meetings: dict[tuple[str | None, str], list[Title]] = defaultdict(list)
    for title in sorted(meanings, key=lambda title: title[1]):
        region = title[0]
        for meaning in sorted(meanings[title], key=lambda meaning: (rarity[region, meaning], meaning))[:_RAREST]:
            meetings[region, meaning].append(title)
    return meetings.values()
