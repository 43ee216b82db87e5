"""How few some activities can be, and how few came to them: what may be the same, or among others, is not added."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from typing import Any

from svod.counting.told import Told
from svod.language.standing import is_district

Amount = Callable[[Told], int]  # what of it is added up: activities, attendances


def activities(told: Told) -> int:
    """How many it stands for, at least."""
    return told.count.least


def attendances(told: Told) -> int:
    """How many came, at least."""
    return told.participants.least if told.participants else 0


def least(group: Sequence[Told], amount: Amount = activities) -> int:
    """The fewest activities of one region and kind that a group can be, or the fewest who came to them.

    "Прошли семинары" in two reports may be the same seminars, and those that a third one names; the 96 class hours of a
    district hold those that its schools tell. So a group is at least all that is named in it; all that any one
    submission tells, which knows its own apart; all that organisations of one level tell; and the sum over districts.
    """
    whole = sum(map(amount, group))
    found = sum(amount(told) for told in group if told.named)
    if found == whole:
        return whole
    levels = _parted(group, lambda told: told.level)
    if len(levels) == 1:
        return _least_of_level(group, amount)
    found = max(found, _most_of_a_text(group, amount), *(least(level, amount) for level in levels.values()))
    districts = next(_apart(group, "place"))
    return max(found, sum(least(part, amount) for part in districts)) if len(districts) > 1 else found


def _least_of_level(group: Sequence[Told], amount: Amount, apart_by: tuple[str, ...] = ("place", "organiser")) -> int:
    """The same where no organiser stands above another: then what differs in place or organiser is apart."""
    whole = sum(map(amount, group))
    found = sum(amount(told) for told in group if told.named)
    if found == whole:
        return whole
    found = max(found, _most_of_a_text(group, amount))
    for field in apart_by:
        rest = tuple(other for other in apart_by if other != field)
        for parts in _apart(group, field):
            if len(parts) > 1:
                found = max(found, sum(_least_of_level(part, amount, rest) for part in parts))
    return found


def _apart(group: Sequence[Told], field: str) -> Iterator[list[list[Told]]]:
    """Parts that share nothing. A village may lie in any district: of places once the districts, once the others."""
    parts = _parted(group, attrgetter(field))
    parts.pop("", None)
    if field == "place":
        yield [part for place, part in parts.items() if is_district(place)]
        yield [part for place, part in parts.items() if not is_district(place)]
    else:
        yield list(parts.values())


def _parted(group: Sequence[Told], by: Callable[[Told], Any]) -> dict[Any, list[Told]]:
    parts: dict[Any, list[Told]] = defaultdict(list)
    for told in group:
        parts[by(told)].append(told)
    return parts


def _most_of_a_text(group: Sequence[Told], amount: Amount) -> int:
    told_by: dict[str, list[Told]] = defaultdict(list)
    for told in group:
        for text in told.texts:
            told_by[text].append(told)
    return max(_of_one_text(some, amount) for some in told_by.values())


def _of_one_text(group: Sequence[Told], amount: Amount) -> int:
    """A submission knows its own apart, but "прошли семинары" may announce those that it goes on to name."""
    vague = [told for told in group if told.vague]
    held = [told for told in group if not told.vague and any(_may_hold(one, told) for one in vague)]
    rest = sum(map(amount, group)) - sum(map(amount, vague)) - sum(map(amount, held))
    return rest + max(sum(map(amount, vague)), sum(map(amount, held)))


def _may_hold(vague: Told, told: Told) -> bool:
    """Whether nothing speaks against it: no other place, nobody else who was meant, no other organiser of its level."""
    by_another = vague.organiser and told.organiser and vague.organiser != told.organiser
    if by_another and vague.level <= told.level:
        return False
    elsewhere = vague.place and told.place and vague.place != told.place
    if elsewhere and (is_district(told.place) or not is_district(vague.place)):
        return False  # a district may hold a village
    return not (vague.audience and told.audience and set(vague.audience).isdisjoint(told.audience))
