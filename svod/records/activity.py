"""An activity, and a number that sums up in the author's own words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import Any, ClassVar

from svod.records.bounds import ONE, Bounds
from svod.records.period import Period
from svod.records.text import Evidence, Span

NOT_KEPT = "kind_not_kept"  # a reason: the campaign counts no activities of its kind
INSTEAD = "instead_of"  # "instead_of:45", a reason: whoever said 45 was wrong


def denied_by(reasons: Iterable[str]) -> frozenset[int]:
    return frozenset(int(one.partition(":")[2]) for one in reasons if one.startswith(INSTEAD))


def still_said(tellers: Sequence["Activity"]) -> list["Activity"]:
    """Those that give a number of people which no other of them says was wrong."""
    wrong = {Bounds.exactly(number) for one in tellers for number in one.denies}
    return [one for one in tellers if one.participants is not None and one.participants not in wrong]


@dataclass(frozen=True, slots=True, init=False)
class Activity:
    """One thing that was held or is planned. Codes (kind, audience, partners, materials) are the campaign pack's.

    `count` is how many activities the mention stands for: "круглый стол" [1, 1], "семинары" [2, ∞).
    `region` is an ISO 3166-2 code. `sources` gives, for each field that the text gave, the place that says it.
    `confidence` is between 0 and 1. `reasons` name the rules that decided, for `svod explain`.
    """

    kind: str
    evidence: Evidence
    title: str | None
    date: Period | None
    region: str | None
    place: str | None
    organiser: str | None
    audience: tuple[str, ...]
    participants: Bounds | None
    count: Bounds
    partners: tuple[str, ...]
    materials: tuple[str, ...]
    online: bool
    planned: bool
    confidence: float
    sources: tuple[tuple[str, Span], ...]
    reasons: tuple[str, ...]

    def __new__(
        cls,
        kind: str,
        evidence: Evidence,
        title: str | None = None,
        date: Period | None = None,
        region: str | None = None,
        place: str | None = None,
        organiser: str | None = None,
        audience: tuple[str, ...] = (),
        participants: Bounds | None = None,
        count: Bounds = ONE,
        partners: tuple[str, ...] = (),
        materials: tuple[str, ...] = (),
        online: bool = False,
        planned: bool = False,
        confidence: float = 1.0,
        sources: tuple[tuple[str, Span], ...] = (),
        reasons: tuple[str, ...] = (),
    ) -> "Activity":
        # Texts tell many. To set a field of what is frozen takes a call: it is made free, and then is one.
        made: Any = _InTheMaking()
        made.kind = kind
        made.evidence = evidence
        made.title = title
        made.date = date
        made.region = region
        made.place = place
        made.organiser = organiser
        made.audience = audience
        made.participants = participants
        made.count = count
        made.partners = partners
        made.materials = materials
        made.online = online
        made.planned = planned
        made.confidence = confidence
        made.sources = sources
        made.reasons = reasons
        made.__class__ = Activity
        told: Activity = made
        return told

    def __reduce__(self) -> tuple[type["Activity"], tuple[Any, ...]]:
        """As it goes from process to process: in half the time that asking `dataclass` for each field takes."""
        return Activity, _fields(self)

    def but(self, **changes: Any) -> "Activity":
        """Another one that differs in these fields: `dataclasses.replace` would take ten times as long."""
        values = list(_fields(self))
        for name, value in changes.items():
            values[_NAMES.index(name)] = value
        return Activity(*values)

    @property
    def denies(self) -> frozenset[int]:
        """The numbers of people that it says were told wrongly before."""
        return denied_by(self.reasons)

    @property
    def evidences_of_people(self) -> tuple[Evidence, ...]:
        """Its evidence, and where its number of people is told elsewhere that place behind it: "не 28, а 31"."""
        told = self.evidence
        for name, span in self.sources:
            if name == "participants" and not told.start <= span.start < told.end:
                return told, Evidence(told.document, span.start, span.end)
        return (told,)

    def source(self, name: str) -> Span:
        """Where the text gives the field `name`; the activity's evidence where it gives no closer place."""
        for told, span in self.sources:
            if told == name:
                return span
        return self.evidence.span


_NAMES = tuple(one.name for one in fields(Activity))
_fields = attrgetter(*_NAMES)


class _InTheMaking:
    """An activity whose fields may still be set: the same fields, so that one may become the other."""

    __slots__ = Activity.__slots__  # `dataclass` makes them


@dataclass(frozen=True, slots=True)
class NothingHeld:
    """Where a submission says for itself that nothing was held; `region` where it is known of which."""

    evidence: Evidence
    region: str | None = None


@dataclass(frozen=True, slots=True)
class ReportedTotal:
    """A number that sums up, in the author's own words; never added to the activities it already covers.

    `measure` is activities, participants, materials or organisations; `kind` where it counts one kind only. `place`
    is the district or town it speaks of, in the nominative, where that is narrower than the region.
    """

    OF_TABLE: ClassVar[str] = "table_sums_up"  # the reason of what a table's last row says of the rows above it
    OF_ITS_PLACE: ClassVar[str] = "sums_up_its_place"  # "итого по городу", which is not named

    measure: str
    value: Bounds
    evidence: Evidence
    kind: str | None = None
    region: str | None = None
    confidence: float = 1.0
    reasons: tuple[str, ...] = field(default=())
    place: str | None = None

    @property
    def denies(self) -> frozenset[int]:
        """The numbers that it says were told wrongly before."""
        return denied_by(self.reasons)

    @property
    def sums_up_its_table(self) -> bool:
        """Whether it stands in the last row of a table: it covers the rows above, and nothing that others tell."""
        return self.OF_TABLE in self.reasons

    @property
    def sums_up_its_place(self) -> bool:
        return self.OF_ITS_PLACE in self.reasons
