"""What the register itself lists: the distinct activities of a scope, as bounds."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from svod.records import Bounds, DistinctActivity, Evidence

NOTHING = Bounds(0, 0)
ANYTHING = Bounds(0, None)


@dataclass(frozen=True, slots=True)
class Told:
    """A distinct activity as counting needs it.

    `texts` are the texts that tell it, `named` whether anything names this very activity (title, date, number of
    people), so that it is another than any other named one.
    """

    region: str | None
    kind: str
    audience: tuple[str, ...]
    place: str
    organiser: str
    count: Bounds
    named: bool
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


Lister = Callable[[Sequence[Told]], Listing]


def prepare(distinct: DistinctActivity, texts: Mapping[str, str]) -> Told:
    activity = distinct.activity
    people = [member for member in distinct.members if member.participants is not None]
    return Told(
        region=activity.region,
        kind=activity.kind,
        audience=activity.audience,
        place=(activity.place or "").casefold(),
        organiser=(activity.organiser or "").casefold(),
        count=activity.count,
        named=bool(activity.title or activity.date or activity.participants),
        texts=frozenset(texts.get(evidence.document, evidence.document) for evidence in distinct.evidences),
        participants=_attendance(distinct),
        evidence=distinct.evidences,
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
    value = Bounds.at_least(known.least) if unknown else known
    return Listing(value, _evidence(told.people_evidence for told in cell), unknown)


def add(listings: Iterable[Listing]) -> Listing:
    """The sum of listings that share no activity."""
    parts = list(listings)
    return Listing(
        Bounds.total(part.value for part in parts),
        _evidence(part.evidence for part in parts),
        sum(part.unknown for part in parts),
    )


def least(group: Sequence[Told], apart_by: tuple[str, ...] = ("place", "organiser")) -> int:
    """The fewest activities of one region and kind that a group can be.

    "Прошли семинары" in two reports may be the same seminars, and those that a third one names. So a group is at
    least all that is named in it; all that any one submission tells, which knows its own apart; and the sum of its
    parts, where place or organiser keeps the parts apart.
    """
    whole = sum(told.count.least for told in group)
    found = sum(told.count.least for told in group if told.named)
    if found == whole:
        return whole
    found = max(found, max(_by_text(group).values()))
    for field in apart_by:
        parts: dict[str, list[Told]] = defaultdict(list)
        for told in group:
            parts[getattr(told, field)].append(told)
        parts.pop("", None)
        if len(parts) > 1:
            rest = tuple(other for other in apart_by if other != field)
            found = max(found, sum(least(part, rest) for part in parts.values()))
    return found


def _by_text(group: Sequence[Told]) -> Counter[str]:
    told_by: Counter[str] = Counter()
    for told in group:
        for text in told.texts:
            told_by[text] += told.count.least
    return told_by


def _evidence(parts: Iterable[tuple[Evidence, ...]]) -> tuple[Evidence, ...]:
    return tuple(evidence for part in parts for evidence in part)
