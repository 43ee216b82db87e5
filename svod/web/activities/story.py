"""What the page of an activity tells about it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q

from svod.narration.quotes import ANY
from svod.publishing.quotes import Quote, quote, shortened
from svod.records import Span
from svod.register.models import Activity, Change, Resemblance
from svod.register.models.finding import Finding
from svod.register.services.numbers import explained
from svod.register.totals import Part
from svod.web.activities.columns import ACTIVITIES, Column
from svod.web.activities.words import Words
from svod.web.base.waterfall import Waterfall, waterfall
from svod.web.history.words import Difference, differences

FIELDS = ("kind", "title", "days", "region", "place", "organiser", "audience", "people", "count", "partners")
FIELDS += ("materials", "online", "planned", "confidence")
# The names under which a column of the table is kept where the text says it, and where a person corrected it.
KEPT_AS = {"days": "date", "people": "participants"}
LONGEST = 160  # letters of a field's own words


@dataclass(frozen=True, slots=True)
class Field:
    """`origin` is "read", "typed" or "corrected"; `words` are the text's own, where it gave the field; `reason` says
    why a number is what its words do not say."""

    column: Column
    text: str
    origin: str
    words: str
    reason: str = ""

    @property
    def has_marks(self) -> bool:
        """Whether the words bear quotation marks of their own, so that they need no others."""
        return any(mark in self.words for mark in ANY)


@dataclass(frozen=True, slots=True)
class Telling:
    row: Activity
    quote: Quote


@dataclass(frozen=True, slots=True)
class Pair:
    resemblance: Resemblance
    other: Activity
    why: Waterfall


def fields(row: Activity, words: Words) -> Iterator[Field]:
    columns = {column.code: column for column in ACTIVITIES}
    why = {explained(row): row.number_reason}
    for code in FIELDS:
        column, kept = columns[code], KEPT_AS.get(code, code)
        span = row.sources.get(kept)
        own = row.document.text[Span(*span).start : Span(*span).end] if span else ""
        origin = row.origins.get(kept, "read")
        yield Field(column, column.text(row, words), origin, shortened(own, LONGEST), why.get(kept, ""))


def tellings(row: Activity, part: Part) -> tuple[list[Telling], int]:
    """Every place that tells it, its own first; and how many more lie in parts of others."""
    key = row.same_as_id or row.pk
    all_rows = Activity.objects.filter(Q(pk=key) | Q(same_as=key)).exclude(pk=row.pk)
    seen = all_rows.filter(part.within()).select_related("organisation", "document__submission__campaign")
    found = [row, *seen.order_by("pk")]
    return [Telling(one, quoted(one)) for one in found], all_rows.count() - len(found) + 1


def quoted(row: Finding) -> Quote:
    """The row's words, with those around them."""
    document = row.document.record()
    return quote(row.evidence, {document.id: document})


@dataclass(frozen=True, slots=True)
class Deed:
    change: Change
    lines: list[Difference]


def history(row: Finding, words: Words, part: Part) -> list[Deed]:
    """Who did what with this row, the latest first."""
    found = Change.objects.filter(model=row._meta.model_name, row=row.pk).select_related("operation__person")
    changes = list(found.order_by("-pk"))
    names = _names_of_heads(changes, part)
    return [Deed(change, differences(change, words.pack, names)) for change in changes]


def _names_of_heads(changes: Iterable[Change], part: Part) -> dict[int, str]:
    """What it was merged into, as far as that lies in the part."""
    heads = {(side or {}).get("same_as_id") for change in changes for side in (change.before, change.after)}
    return {one.pk: str(one) for one in part.activities().filter(pk__in=heads - {None})}


def resemblances(row: Activity, part: Part) -> list[Pair]:
    """What may be the same activity, or was held for it, with what speaks for and against."""
    rows = Resemblance.objects.filter(Q(one=row) | Q(other=row)).order_by("-score")
    rows = rows.select_related("one__organisation", "other__organisation", "one__document", "other__document")
    found = []
    for pair in rows:
        other = pair.other if pair.one_id == row.pk else pair.one
        if part.holds(other.organisation):
            found.append(Pair(pair, other, waterfall(pair, row.campaign.pack)))
    return found
