"""What a card says: each field with its value in words, where it stands in the text and where it is from."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from django.utils.translation import get_language, gettext as _

from svod.extraction import OF_ITS_DAY, doubts_in_words, reason
from svod.packs import Pack
from svod.records.activity import NOT_KEPT
from svod.records.bounds import ONE
from svod.register.left_out import LeftOut
from svod.register.models import Activity, ReportedTotal, Resemblance, State
from svod.register.models.finding import Finding
from svod.register.services.confirm import CERTAIN, days_against, is_outside
from svod.register.services.numbers import NUMBERS, explained, stands
from svod.web.base.tags import named, region_name
from svod.web.base.waterfall import Waterfall
from svod.web.review.words import LABELS, MEASURES, ORIGINS, TERMS, said

FIELDS = {
    "activity": tuple(name for name in LABELS if name not in ("measure", "value")),
    "reportedtotal": ("measure", "value", "kind", "region", "place"),
}
EXPECTED = ("date", "place", "region", "participants", "audience")


@dataclass(frozen=True)
class Line:
    """One field: its value in words, "" where nothing is known; `origin` is a key of ORIGINS."""

    name: str
    label: str
    value: str
    origin: str
    place: str  # the address of the words that say it, "" where there are none
    unsaid: bool = False  # a number whose words the text does not have
    by: str = ""  # who gave it by hand, where that is known
    reason: str = ""  # why it is that, where its words do not say so

    @property
    def origin_words(self) -> str:
        """Nothing where the machine read it: the card says so once, for all of its fields."""
        said = "" if self.origin == "read" else str(ORIGINS[self.origin])
        return f"{said}: {self.by}" if said and self.by else said


@dataclass(frozen=True)
class Likely:
    """Another submission's telling: what it says, and why it may be the same."""

    other: Activity
    said: str
    why: Waterfall | None = None
    resemblance: Resemblance | None = None


@dataclass
class Card:
    row: Finding
    pack: Pack
    likely: list[Likely] = field(default_factory=list)
    copies: list[Likely] = field(default_factory=list)
    editors: dict[str, str] = field(default_factory=dict)  # who gave a field its value by hand
    head: Activity | None = None  # what it counts as, where the person may see that

    @property
    def anchor(self) -> str:
        return anchor_of(self.row)

    @property
    def is_activity(self) -> bool:
        return isinstance(self.row, Activity)

    @property
    def same_as(self) -> Activity | None:
        return self.row.same_as if isinstance(self.row, Activity) else None

    @property
    def is_draft(self) -> bool:
        """Whether a person still has to decide: what was merged into another is decided."""
        return self.row.state == State.DRAFT and self.same_as is None

    def surely_tells(self, other: Likely) -> bool:
        """Whether one of the two is confirmed and the machine is certain that they are one: see join_copies.py."""
        stands = other.other.state != State.REJECTED and other.other.same_as_id is None
        is_certain = other.resemblance is not None and other.resemblance.certain
        return is_certain and stands and State.CONFIRMED in (self.row.state, other.other.state)

    @property
    def is_certain(self) -> bool:
        return self.row.confidence >= CERTAIN

    @property
    def is_outside(self) -> bool:
        """Whether it was held outside the campaign's days, which is to be seen at once."""
        return isinstance(self.row, Activity) and self.row.state != State.REJECTED and is_outside(self.row)

    @property
    def doubts(self) -> tuple[str, ...]:
        """What speaks against it, in words."""
        reasons = self.row.reasons
        if isinstance(self.row, Activity):
            reasons = (*(name for name in reasons if name not in OF_ITS_DAY), *days_against(self.row))
        return doubts_in_words(reasons, get_language() or "ru")

    @property
    def state(self) -> str:
        return "merged" if self.same_as and self.row.state != State.REJECTED else self.row.state

    @property
    def state_words(self) -> str:
        return _("merged") if self.state == "merged" else str(State(self.row.state).label)

    @property
    def heading(self) -> str:
        row = self.row
        if isinstance(row, ReportedTotal):
            return f"{in_words(row, 'measure', self.pack)}: {in_words(row, 'value', self.pack)}".capitalize()
        kind = named(self.pack, "kinds", row.kind)
        return f"{kind[:1].upper()}{kind[1:]}" + (f" «{row.title}»" if row.title else "")

    @cached_property
    def lines(self) -> list[Line]:
        found = (line if line.value else self._from_copies(line) for line in _lines(self.row, self.pack))
        why = {explained(self.row): self.row.number_reason}
        return [replace(line, by=self.editors.get(line.name, ""), reason=why.get(line.name, "")) for line in found]

    @property
    def reason_alone(self) -> str:
        """The reason for a number that none of the lines shows: it was taken out."""
        is_beside = any(line.reason and line.value for line in self.lines)
        return "" if is_beside else self.row.number_reason

    @property
    def is_as_read(self) -> bool:
        """Whether any of it is what the machine read, and nobody has stood by it yet."""
        return self.row.state == State.DRAFT and any(line.value and line.origin == "read" for line in self.lines)

    def _from_copies(self, line: Line) -> Line:
        """What this text leaves out and another telling of the same activity says: shown, never written here."""
        told = (in_words(copy.other, line.name, self.pack) for copy in self.copies)
        value = next((value for value in told if value), "")
        return replace(line, value=value, origin="copy", place="") if value else line

    @property
    def missing(self) -> str:
        """What one expects of an activity and nothing says yet."""
        told = {line.name for line in self.lines if line.value}
        return ", ".join(str(LABELS[name]).lower() for name in EXPECTED if self.is_activity and name not in told)

    @property
    def unsaid(self) -> list[Line]:
        """The numbers that need a reason."""
        return [line for line in self.lines if line.unsaid] if not self.row.number_reason else []


