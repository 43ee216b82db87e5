"""An activity, and a number that sums up in the author's own words."""

from dataclasses import dataclass, field

from svod.records.bounds import Bounds
from svod.records.period import Period
from svod.records.text import Evidence, Span

ONE = Bounds(1, 1)


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

    def __init__(
        self,
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
    ) -> None:
        # Texts tell many: what sets a field is asked for once here, and not for each field, as `dataclass` would.
        say = object.__setattr__.__get__(self)
        say("kind", kind)
        say("evidence", evidence)
        say("title", title)
        say("date", date)
        say("region", region)
        say("place", place)
        say("organiser", organiser)
        say("audience", audience)
        say("participants", participants)
        say("count", count)
        say("partners", partners)
        say("materials", materials)
        say("online", online)
        say("planned", planned)
        say("confidence", confidence)
        say("sources", sources)
        say("reasons", reasons)

    def source(self, name: str) -> Span:
        """Where the text gives the field `name`; the activity's evidence where it gives no closer place."""
        return dict(self.sources).get(name, self.evidence.span)


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

    measure: str
    value: Bounds
    evidence: Evidence
    kind: str | None = None
    region: str | None = None
    confidence: float = 1.0
    reasons: tuple[str, ...] = field(default=())
    place: str | None = None
