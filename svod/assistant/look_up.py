"""One thing that a model points at, looked up: the number, the day, the place, the words that the text has there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from svod.assistant.answer import Claim, Refused
from svod.assistant.parts import Outgoing
from svod.assistant.quoted import QUOTES, places_of
from svod.assistant.records import Part
from svod.assistant.seen import Seen
from svod.records import Bounds, Period, Span

LARGEST = 100_000_000  # more people than that came to nothing
AROUND = timedelta(days=31)  # a campaign's things are held a little before and after it, too
GRAMMAR_SAYS = "1"  # "семинар" is one: no number in the text says so


class Lie(Exception):  # noqa: N818 # of the model
    """It is not so; the text names the reason, and `field` what it is that was told otherwise than the text has it."""

    def __init__(self, reason: str, field: str = "") -> None:
        super().__init__(reason)
        self.field = field


@dataclass(frozen=True, slots=True)
class LookUp:
    """One part of a document, as it was sent and as the core sees it."""

    seen: Seen
    sent: Outgoing
    part: Part

    def ensure_says_something(self, evidence: Span) -> None:
        """Raises Lie where nothing but signs, digits and masks is there."""
        if all(self.sent.hidden(word) for word in self.seen.words_at(evidence)):
            raise Lie("evidence_says_nothing")

    def places(self, quotation: str) -> Iterator[Span]:
        """Its places in the document, as it was sent: a mask stands for what it hides."""
        within = Span(self.part.start, self.part.end)
        return (self.sent.original(*one) for one in places_of(quotation, self.sent.masked.text, within))

    def counted(self, claim: Claim, name: str, evidence: Span, sources: dict[str, Span]) -> Bounds | None:
        said = claim.quoted(name)
        if not said or (name == "count" and said == GRAMMAR_SAYS):
            return None
        bounds, sources[name] = self.number(said, evidence, name)
        if name == "count" and bounds.least < 1:
            raise Lie("number_not_in_evidence", name)
        return bounds

    def number(self, said: str, evidence: Span, name: str) -> tuple[Bounds, Span]:
        """The number that the model points at within the evidence, as the core reads it. Raises Lie.

        It has to be quoted whole; the words that bound it are the text's, quoted or not.
        """
        for place in self.places(said):
            meant = [
                one
                for one in self.seen.numbers_within(evidence)
                if place.start <= one.core_start and one.core_end <= place.end
            ]
            if not meant or self.sent.hidden(Span(meant[0].start, meant[-1].end)):
                continue
            people = self.seen.people_at(place) if len(meant) > 1 else None
            if people is None and len(meant) > 1:
                continue
            bounds, where = people or (meant[0].bounds, Span(meant[0].start, meant[0].end))
            if max(bounds.least, bounds.most or 0) > LARGEST:
                raise Lie("number_too_large", name)
            return bounds, where
        raise Lie("number_not_in_evidence", name)

    def day(self, claim: Claim, evidence: Span, sources: dict[str, Span], refused: Refused) -> Period | None:
        """The day the model points at, as the core reads it there. Raises Lie where it is of no campaign's time."""
        said = claim.quoted("date")
        if not said:
            return None
        for place in self.nearest(said, evidence):
            for day in self.seen.dates_within(place):
                if day.period is not None:
                    sources["date"] = place
                    return self.of_campaign(day.period)
        refused["field_not_in_text"] += 1
        return None

    def of_campaign(self, period: Period) -> Period:
        document, pack = self.seen.document, self.seen.pack
        if document.year is None:
            return period
        first = date(document.year, *pack.first_day)
        last = date(document.year, *pack.last_day)
        last = last if last >= first else last.replace(year=document.year + 1)
        if period.last < first - AROUND or period.first > last + AROUND:
            raise Lie("outside_campaign", "date")
        return period

    def where(
        self, claim: Claim, evidence: Span, sources: dict[str, Span], refused: Refused
    ) -> tuple[str | None, str | None]:
        """The place and region that the core knows where the model points."""
        said = claim.quoted("place")
        if not said:
            return None, None
        for place in self.nearest(said, evidence):
            known = self.seen.place_within(place)
            if known is not None and not self.sent.hidden(known.span):
                sources["place" if known.name else "region"] = known.span
                return known.name, known.region
        refused["field_not_in_text"] += 1
        return None, None

    def words(self, claim: Claim, name: str, evidence: Span, sources: dict[str, Span], refused: Refused) -> str | None:
        """The text's own words at the place the model points at, white space as one."""
        said = claim.quoted(name)
        place = next(iter(self.nearest(said, evidence)), None) if said else None
        if place is None:
            refused["field_not_in_text"] += bool(said)
            return None
        sources[name] = place
        words = " ".join(self.seen.document.quote(place).split())
        return (words.strip(QUOTES) if name == "title" else words) or None

    def nearest(self, quotation: str, evidence: Span) -> list[Span]:
        """Its places, that nearest to the evidence first; of two as near, the one before it."""
        return sorted(self.places(quotation), key=lambda one: (abs(one.start - evidence.start), one.start))
