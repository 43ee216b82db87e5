"""What a person looks at first: unread files, uncertain drafts, open pairs, contradictions, silence."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact

from svod.publishing.quotes import Quote, quote
from svod.records import Bounds, Contradiction, Evidence, Scope
from svod.register.models import Activity, Document, Plan, Resemblance, State, Submission
from svod.register.totals import Part, once
from svod.register.totals.look import needs_a_look, outside, unanswered
from svod.web.review.words import MEASURES

SHOWN = 5
CONTRADICTIONS_SHOWN = 20
SOURCES_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Side:
    """One of two numbers; `quotes` pair the document's row with its words, none where the register lists it."""

    value: Bounds
    quotes: tuple[tuple[Document, Quote], ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    scope: Scope
    one: Side
    other: Side
    place: str
    title: str

    @property
    def measure(self) -> str:
        """What both numbers count, in words."""
        return str(MEASURES.get(self.scope.measure, self.scope.measure))


def nothing_yet(part: Part) -> bool:
    """Whether the campaign only begins: no number says anything yet."""
    return not Submission.objects.filter(part.within(), campaign=part.campaign).exists()


def unreadable(part: Part) -> QuerySet[Submission]:
    rows = Submission.objects.filter(part.within(), campaign=part.campaign, state=Submission.State.UNREADABLE)
    return rows.select_related("organisation")


def held_outside(part: Part) -> QuerySet[Activity]:
    """What was held before or after the campaign's own days, drafts too."""
    rows = part.activities().filter(outside(part.campaign), planned=False).exclude(state=State.REJECTED)
    return once(rows, part)


def uncertain(part: Part) -> QuerySet[Activity]:
    """The least certain drafts first."""
    rows = once(part.activities().filter(needs_a_look()), part)
    rows = rows.defer("words", "reasons", "sources", "document__text", "document__blocks")
    return rows.select_related("document", "organisation").order_by("confidence", "pk")


def alike(part: Part) -> QuerySet[Resemblance]:
    """Pairs that may be one activity and that nobody has decided; what is merged or rejected is asked about no more."""
    rows = Resemblance.objects.filter(decision=Resemblance.Decision.OPEN)
    for side in ("one", "other"):  # by joins: where the register is large, no list of all its activities is made
        told_once = Exact(Coalesce(f"{side}__same_as", 0), 0)  # to SQLite "is null" looks like a few rows of an index
        rows = rows.filter(part.within(f"{side}__organisation"), told_once, **{f"{side}__campaign": part.campaign})
        rows = rows.exclude(**{f"{side}__state": State.REJECTED})
    return rows.select_related("one__document", "one__organisation", "other__organisation").order_by("-score", "pk")


def plans(part: Part) -> QuerySet[Plan]:
    """That wait for somebody: sent up to be approved, or back with a remark."""
    waiting = (Plan.State.SENT, Plan.State.RETURNED)
    rows = Plan.objects.filter(part.within(), campaign=part.campaign, state__in=waiting)
    return rows.select_related("organisation").order_by("organisation__path")


def open_questions(part: Part) -> tuple[int, int]:
    """About activities, and about reported totals."""
    activities, totals = (
        rows.filter(unanswered()).exclude(state=State.REJECTED).count() for rows in (part.activities(), part.reported())
    )
    return activities, totals


def conflicts(found: tuple[Contradiction, ...]) -> list[Conflict]:
    """With the sentences of both sides."""
    shown = found[:CONTRADICTIONS_SHOWN]
    wanted = {
        int(evidence.document) for one in shown for evidence in (*_few(one.one_evidence), *_few(one.other_evidence))
    }
    documents = {
        str(row.pk): row for row in Document.objects.filter(pk__in=wanted).select_related("submission__campaign")
    }
    return [
        Conflict(
            one.scope,
            _side(one.one, one.one_evidence, documents),
            _side(one.other, one.other_evidence, documents),
            one.place or "",
            one.title or "",
        )
        for one in shown
    ]


def _few(evidences: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    return evidences[:SOURCES_SHOWN]


def _side(value: Bounds, evidences: tuple[Evidence, ...], documents: dict[str, Document]) -> Side:
    quotes = []
    for evidence in _few(evidences):
        row = documents[evidence.document]
        quotes.append((row, quote(evidence, {evidence.document: row.record()})))
    return Side(value, tuple(quotes))