@dataclass(frozen=True)
class LeftOutCard:
    """What the reader passed over, as the page shows it below the drafts."""

    left: LeftOut
    pack: Pack

    @property
    def row(self) -> Finding:
        return self.left.row

    @property
    def anchor(self) -> str:
        return f"l{self.row.document_id}-{self.left.place}"

    @property
    def heading(self) -> str:
        """Its kind; of what is none that the campaign counts, the one that has the rest, else why it stands there."""
        is_guessed = NOT_KEPT in self.row.reasons and not self.pack.has_rest
        return self.why.capitalize() if is_guessed else Card(self.row, self.pack).heading

    @property
    def why(self) -> str:
        """The rule that passed it over, in words."""
        return reason(self.row.reasons[0], get_language() or "ru")


def anchor_of(row: Finding) -> str:
    return f"{'a' if isinstance(row, Activity) else 't'}{row.pk}"


def _lines(row: Finding, pack: Pack) -> Iterator[Line]:
    name_of_model = row._meta.model_name or ""
    sources = row.sources if isinstance(row, Activity) else {}
    asked = NUMBERS[name_of_model] if row.state == State.DRAFT else ()
    for name in FIELDS[name_of_model]:
        value = in_words(row, name, pack)
        if name == "count" and row.count == ONE and name not in row.origins:
            continue
        place = f"s-{anchor_of(row)}-{name}" if name in sources else ""
        unsaid = name in asked and not stands(row, name)
        origin = row.origins.get(name, "read")
        if origin == "disputed" and not value:  # whether it was only planned: somebody has to look
            value = _("no")
        yield Line(name, str(LABELS[name]), value, origin, place, unsaid)


def in_words(row: Finding, name: str, pack: Pack) -> str:
    value = getattr(row, name)
    if name == "region":
        return region_name(pack, value) if value else ""
    if name == "measure":
        return str(MEASURES.get(value, value))
    if name in TERMS:
        codes = (value,) if isinstance(value, str) else value
        return ", ".join(named(pack, TERMS[name], code) for code in codes if code)
    return said(value)
