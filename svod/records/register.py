"""What the stages make of all submissions together."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from svod.records.activity import Activity, NothingHeld, ReportedTotal
from svod.records.bounds import Bounds
from svod.records.pieces import HandedOut
from svod.records.problem import Problem
from svod.records.release import Release
from svod.records.survey import SurveyWave
from svod.records.text import Document, Evidence


@dataclass(frozen=True, slots=True)
class Reading:
    """One submission, read and extracted. `nothing_held` only where it tells no activity that was held.

    `left_out` is what it may tell besides, for a person to look at: what the reader passed over where it is most often
    wrong, as it would be. Nothing counts from it; its first reason names the rule that passed it over.
    """

    document: Document
    activities: tuple[Activity, ...] = ()
    totals: tuple[ReportedTotal, ...] = ()
    nothing_held: tuple[NothingHeld, ...] = ()
    left_out: tuple[Activity | ReportedTotal, ...] = ()


@dataclass(frozen=True, slots=True)
class DistinctActivity:
    """One activity, however many submissions tell it.

    `id` is short, printed, and stable for the same register ("М-0012"). `activity` holds the fullest value of each
    field; `members` are the mentions it was made from, each with its own evidence; `why` says in words (codes with
    details) what joined them.
    """

    id: str
    activity: Activity
    members: tuple[Activity, ...]
    why: tuple[str, ...] = field(default=())

    @property
    def evidences(self) -> tuple[Evidence, ...]:
        return tuple([member.evidence for member in self.members])

    @property
    def evidences_of_people(self) -> tuple[Evidence, ...]:
        """Those, and the places elsewhere that give the number of people."""
        return tuple([place for member in self.members for place in member.evidences_of_people])


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two mentions that may tell one activity: too alike to pass over, not enough to join.

    `why` holds the codes of all findings, for and against, `weights` their weights; `score` is the sum.
    """

    one: Activity
    other: Activity
    score: float
    why: tuple[str, ...]
    weights: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Scope:
    """What a total counts: measure (activities, participants, materials, organisations …) over region and kind.

    None for region is the whole campaign, None for kind every kind. `audience` counts only activities for it, `partner`
    those in which that partner took part.
    """

    measure: str
    region: str | None = None
    kind: str | None = None
    audience: str | None = None
    partner: str | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """An honest total: at least the larger of what is listed and what is reported.

    `listed` sums the distinct activities, `reported` is the strongest reported total of the scope; `evidence`
    holds the places of both. `unknown` is how many of the listed activities give no number (participants).
    """

    scope: Scope
    value: Bounds
    listed: Bounds
    reported: Bounds | None = None
    evidence: tuple[Evidence, ...] = ()
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two numbers of one scope that cannot both be true: both are shown, the scope is flagged.

    `place` is the district or town they speak of, where that is narrower than the scope; `title` that of the one
    activity whose tellers disagree.
    """

    scope: Scope
    one: Bounds
    other: Bounds
    one_evidence: tuple[Evidence, ...]
    other_evidence: tuple[Evidence, ...]
    place: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Coverage:
    """Who was to report and who has, as region codes in the pack's order.

    `silent` holds the expected regions from which nothing came; `nothing_held` those of which only that was said.
    `answers` are all that said so, each with the region it speaks for: one school's answer speaks against no other's.
    `unconfirmed` are those that reported and told of activities, none of which anybody has confirmed yet: in a report
    of what is confirmed they neither count nor are they silent. `unread` are those that handed in nothing that could be
    read: they have not reported, nor are they silent.
    """

    expected: tuple[str, ...]
    reported: tuple[str, ...]
    silent: tuple[str, ...]
    nothing_held: tuple[str, ...] = ()
    answers: tuple[NothingHeld, ...] = ()
    unconfirmed: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    def with_unread(self, regions: Collection[str]) -> "Coverage":
        """Those of the silent regions that handed in something, which gave no text."""
        unread = tuple(region for region in self.silent if region in regions)
        silent = tuple(region for region in self.silent if region not in regions)
        return replace(self, silent=silent, unread=unread)


@dataclass(frozen=True, slots=True)
class Register:
    """Everything the consolidated report is written from. `planned` activities are kept apart from held ones.

    `candidates` may be one activity each, for a person to decide; the surest first.
    `surveys` are the anonymous ones as they may be told, in the pack's order, the waves of each one after the other.
    `confirmed` where a person stands behind every activity and every total. `released` is what may be told although the
    guard finds it. `left_out` is what submissions may tell besides, see `Reading`.
    """

    campaign: str
    year: int | None
    documents: tuple[Document, ...]
    activities: tuple[DistinctActivity, ...]
    planned: tuple[DistinctActivity, ...]
    reported: tuple[ReportedTotal, ...]
    totals: tuple[Total, ...]
    contradictions: tuple[Contradiction, ...]
    coverage: Coverage
    problems: tuple[Problem, ...] = ()
    confirmed: bool = False
    candidates: tuple[Candidate, ...] = ()
    surveys: tuple[SurveyWave, ...] = ()
    released: tuple[Release, ...] = ()
    handed_out: tuple[HandedOut, ...] = ()
    left_out: tuple[Activity | ReportedTotal, ...] = ()

    def total(self, scope: Scope) -> Total | None:
        """The total of that scope, where anything was listed or reported."""
        return next((total for total in self.totals if total.scope == scope), None)
