"""The plan of a report as a whole: its sections, its tables, what it compares. It holds no word of any language."""

from dataclasses import dataclass, field

from svod.narration.facts import Count, Section, Whole
from svod.records import Contradiction, Coverage


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
class Plan:
    """What is said, in this order: the opening, the whole, the sections, what is planned, who is silent, the closing.

    `documents` is how many submissions were read.

    Recommendations that round tables adopted will stand between the plans and the silent, once the register has them.
    """

    year: int | None
    whole: Whole
    sections: tuple[Section, ...]
    planned: tuple[Section, ...]
    coverage: Coverage
    tables: Tables
    contradictions: tuple[Contradiction, ...] = field(default=())
    documents: int = 0
    years: TwoYears | None = None

    @property
    def without_news(self) -> tuple[str, ...]:
        """The regions that reported, but neither an activity nor a number, nor that nothing was held."""
        told = {row.region for row in self.tables.rows if row.activities or row.participants}
        told |= {section.region for section in (*self.sections, *self.planned)}
        return tuple(region for region in self.coverage.reported if region not in {*told, *self.coverage.nothing_held})
