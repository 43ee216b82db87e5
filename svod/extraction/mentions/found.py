"""Activities on their way: what later sentences may still add to them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from svod.extraction.mentions.mention import Mention, is_on_a_day_of_it, is_one_more
from svod.extraction.text.sentences import Sentence
from svod.records import Activity, Bounds, Evidence, Period, Span

ONE = Bounds(1, 1)
LIKELY = 0.6  # at most, where a field is supposed
WHOLE = 0.95  # with its day and its people
GOES_ON = 6  # lines for which a text goes on about the only activity it told


@dataclass(slots=True, init=False)
class Found:
    """An activity in the making, and the mention it was read from. Fields as `svod.records.Activity`."""

    mention: Mention
    kind: str
    evidence: Evidence
    title: str | None
    date: Period | None
    region: str | None
    place: str | None
    organiser: str | None
    audience: set[str]
    participants: Bounds | None
    count: Bounds
    partners: set[str]
    materials: set[str]
    online: bool
    planned: bool
    sources: dict[str, Span]
    is_over: bool  # below it begins the section of another place
    supposed: tuple[str, ...]  # reasons why a person should look at a field: it was taken for likely, not told outright

    def __init__(self, mention: Mention, evidence: Evidence) -> None:
        self.mention, self.kind, self.evidence = mention, mention.code, evidence
        self.title = self.date = self.region = self.place = self.organiser = self.participants = None
        self.count, self.online, self.planned, self.is_over = ONE, False, False, False
        self.audience, self.partners, self.materials = set(), set(), set()
        self.sources = {}
        self.supposed = ()

    @property
    def line(self) -> int:
        return self.mention.sentence.line

    @property
    def is_weak(self) -> bool:
        """ "Поговорили с учениками": no activity in a paragraph that names it, but with people and a day, a place or a
        guest who came for it; in Kazakh people are enough: "дәрігер қыздармен әңгімелесті, 41 қыз отырды"."""
        is_kazakh = self.mention.language == "kk"
        if self.participants is not None and (
            is_kazakh or self._says("date") or self._says("place") or self._says("partners")
        ):
            return False
        if not is_kazakh and self.mention.paragraph_told and self.mention.verdict.status == "held":
            return False
        return self.mention.is_weak and not (is_one_more(self.mention) or is_on_a_day_of_it(self.mention))

    def says_its_day(self) -> bool:
        """Whether its own sentence gives its date."""
        return self._says("date")

    def _says(self, name: str) -> bool:
        span = self.sources.get(name)
        return span is not None and self.mention.sentence.start <= span.start < self.mention.sentence.end

    def say(self, name: str, value: Any, span: Span | None) -> None:
        """Set a field, and the place that says it where there is one."""
        setattr(self, name, value)
        if span is not None:
            self.sources[name] = span

    def suppose(self, reason: str) -> None:
        """Say that a field was only likely, and why."""
        self.supposed += (reason,)

    def add(self, name: str, codes: Mapping[str, Span]) -> None:
        """Add to audience, partners or materials, each code with the place that says it."""
        if not codes:
            return
        self.add_codes(name, codes)
        for span in codes.values():
            self.sources.setdefault(name, span)
            break

    def add_codes(self, name: str, codes: Iterable[str]) -> None:
        """Add to audience, partners or materials."""
        getattr(self, name).update(codes)

    def copy(self) -> "Found":
        """Another one of whom the same is told."""
        other = Found(self.mention, self.evidence)
        other.title, other.date, other.region, other.place = self.title, self.date, self.region, self.place
        other.organiser, other.participants, other.count = self.organiser, self.participants, self.count
        other.audience, other.partners, other.materials = set(self.audience), set(self.partners), set(self.materials)
        other.online, other.planned, other.sources = self.online, self.planned, dict(self.sources)
        other.supposed = self.supposed
        return other

    def activity(self) -> Activity:
        """The finished record."""
        return Activity.__new__(  # as `Activity(…)` would, without the way through its type
            Activity,
            self.kind,
            self.evidence,
            self.title,
            self.date,
            self.region,
            self.place,
            self.organiser,
            _in_order(self.audience),
            self.participants,
            self.count,
            _in_order(self.partners),
            _in_order(self.materials),
            self.online,
            self.planned,
            self._confidence(),
            tuple(self.sources.items()),
            (self.mention.verdict.rule, *self.supposed),
        )

    def _confidence(self) -> float:
        """That of the verdict. "27 ноября – лекция, 40 студентов" is as sure as with a verb: nothing but what was held
        has both its day and those who came."""
        told = self.mention.verdict
        if self.supposed:
            return min(told.confidence, LIKELY)
        is_whole = told.rule == "without_a_verb" and self.date and self.participants and not self.planned
        return max(told.confidence, WHOLE) if is_whole else told.confidence


def _in_order(codes: set[str]) -> tuple[str, ...]:
    return tuple(sorted(codes)) if codes else ()


def told_of_it(sentence: Sentence, found: Sequence[Found]) -> bool:
    """Whether a sentence may still tell of the last activity: in its paragraph, or not far behind the only one."""
    return bool(found) and sentence.line - found[-1].line <= lines_about(found)


def lines_about(found: Sequence[Found]) -> int:
    """For how many lines behind it a text may tell of its last activity: longer of the only one, in its section."""
    return GOES_ON if len(found) == 1 and not found[0].is_over else 0
