"""The plan of a report as a whole: its sections, its tables, what it compares. It holds no words of any language."""

from dataclasses import dataclass, field

from svod.narration.facts import Count, Highlight, Section, Whole
from svod.records import Contradiction, Coverage, HandedOut, SurveyWave
from svod.records.bounds import ZERO


@dataclass(frozen=True, slots=True)
class Row:
    """A region's line in the tables. `kinds` follow `Tables.kinds`, `other` is every kind that has no column."""

    region: str | None
    activities: Count | None
    participants: Count | None
    known: Count | None
    unknown: Count | None
    kinds: tuple[Count | None, ...] = ()
    other: Count | None = None


@dataclass(frozen=True, slots=True)
class Tables:
    """Regions by kinds, and regions by participants; `sums` is the line over all regions."""

    kinds: tuple[str, ...]
    rows: tuple[Row, ...]
    sums: Row
    has_other: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """The activities of a region or a kind, now and before; None where none are known.

    The earlier number opens nothing: its submissions are not at hand.
    """

    code: str
    now: Count | None
    before: Count | None


@dataclass(frozen=True, slots=True)
class TwoYears:
    """`year` and `earlier` are the years, `now` and `before` all activities, `reporting` how many regions told any."""

    year: int | None
    earlier: int | None
    now: Count
    before: Count
    regions: tuple[Pair, ...]
    kinds: tuple[Pair, ...]
    reporting: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Kept:
    """What was planned of a kind or in a region, and what came of it; `code` is None for the whole.

    `planned` is made up of what is told `as_planned` and what is `untold`: not reported as held, which does not mean
    that it was not. `beyond` is held, but in no plan that is known.
    """

    code: str | None
    planned: Count
    as_planned: Count
    untold: Count
    beyond: Count


@dataclass(frozen=True, slots=True)
class AgainstPlan:
    """Plan against fact, over the regions whose plans are known.

    `doubtful` are those of the untold that resemble something held too much to pass over and too little to join.
    """

    whole: Kept
    regions: tuple[Kept, ...]
    kinds: tuple[Kept, ...]
    doubtful: Count | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """What stands side by side: plan and fact, this year and an earlier one, answers before and after."""

    kept: AgainstPlan | None = None
    years: TwoYears | None = None
    surveys: tuple[SurveyWave, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What is said, in this order: the opening, the whole, the sections, what is planned, who is silent, the closing.

    `documents` is how many submissions were read.
    """

    year: int | None
    whole: Whole
    sections: tuple[Section, ...]
    planned: tuple[Section, ...]
    coverage: Coverage
    tables: Tables
    contradictions: tuple[Contradiction, ...] = field(default=())
    documents: int = 0
    highlights: tuple[Highlight, ...] = ()
    confirmed: bool = False  # whether a person stands behind all of it
    compared: Compared = Compared()
    handed_out: tuple[HandedOut, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether no activity was held that anybody tells."""
        return self.whole.activities.value == ZERO

    @property
    def without_news(self) -> tuple[str, ...]:
        """The regions that reported, but neither an activity nor a number, nor that nothing was held."""
        told = {row.region for row in self.tables.rows if row.activities or row.participants}
        told |= {section.region for section in (*self.sections, *self.planned)}
        told |= {*self.coverage.nothing_held, *self.coverage.unconfirmed}
        return tuple(region for region in self.coverage.reported if region not in told)
