"""What the page of an activity tells about it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext

from svod.linking.compare import Finding
from svod.linking.explain import explain
from svod.publishing.quotes import Quote, quote, shortened
from svod.records import Span
from svod.register.models import Activity, Change, Resemblance
from svod.register.totals import Part
from svod.web.activities.columns import ACTIVITIES, Column
from svod.web.activities.words import EMPTY, Words, day

FIELDS = ("kind", "title", "days", "region", "place", "organiser", "audience", "people", "count", "partners")
FIELDS += ("materials", "online", "planned", "confidence")
# The names under which a column of the table is kept where the text says it, and where a person corrected it.
KEPT_AS = {"days": "date", "people": "participants"}
LONGEST = 160  # letters of a field's own words


@dataclass(frozen=True, slots=True)
class Field:
    """`origin` is "read", "typed" or "corrected"; `words` are the text's own, where it gave the field."""

    column: Column
    text: str
    origin: str
    words: str


@dataclass(frozen=True, slots=True)
class Telling:
    row: Activity
    quote: Quote


@dataclass(frozen=True, slots=True)
class Pair:
    resemblance: Resemblance
    other: Activity
    why: tuple[str, ...]


def fields(row: Activity, words: Words) -> Iterator[Field]:
    columns = {column.code: column for column in ACTIVITIES}
    for code in FIELDS:
        column, kept = columns[code], KEPT_AS.get(code, code)
        span = row.sources.get(kept)
        own = row.document.text[Span(*span).start : Span(*span).end] if span else ""
        yield Field(column, column.text(row, words), row.origins.get(kept, "read"), shortened(own, LONGEST))


def tellings(row: Activity, part: Part) -> tuple[list[Telling], int]:
    """Every place that tells it, its own first; and how many more lie in parts of others."""
    key = row.same_as_id or row.pk
    all_rows = Activity.objects.filter(Q(pk=key) | Q(same_as=key)).exclude(pk=row.pk)
    seen = all_rows.filter(part.within()).select_related("organisation", "document__submission__campaign")
    found = [row, *seen.order_by("pk")]
    return [Telling(one, _quote(one)) for one in found], all_rows.count() - len(found) + 1


def _quote(row: Activity) -> Quote:
    document = row.document.record()
    return quote(row.evidence, {document.id: document})


@dataclass(frozen=True, slots=True)
class Deed:
    change: Change
    lines: list[tuple[str, str, str]]  # what, before, after


def history(row: Activity, words: Words) -> list[Deed]:
    """Who did what with this row, the latest first."""
    changes = Change.objects.filter(model="activity", row=row.pk).select_related("operation__person")
    return [Deed(change, list(_lines(change, words))) for change in changes.order_by("-pk")]


def _lines(change: Change, words: Words) -> Iterator[tuple[str, str, str]]:
    """The columns a person knows; nothing where the row was made or dropped as a whole."""
    if change.before is None or change.after is None:
        return
    for name in sorted(change.after):
        if name in SHOWN:
            before, after = (_said(name, side.get(name), words) for side in (change.before, change.after))
            yield str(Activity._meta.get_field(name).verbose_name), before, after


SHOWN = {
    *("kind", "title", "first_day", "last_day", "region", "place", "organiser", "audience", "partners", "materials"),
    *("participants_least", "participants_most", "count_least", "count_most", "online", "planned", "state"),
    *("same_as", "question", "answer", "number_reason"),
}


def _said(name: str, value: Any, words: Words) -> str:
    """A value of a change as the table says it."""
    if value in (None, "", []):
        return EMPTY
    if isinstance(value, bool):
        return gettext("yes") if value else gettext("no")
    if isinstance(value, list):
        return getattr(words.names, "audiences" if name == "audience" else name)(value)
    if name in ("kind", "region"):
        return getattr(words.names, name)(value)
    if name in ("first_day", "last_day"):
        return day(date.fromisoformat(value))
    choices = dict(Activity._meta.get_field(name).choices or ())
    return str(choices.get(value, value))


def resemblances(row: Activity, part: Part, language: str) -> list[Pair]:
    """What may be the same activity, or was held for it, with what speaks for and against."""
    rows = Resemblance.objects.filter(Q(one=row) | Q(other=row)).order_by("-score")
    rows = rows.select_related("one__organisation", "other__organisation", "one__document", "other__document")
    found = []
    for pair in rows:
        other = pair.other if pair.one_id == row.pk else pair.one
        if part.holds(other.organisation):
            codes = [Finding(*finding).code for finding in pair.findings]
            found.append(Pair(pair, other, explain(codes, language)))
    return found
