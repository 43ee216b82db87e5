"""Everything the page shows of a submission, in a handful of queries."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from django.utils.translation import get_language

from svod.guard import kind_in_words
from svod.records import Problem
from svod.register.left_out import still_open
from svod.register.models import (
    Activity,
    Document,
    Person,
    Released,
    ReportedTotal,
    Signature,
    State,
    Submission,
)
from svod.register.models.finding import Finding
from svod.register.permissions import may, visible
from svod.register.retold import Retold
from svod.register.services.confirm import certain_among, has_drafts
from svod.register.services.locks import in_force
from svod.register.totals import denying
from svod.web.review.cards import Card, LeftOutCard, anchor_of
from svod.web.review.editors import add_editors
from svod.web.review.known import Known, known_in
from svod.web.review.marks import Mark, Stretch, stretches
from svod.web.review.tellings import add_tellings


@dataclass(frozen=True)
class Progress:
    done: int
    total: int

    @property
    def left(self) -> int:
        return self.total - self.done


class Sheet:
    """`order` is "" for the least certain first, "text" for the order of the text."""

    def __init__(self, submission: Submission, person: Person, order: str = "") -> None:
        self.submission, self.person, self.order = submission, person, order
        self.campaign = submission.campaign
        self.pack = submission.campaign.pack

    @cached_property
    def signature(self) -> Signature | None:
        return in_force(self.campaign, [self.submission.organisation]).select_related("signed_by").first()

    @cached_property
    def may_review(self) -> bool:
        is_open = self.signature is None and not self.submission.is_withdrawn
        return is_open and may(self.person, "review", self.submission.organisation)

    @cached_property
    def documents(self) -> list[Document]:
        return list(self.submission.documents.all())

    @cached_property
    def cards(self) -> list[Card]:
        return self.cards_of(self._rows)

    @property
    def activities(self) -> list[Card]:
        return [card for card in self.cards if card.is_activity]

    @property
    def totals(self) -> list[Card]:
        return [card for card in self.cards if not card.is_activity]

    @property
    def sections(self) -> list[tuple[Document, list[Stretch], list[Known]]]:
        """Each document with its text, marked, and what was read before; the last stands after the text."""
        known = known_in(self.documents, self.campaign.slug)
        return [
            (one, list(stretches(one, list(self._marks(one)), known)), known.get((one.pk, len(one.text)), []))
            for one in self.documents
        ]

    @cached_property
    def left_out(self) -> list[LeftOutCard]:
        """What may have been left out of the texts, in their order."""
        found = []
        for document in self.documents:
            document.submission = self.submission
            rows = [row for row in self._rows if row.document_id == document.pk]
            found += [LeftOutCard(one, self.pack) for one in still_open(document, rows)]
        return found

    @property
    def progress(self) -> Progress:
        """Counted anew: others work here too."""
        rows = {"document__submission": self.submission}
        totals = ReportedTotal.objects.filter(**rows)
        activities = Activity.objects.filter(**rows)
        left = activities.filter(state=State.DRAFT, same_as__isnull=True).count()
        left += totals.filter(state=State.DRAFT).count()
        total = activities.count() + totals.count()
        return Progress(total - left, total)

    @property
    def certain(self) -> int:
        """How many drafts one key confirms."""
        return len(certain_among([row for row in self._rows if _is_open(row)]))

    @property
    def certain_copies(self) -> int:
        """How many pairs of it with what is confirmed, here or elsewhere, are joined at once."""
        return len({one.resemblance for card in self.cards for one in card.likely if card.surely_tells(one)})

    @cached_property
    def repeats(self) -> list[Retold]:
        """Where the organisation sent this report once more, or this one is such: nobody has decided yet."""
        if not self.may_review:
            return []
        alike = (one.other for card in self.cards for one in card.likely if one.other.state != State.REJECTED)
        own = (row.document.submission for row in alike if row.organisation_id == self.submission.organisation_id)
        found = []
        for other in {one.pk: one for one in own}.values():
            other.campaign, other.organisation = self.campaign, self.submission.organisation
            earlier, later = sorted((other, self.submission), key=lambda one: one.pk)
            found.append(Retold(earlier, later))
        return [one for one in found if one.is_likely]

    @cached_property
    def denials(self) -> list[tuple[str, str]]:
        """The places that say that nothing was held: the address of each in the text, and its words."""
        if not denying(Submission.objects.filter(pk=self.submission.pk)).exists():
            return []
        texts = {one.position: one.text for one in self.documents}
        return [
            (f"nothing-{number}", texts[position][start:end])
            for number, (position, start, end, _) in enumerate(self.submission.nothing_held)
        ]

    @cached_property
    def held_back(self) -> list[tuple[str, str]]:
        """What the guard found and nobody released: what it is, and its words."""
        if not any(one.found for one in self.documents):
            return []
        released = {one.key for one in Released.of(self.campaign)}
        language = get_language() or "ru"
        found = [
            (kind_in_words(one.kind, language), document.text[one.start : one.end])
            for document in self.documents
            for one in document.held_back(released)
        ]
        return list(dict.fromkeys(found))

    @property
    def trouble(self) -> list[Problem]:
        return self.submission.trouble

    def neighbours(self) -> tuple[Submission | None, Submission | None]:
        """The submissions before and after with drafts left, in the order they came."""
        mine = visible(Submission.objects.filter(has_drafts(), campaign=self.campaign), self.person, "review")
        before = mine.filter(pk__lt=self.submission.pk).order_by("-pk").first()
        return before, mine.filter(pk__gt=self.submission.pk).order_by("pk").first()

    def cards_of(self, rows: Sequence[Finding]) -> list[Card]:
        """The rows as cards, with what other submissions tell of the same and the person may see."""
        cards = {row.pk: Card(row, self.pack) for row in rows if isinstance(row, Activity)}
        add_tellings(cards, self.campaign, self.person)
        found = [cards[row.pk] if isinstance(row, Activity) else Card(row, self.pack) for row in rows]
        add_editors(found)
        return found

    @cached_property
    def _rows(self) -> list[Finding]:
        within = {"document__submission": self.submission}
        activities = Activity.objects.filter(**within).select_related("same_as__organisation", "decided_by")
        totals = ReportedTotal.objects.filter(**within).select_related("decided_by")
        documents = {one.pk: one for one in self.documents}
        rows: list[Finding] = [*activities, *totals]
        for row in rows:
            row.document, row.campaign = documents[row.document_id], self.campaign
        if self.order == "text":
            return sorted(rows, key=self._place)
        return sorted(rows, key=lambda row: (row.state != State.DRAFT, row.confidence, self._place(row)))

    def _place(self, row: Finding) -> tuple[int, int, int]:
        return (row.document.position, row.start, row.pk)

    def _marks(self, document: Document) -> Iterator[Mark]:
        rows = [card for card in self.cards if card.row.document_id == document.pk]
        denials = [
            Mark(start, end, f"nothing-{number}", "")
            for number, (position, start, end, _) in enumerate(self.submission.nothing_held)
            if position == document.position
        ]
        passed_over = [
            Mark(one.row.start, one.row.end, f"m-{one.anchor}", one.anchor, "left-out")
            for one in self.left_out
            if one.row.document_id == document.pk
        ]
        return chain(chain.from_iterable(_marks_of(card) for card in rows), denials, passed_over)


def _is_open(row: Finding) -> bool:
    return row.state == State.DRAFT and (not isinstance(row, Activity) or row.same_as_id is None)


def _marks_of(card: Card) -> list[Mark]:
    row, address = card.row, anchor_of(card.row)
    kind = "" if card.is_activity else " total"
    marks = [Mark(row.start, row.end, f"m-{address}", address, card.state + kind)]
    if isinstance(row, Activity):
        marks += [Mark(*span, f"s-{address}-{name}", address) for name, span in row.sources.items()]
    return marks
