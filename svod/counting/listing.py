"""What the register itself lists: the distinct activities of a scope, as bounds."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from svod.language.standing import is_district, standing
from svod.records import Bounds, DistinctActivity, Evidence

ONE, SEVERAL = Bounds(1, 1), Bounds(2, None)
NOTHING = Bounds(0, 0)
ANYTHING = Bounds(0, None)


@dataclass(frozen=True, slots=True)
class Told:
    """A distinct activity as counting needs it.

    `texts` are the texts that tell it, `named` whether anything names this very activity (title, date, number of
    people), so that it is another than any other named one; several told at once ("96 классных часов") may hold others.
    What is `vague` says no more than that there were several ("прошли семинары").
    `level` is how high its organiser stands.
    """

    region: str | None
    kind: str
    audience: tuple[str, ...]
    place: str
    organiser: str
    level: int
    count: Bounds
    named: bool
    vague: bool
    texts: frozenset[str]
    participants: Bounds | None
    evidence: tuple[Evidence, ...]
    people_evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """The sum over some activities, the places that tell it, and how many of them give no number."""

    value: Bounds = NOTHING
    evidence: tuple[Evidence, ...] = ()
    unknown: int = 0


Amount = Callable[[Told], int]  # what of it is added up: activities, attendances
Lister = Callable[[Sequence[Told]], Listing]


def prepare(distinct: DistinctActivity, texts: Mapping[str, str]) -> Told:
    activity, evidences = distinct.activity, distinct.evidences
    people = [member for member in distinct.members if member.participants is not None]
    says_more = bool(activity.title or activity.date or activity.participants)
    return Told(
        region=activity.region,
        kind=activity.kind,
        audience=activity.audience,
        place=(activity.place or "").casefold(),
        organiser=(activity.organiser or "").casefold(),
        level=standing(activity.organiser or ""),
        count=activity.count,
        named=activity.count == ONE and says_more,
        vague=activity.count == SEVERAL and not says_more,
        texts=frozenset(texts.get(evidence.document, evidence.document) for evidence in evidences),
        participants=_attendance(distinct),
        evidence=evidences,
        people_evidence=tuple(Evidence(one.evidence.document, *one.source("participants")) for one in people),
    )


def _attendance(distinct: DistinctActivity) -> Bounds | None:
    """How many came. Where its tellers contradict, at least the larger number stands, as it does among totals."""
    agreed = distinct.activity.participants
    if agreed is None:
        return None
    held = [member.participants for member in distinct.members if member.participants and not member.planned]
    least = max((said.least for said in held), default=agreed.least)
    if agreed.most is not None and least > agreed.most:
        return agreed
    return Bounds(max(least, agreed.least), agreed.most)


def list_activities(cell: Sequence[Told]) -> Listing:
    """How many activities of one region and kind are listed."""
    most = Bounds.total(told.count for told in cell).most
    return Listing(Bounds(least(cell), most), _evidence(told.evidence for told in cell))


def list_participants(cell: Sequence[Told]) -> Listing:
    """How many attendances. An activity that gives no number adds none for certain, and leaves the most open."""
    known = Bounds.total(told.participants for told in cell if told.participants is not None)
    unknown = sum(told.participants is None for told in cell)
    value = Bounds(least(cell, attendances), None if unknown else known.most)
    return Listing(value, _evidence(told.people_evidence for told in cell), unknown)


def activities(told: Told) -> int:
    """How many it stands for, at least."""
    return told.count.least


def attendances(told: Told) -> int:
    """How many came, at least."""
    return told.participants.least if told.participants else 0


def add(listings: Iterable[Listing]) -> Listing:
    """The sum of listings that share no activity."""
    parts = list(listings)
    return Listing(
        Bounds.total(part.value for part in parts),
        _evidence(part.evidence for part in parts),
        sum(part.unknown for part in parts),
    )


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
    districts = _parted(group, lambda told: told.place if is_district(told.place) else "")
    districts.pop("", None)
    return max(found, sum(least(part, amount) for part in districts.values())) if len(districts) > 1 else found


def _least_of_level(group: Sequence[Told], amount: Amount, apart_by: tuple[str, ...] = ("place", "organiser")) -> int:
    """The same where no organiser stands above another: then what differs in place or organiser is apart."""
    whole = sum(map(amount, group))
    found = sum(amount(told) for told in group if told.named)
    if found == whole:
        return whole
    found = max(found, _most_of_a_text(group, amount))
    for field in apart_by:
        parts = _parted(group, attrgetter(field))
        parts.pop("", None)
        if len(parts) > 1:
            rest = tuple(other for other in apart_by if other != field)
            found = max(found, sum(_least_of_level(part, amount, rest) for part in parts.values()))
    return found


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
    if vague.place and told.place and vague.place != told.place and not is_district(vague.place):
        return False
    return not (vague.audience and told.audience and set(vague.audience).isdisjoint(told.audience))


def _evidence(parts: Iterable[tuple[Evidence, ...]]) -> tuple[Evidence, ...]:
    return tuple(evidence for part in parts for evidence in part)
