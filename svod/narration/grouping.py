"""From activities to noun phrases: what is told one by one, what is only summed up, what stands in one phrase."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from svod.narration.facts import Item, Source, Titled
from svod.records import Bounds, DistinctActivity
from svod.records.bounds import ONE, SOME

OTHER_KINDS = "*"  # the code of an item that sums up several kinds

Members = tuple[DistinctActivity, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """How much is told: a group of at most `all_of` activities one by one, of a larger one the `best` alone.

    `sentence` is what a sentence holds: an item weighs 1, and 1 more for each particular that makes it long; of
    `clauses` no more, and a place with all its activities is `small` if they weigh no more than that.
    `kinds` is how many kinds are named where activities are only summed up; `organisers` whether it is told who held
    them. Of the kinds `untold` none is told, but all are counted. `highlights` is how many activities of the whole
    campaign are worth naming.
    """

    all_of: int = 30
    best: int = 12
    sentence: int = 7
    clauses: int = 3
    small: int = 3
    kinds: int = 8
    organisers: bool = True
    untold: tuple[str, ...] = ()
    highlights: int = 0


def chosen(members: Members, room: Room, kinds: tuple[str, ...]) -> tuple[Members, Members]:
    """Those to tell one by one, and the rest; the most telling of each kind come before the second of any."""
    if len(members) <= room.all_of:
        return members, ()
    dull = {member.id: tuple(-part for part in how_telling(member)) for member in members}
    turns = {
        member.id: turn
        for alike in _by_kind(members, kinds).values()
        for turn, member in enumerate(sorted(alike, key=lambda one: dull[one.id]))
    }
    order = sorted(members, key=lambda member: (turns[member.id], dull[member.id]))
    best = {member.id for member in order[: room.best]}
    return (
        tuple(member for member in members if member.id in best),
        tuple(member for member in members if member.id not in best),
    )


def summed_up(members: Members, kinds: tuple[str, ...], room: Room) -> tuple[Item, ...]:
    """One item for each kind, the most frequent first; the rarest kinds together, as OTHER_KINDS."""
    items = sorted(
        (_sum(kind, tuple(alike)) for kind, alike in _by_kind(members, kinds).items()),
        key=lambda item: -item.count.least,
    )
    if len(items) <= room.kinds + 1:
        return tuple(items)
    rare = {item.kind for item in items[room.kinds :]}
    others = _sum(OTHER_KINDS, tuple(member for member in members if member.activity.kind in rare))
    return (*items[: room.kinds], others)


def _sum(kind: str, alike: Members) -> Item:
    return Item(kind, Bounds.total(member.activity.count for member in alike), Source.of(alike))


def how_telling(member: DistinctActivity) -> tuple[int, int]:
    """How much a reader learns from the activity told alone: its particulars and evidences, then its size."""
    activity = member.activity
    particulars = (activity.title, activity.date, activity.participants, activity.organiser, activity.partners)
    size = activity.participants.least if activity.participants else 0
    return sum(map(bool, particulars)) + bool(activity.title) + min(len(member.members) - 1, 2), size


def _by_kind(members: Members, kinds: tuple[str, ...]) -> dict[str, list[DistinctActivity]]:
    """The activities of each kind, in the pack's order of kinds."""
    by_kind: dict[str, list[DistinctActivity]] = {kind: [] for kind in kinds}
    for member in members:
        by_kind.setdefault(member.activity.kind, []).append(member)
    return {kind: alike for kind, alike in by_kind.items() if alike}


def items_of(alike: Members, kinds: tuple[str, ...]) -> list[Item]:
    """The noun phrases for activities of one setting, the biggest first."""
    together: dict[tuple[object, ...], list[DistinctActivity]] = defaultdict(list)
    for member in alike:
        together[_told_with(member)].append(member)
    items = [item for members in together.values() for item in _told(members)]
    rank = {kind: place for place, kind in enumerate(kinds)}
    items.sort(key=lambda item: (-item.count.least, rank.get(item.kind, len(rank))))
    alike_first = {alike: place for place, item in reversed(list(enumerate(items))) for alike in _company(item)}
    return sorted(items, key=lambda item: [alike_first[alike] for alike in _company(item)])


def _company(item: Item) -> tuple[tuple[object, ...], ...]:
    """Whose guests came and whom it was for: items of the same guests stand together, among them those of the same
    people."""
    people = (item.audience, item.partners)
    return ((item.partners,) if item.partners else people), people


def _told_with(member: DistinctActivity) -> tuple[object, ...]:
    """What two activities of one setting share when they are told in one noun phrase."""
    activity = member.activity
    titled_one = activity.title and activity.count == ONE
    alone = "" if titled_one or (not activity.title and not activity.participants) else member.id
    return activity.kind, activity.audience, activity.partners, activity.materials, activity.online, alone


def _told(members: list[DistinctActivity]) -> Iterator[Item]:
    """The titled ones with "и другие" in one phrase, the untitled that are counted in another."""
    titled, uncounted = _by_number([member for member in members if member.activity.title])
    others = [member for member in members if not member.activity.title]
    more = [member for member in others if member.activity.count == SOME] if titled else []
    counted = [member for member in others if member not in more]
    if titled:
        yield _item((*titled, *more), _titles(titled), bool(more))
    if uncounted:
        yield _item(tuple(uncounted), _titles(uncounted), False)
    if counted:
        yield _item(tuple(counted), (), False)


def _by_number(titled: list[DistinctActivity]) -> tuple[list[DistinctActivity], list[DistinctActivity]]:
    """All, apart from those that give no number of participants where another of the same title gives one."""
    counted = {member.activity.title for member in titled if member.activity.participants}
    apart = [one for one in titled if one.activity.title in counted and not one.activity.participants]
    return [one for one in titled if one not in apart], apart


def _titles(titled: list[DistinctActivity]) -> tuple[Titled, ...]:
    """Each title once, however many activities bear it."""
    bearing: dict[str, list[DistinctActivity]] = defaultdict(list)
    for member in titled:
        bearing[member.activity.title or ""].append(member)
    return tuple(
        Titled(title, _participants(members), Source.of_people(tuple(members))) for title, members in bearing.items()
    )


def _participants(members: list[DistinctActivity]) -> Bounds | None:
    """All participants together; None where an activity gives no number."""
    known = [member.activity.participants for member in members if member.activity.participants]
    return Bounds.total(known) if len(known) == len(members) else None


def _item(members: Members, titles: tuple[Titled, ...], and_others: bool) -> Item:
    first, is_one = members[0].activity, len(members) == 1
    return Item(
        kind=first.kind,
        count=Bounds.total(member.activity.count for member in members),
        source=Source.of_people(members) if is_one else Source.of(members),
        titles=titles,
        and_others=and_others,
        participants=first.participants if is_one else None,
        audience=first.audience,
        partners=first.partners,
        materials=first.materials,
        online=first.online,
    )
