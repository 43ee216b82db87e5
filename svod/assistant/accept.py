"""What a model points at, looked up: an activity or a total read from the text there, or a reason to refuse it."""

from collections import Counter
from dataclasses import dataclass
from itertools import islice

from svod.assistant.answer import Claim, Refused
from svod.assistant.look_up import Lie, LookUp
from svod.assistant.records import Rejected
from svod.records import Activity, Evidence, ReportedTotal, Span
from svod.records.bounds import ONE

CONFIDENCE = 0.45  # of what the model alone found: problems.txt shows it as doubtful
FOUND = "model_found"
MOST_PLACES = 20  # that say the same and are looked at
MOST_ON_A_PLACE = 8  # activities that share one evidence: a long list


@dataclass(frozen=True, slots=True)
class Reader(LookUp):
    """Looks up what was said of one part of a document."""

    def activities(self, claims: list[Claim], refused: Refused, rejected: list[Rejected]) -> list[Activity]:
        """Those that stand in the text; `rejected` takes those whose words do, but not a number or the day."""
        found: list[Activity] = []
        for claim in claims:
            activity = self._first_that_stands(claim, found, refused, rejected)
            if activity is not None:
                found.append(activity)
        return found

    def _first_that_stands(
        self, claim: Claim, found: list[Activity], refused: Refused, rejected: list[Rejected]
    ) -> Activity | None:
        """Of the places that say its evidence, the first that says all of it and no more than others of that place."""
        reason, untrue = "evidence_not_in_text", list[Rejected]()
        for evidence in islice(self.places(claim.evidence), MOST_PLACES):
            left_out: Refused = Counter()
            try:
                activity = self._activity(claim, evidence, left_out)
            except Lie as lie:
                reason = str(lie)
                untrue += [Rejected(claim.kind, evidence, lie.field)] if lie.field else []
                continue
            beside = [one for one in found if one.evidence == activity.evidence]
            if activity not in beside and len(beside) < MOST_ON_A_PLACE:
                refused += left_out
                return activity
            reason = "repeated" if activity in beside else "too_many"
        refused[reason] += 1
        rejected += untrue
        return None

    def totals(self, claims: list[Claim], refused: Refused) -> list[ReportedTotal]:
        """Those that stand in the text."""
        found: list[ReportedTotal] = []
        for claim in claims:
            reason = "evidence_not_in_text"
            for evidence in islice(self.places(claim.evidence), MOST_PLACES):
                try:
                    total = self._total(claim, evidence)
                except Lie as lie:
                    reason = str(lie)
                    continue
                found += [total] if total not in found else []
                break
            else:
                refused[reason] += 1
        return found

    def _total(self, claim: Claim, evidence: Span) -> ReportedTotal:
        self.ensure_says_something(evidence)
        value, _ = self.number(claim.quoted("value"), evidence, "value")
        place = Evidence(self.seen.document.id, *evidence)
        return ReportedTotal(claim.measure, value, place, claim.kind or None, None, CONFIDENCE, (FOUND,))

    def _activity(self, claim: Claim, evidence: Span, refused: Refused) -> Activity:
        self.ensure_says_something(evidence)
        sources: dict[str, Span] = {}
        participants, count = (self.counted(claim, name, evidence, sources) for name in ("participants", "count"))
        if "count" in sources and sources["count"] == sources.get("participants"):
            raise Lie("number_not_in_evidence", "count")  # one number does not say both
        day = self.day(claim, evidence, sources, refused)
        place, region = self.where(claim, evidence, sources, refused)
        codes = claim.codes or {}
        return Activity(
            kind=claim.kind,
            evidence=Evidence(self.seen.document.id, *evidence),
            title=self.words(claim, "title", evidence, sources, refused),
            date=day,
            region=region,
            place=place,
            organiser=self.words(claim, "organiser", evidence, sources, refused),
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
