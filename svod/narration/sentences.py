"""From noun phrases to sentences: a clause for each setting, the clauses of one place or of small places together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from operator import attrgetter

from svod.narration.facts import Item, Sentence, Source, Statement
from svod.narration.grouping import Members, Room, items_of
from svod.narration.order import Order
from svod.narration.quotes import typeset
from svod.narration.retold import with_further
from svod.records import DistinctActivity

TIRING = 2  # names of guests that were just told


def sentences(members: Members, room: Room, kinds: tuple[str, ...]) -> tuple[Sentence, ...]:
    """The sentences that tell these activities: first what has no place, then place by place, day by day."""
    settings: dict[tuple[str, ...], list[DistinctActivity]] = defaultdict(list)
    for member in members:
        member = _shown(member, room)
        activity = member.activity
        settings[activity.organiser or "", activity.place or "", str(activity.date or "")].append(member)
    alike_in = [tuple(alike) for alike in settings.values()]
    order = sorted(alike_in, key=Order.of(alike_in))
    clauses = list(with_further(clause for alike in order for clause in _clauses(alike, room, kinds)))
    return tuple(_joined(clauses, room))


def _shown(member: DistinctActivity, room: Room) -> DistinctActivity:
    organiser = member.activity.organiser
    if not organiser:
        return member
    return replace(member, activity=replace(member.activity, organiser=typeset(organiser) if room.organisers else None))


def _clauses(alike: Members, room: Room, kinds: tuple[str, ...]) -> Iterator[Statement]:
    first = alike[0].activity
    companies = _companies(items_of(alike, kinds))
    for number, items in enumerate(items for company in companies for items in _filled(company, room.sentence)):
        source = Source.union(item.source for item in items)
        yield Statement(items, source, first.organiser, first.place, first.date, continued=number > 0)


def _companies(items: list[Item]) -> Iterator[list[Item]]:
    """Those whose guests would tire if each named them stand in clauses of their own, which name them once."""
    others: list[Item] = []
    for partners, found in groupby(items, key=attrgetter("partners")):
        company = list(found)
        if (len(company) - 1) * len(partners) < TIRING:
            others += company
        else:
            yield company
    if others:
        yield others


def _filled(items: Iterable[Item], room: int) -> Iterator[tuple[Item, ...]]:
    """The items by clauses, none of which holds more than it can bear."""
    clause: list[Item] = []
    used = 0
    for item in items:
        length = _length(item, clause[-1] if clause else None)
        if clause and used + length > room:
            yield tuple(clause)
            clause, used, length = [], 0, _length(item, None)
        clause.append(item)
        used += length
    if clause:
        yield tuple(clause)


def _length(item: Item, before: Item | None) -> int:
    """An item of the same people as the one before needs no words for them."""
    same_guests = before is not None and before.partners == item.partners
    same_people = same_guests and before is not None and before.audience == item.audience
    people = bool(item.audience) * (not same_people) + bool(item.partners) * (not same_guests)
    return 1 + people + bool(item.materials) + max(0, len(item.titles) - 2)


def _weight(clause: Statement) -> int:
    lengths = (_length(item, before) for item, before in zip(clause.items, (None, *clause.items), strict=False))
    return sum(lengths) + bool(clause.organiser)


def _joined(clauses: list[Statement], room: Room) -> Iterator[Sentence]:
    at_place: Counter[str | None] = Counter()
    for clause in clauses:
        at_place[clause.place] += _weight(clause)
    sentence: list[Statement] = []
    used = 0
    for clause in clauses:
        weight = _weight(clause)
        fits = len(sentence) < room.clauses and used + weight <= room.sentence
        if sentence and not (fits and _belongs(clause, sentence[-1], at_place, room)):
            yield tuple(sentence)
            sentence, used = [], 0
        sentence.append(clause)
        used += weight
    if sentence:
        yield tuple(sentence)


def _belongs(clause: Statement, before: Statement, at_place: Counter[str | None], room: Room) -> bool:
    """Whether two clauses stand in one sentence: of one place, or of two places that are small."""
    if before.is_bare or clause.is_bare:
        return False
    if before.organiser and not clause.organiser:
        return False  # whoever held the one would seem to have held the other
    if clause.place == before.place:
        return True
    return bool(before.place) and max(at_place[clause.place], at_place[before.place]) <= room.small
