"""What a model points at, looked up: an activity or a total read from the text there, or a reason to refuse it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from svod.assistant.answer import Claim, Refused
from svod.assistant.parts import Outgoing
from svod.assistant.quoted import QUOTES, places_of
from svod.assistant.records import Part
from svod.assistant.seen import Seen
from svod.records import Activity, Bounds, Evidence, Period, ReportedTotal, Span

CONFIDENCE = 0.45  # of what the model alone found: problems.txt shows it as doubtful
FOUND = "model_found"
LARGEST = 100_000_000  # more people than that came to nothing
MOST_ON_A_PLACE = 8  # activities that share one evidence: a long list
AROUND = timedelta(days=31)  # a campaign's things are held a little before and after it, too
ONE = Bounds(1, 1)
GRAMMAR_SAYS = "1"  # "семинар" is one: no number in the text says so


class _Lie(Exception):  # noqa: N818 # of the model
    """It is not so; the text names the reason."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Looks up what was said of one part of a document."""

    seen: Seen
    sent: Outgoing
    part: Part

    def activities(self, claims: list[Claim], refused: Refused) -> list[Activity]:
        """Those that stand in the text."""
        found: list[Activity] = []
        for claim in claims:
            try:
                activity = self._activity(claim, refused)
            except _Lie as lie:
                refused[str(lie)] += 1
                continue
            beside = [one for one in found if one.evidence == activity.evidence]
            if activity in beside or len(beside) >= MOST_ON_A_PLACE:
                refused["repeated" if activity in beside else "too_many"] += 1
            else:
                found.append(activity)
        return found

    def totals(self, claims: list[Claim], refused: Refused) -> list[ReportedTotal]:
        """Those that stand in the text."""
        found: list[ReportedTotal] = []
        for claim in claims:
            try:
                evidence = self._evidence(claim)
                value, _ = self._number(claim.quoted("value"), evidence)
            except _Lie as lie:
                refused[str(lie)] += 1
                continue
            place = Evidence(self.seen.document.id, *evidence)
            total = ReportedTotal(claim.measure, value, place, claim.kind or None, None, CONFIDENCE, (FOUND,))
            if total not in found:
                found.append(total)
        return found

    def _activity(self, claim: Claim, refused: Refused) -> Activity:
        evidence = self._evidence(claim)
        sources: dict[str, Span] = {}
        participants, count = (self._counted(claim, name, evidence, sources) for name in ("participants", "count"))
        if "count" in sources and sources["count"] == sources.get("participants"):
            raise _Lie("number_not_in_evidence")  # one number does not say both
        day = self._day(claim, evidence, sources, refused)
        place, region = self._where(claim, evidence, sources, refused)
        codes = claim.codes or {}
        return Activity(
            kind=claim.kind,
            evidence=Evidence(self.seen.document.id, *evidence),
            title=self._words(claim, "title", evidence, sources, refused),
            date=day,
            region=region,
            place=place,
            organiser=self._words(claim, "organiser", evidence, sources, refused),
            audience=codes.get("audience", ()),
            participants=participants,
            count=count or ONE,
            partners=codes.get("partners", ()),
            materials=codes.get("materials", ()),
            online=claim.online,
            planned=claim.planned,
            confidence=CONFIDENCE,
            sources=tuple(sources.items()),
            reasons=(FOUND,),
        )

    def _evidence(self, claim: Claim) -> Span:
        """Where it stands, in the document. Raises _Lie."""
        place = next(self._places(claim.evidence), None)
        if place is None:
            raise _Lie("evidence_not_in_text")
        shown = [one for one in self.seen.words_at(place) if not self.sent.hidden(one)]
        if not shown:
            raise _Lie("evidence_says_nothing")
        return place

    def _places(self, quotation: str) -> Iterator[Span]:
        """Its places in the document, as it was sent: a mask stands for what it hides."""
        within = Span(self.part.start, self.part.end)
        return (self.sent.original(*one) for one in places_of(quotation, self.sent.masked.text, within))

    def _counted(self, claim: Claim, name: str, evidence: Span, sources: dict[str, Span]) -> Bounds | None:
        said = claim.quoted(name)
        if not said or (name == "count" and said == GRAMMAR_SAYS):
            return None
        bounds, sources[name] = self._number(said, evidence)
        if name == "count" and bounds.least < 1:
            raise _Lie("number_not_in_evidence")
        return bounds

    def _number(self, said: str, evidence: Span) -> tuple[Bounds, Span]:
        """The number that the model points at within the evidence, as the core reads it. Raises _Lie.

        It has to be quoted whole; the words that bound it are the text's, quoted or not.
        """
        for place in self._places(said):
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
                raise _Lie("number_too_large")
            return bounds, where
        raise _Lie("number_not_in_evidence")

    def _day(self, claim: Claim, evidence: Span, sources: dict[str, Span], refused: Refused) -> Period | None:
        """The day the model points at, as the core reads it there. Raises _Lie where it is of no campaign's time."""
        said = claim.quoted("date")
        if not said:
            return None
        for place in self._nearest(said, evidence):
            for day in self.seen.dates_within(place):
                if day.period is not None:
                    sources["date"] = place
                    return self._of_campaign(day.period)
        refused["field_not_in_text"] += 1
        return None

    def _of_campaign(self, period: Period) -> Period:
        document, pack = self.seen.document, self.seen.pack
        if document.year is None:
            return period
        first = date(document.year, *pack.first_day)
        last = date(document.year, *pack.last_day)
        last = last if last >= first else last.replace(year=document.year + 1)
        if period.last < first - AROUND or period.first > last + AROUND:
            raise _Lie("outside_campaign")
        return period

    def _where(
        self, claim: Claim, evidence: Span, sources: dict[str, Span], refused: Refused
    ) -> tuple[str | None, str | None]:
        """The place and region that the core knows where the model points."""
        said = claim.quoted("place")
        if not said:
            return None, None
        for place in self._nearest(said, evidence):
            known = self.seen.place_within(place)
            if known is not None and not self.sent.hidden(known.span):
                sources["place" if known.name else "region"] = known.span
                return known.name, known.region
        refused["field_not_in_text"] += 1
        return None, None

    def _words(self, claim: Claim, name: str, evidence: Span, sources: dict[str, Span], refused: Refused) -> str | None:
        """The text's own words at the place the model points at, white space as one."""
        said = claim.quoted(name)
        place = next(iter(self._nearest(said, evidence)), None) if said else None
        if place is None:
            refused["field_not_in_text"] += bool(said)
            return None
        sources[name] = place
        words = " ".join(self.seen.document.quote(place).split())
        return (words.strip(QUOTES) if name == "title" else words) or None

    def _nearest(self, quotation: str, evidence: Span) -> list[Span]:
        """Its places, that nearest to the evidence first; of two as near, the one before it."""
        return sorted(self._places(quotation), key=lambda one: (abs(one.start - evidence.start), one.start))
