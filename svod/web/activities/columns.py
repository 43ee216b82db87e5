"""The columns of the tables: how each is printed, sorted and exported."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, F, IntegerField, QuerySet, Value, When
from django.db.models.functions import NullIf, Substr
from django.utils.translation import gettext, gettext_lazy as _

from svod.web.activities.selection import MEASURES
from svod.web.activities.words import EMPTY, Words
from svod.web.base.tags import region_name

Cell = str | int | float | date | None
Text = Callable[[Any, Words], str]


@dataclass(frozen=True, slots=True)
class Exported:
    """A column of a file: `look` and `width` are those of `svod.publishing.sheets.Column`, `name` that of JSON."""

    heading: Any
    look: str
    width: int
    value: Callable[[Any, Words], Cell]
    name: str


@dataclass(frozen=True, slots=True)
class Column:
    """`field` is what it is sorted by; `exported` are the file's columns where they are not the printed text."""

    code: str
    heading: Any
    field: str
    text: Text
    exported: tuple[Exported, ...] = ()
    shown: bool = True  # unless somebody chooses
    number: bool = False
    look: str = "text"
    width: int = 22

    def files(self) -> tuple[Exported, ...]:
        return self.exported or (Exported(self.heading, self.look, self.width, self.filed, self.code),)

    def filed(self, row: Any, words: Words) -> Cell:
        text = self.text(row, words)
        return None if text == EMPTY else text


def numbers(prefix: str, least: Any, most: Any) -> tuple[Exported, ...]:
    """Bounds as two columns of numbers; the most is empty where it is open."""

    def end(name: str) -> Callable[[Any, Words], Cell]:
        return lambda row, words: getattr(row, f"{prefix}_{name}")

    return tuple(
        Exported(heading, "number", 14, end(name), f"{prefix}_{name}")
        for name, heading in (("least", least), ("most", most))
    )


def _plain(field: str) -> Text:
    return lambda row, words: str(getattr(row, field) or EMPTY)


def _yes(field: str) -> Text:
    return lambda row, words: gettext("yes") if getattr(row, field) else EMPTY


def _codes(what: str, field: str) -> Text:
    return lambda row, words: getattr(words.names, what)(getattr(row, field)) or EMPTY


DAYS = (
    Exported(_("First day"), "date", 12, lambda row, words: row.first_day, "first_day"),
    Exported(_("Last day"), "date", 12, lambda row, words: row.last_day, "last_day"),
)
SHARED = (
    Column(
        "region",
        _("Region"),
        "region",
        lambda row, words: region_name(words.pack, row.region),  # the short one: a page is narrower than a file
        (Exported(_("Region"), "text", 26, lambda row, words: words.names.region(row.region) or None, "region"),),
    ),
    Column("organisation", _("Organisation"), "organisation__name", lambda row, words: str(row.organisation), width=34),
)
TOLD = (
    Column("state", _("State"), "state", lambda row, words: str(row.get_state_display()), width=14),
    Column(
        "confidence",
        _("Confidence"),
        "confidence",
        lambda row, words: f"{row.confidence:.0%}",
        (Exported(_("Confidence"), "share", 13, lambda row, words: row.confidence, "confidence"),),
        shown=False,
        number=True,
    ),
    Column("source", _("Source"), "document__source", lambda row, words: row.document.source, look="long", width=40),
    Column("quote", _("Words"), "start", lambda row, words: row.words_told, shown=False, look="long", width=70),
)
ACTIVITIES = (
    Column("title", _("Title"), "title", _plain("title"), look="long", width=40),
    Column("kind", _("Kind"), "kind", _codes("kind", "kind"), width=24),
    Column("days", _("Days"), "first_day", lambda row, words: words.period(row.date), DAYS),
    *SHARED,
    Column("place", _("Place"), "place", _plain("place"), shown=False),
    Column("organiser", _("Organiser"), "organiser", _plain("organiser"), shown=False, look="long", width=36),
    Column("audience", _("Audience"), "audience", _codes("audiences", "audience"), look="long"),
    Column(
        "people",
        _("People"),
        "participants_least",
        lambda row, words: words.bounds(row.participants),
        numbers("participants", _("People, at least"), _("People, at most")),
        number=True,
    ),
    Column(
        "count",
        _("How many"),
        "count_least",
        lambda row, words: words.bounds(row.count),
        numbers("count", _("How many, at least"), _("How many, at most")),
        number=True,
    ),
    Column("partners", _("Partners"), "partners", _codes("partners", "partners"), shown=False, look="long"),
    Column("materials", _("Materials"), "materials", _codes("materials", "materials"), shown=False, look="long"),
    Column("online", _("Online"), "online", _yes("online"), shown=False, width=9),
    Column("planned", _("Planned"), "planned", _yes("planned"), shown=False, width=9),
    *TOLD,
)
TOTALS = (
    Column(
        "measure", _("Measure"), "measure", lambda row, words: str(MEASURES.get(row.measure, row.measure)), width=18
    ),
    Column(
        "value",
        _("Reported"),
        "value_least",
        lambda row, words: words.bounds(row.value),
        numbers("value", _("Reported, at least"), _("Reported, at most")),
        number=True,
    ),
    Column("kind", _("Kind"), "kind", _codes("kind", "kind"), width=24),
    *SHARED,
    Column("place", _("Place"), "place", _plain("place")),
    *TOLD,
)
TEXTS = ("title", "region", "place", "organiser")  # columns where nothing is said by an empty text
RANKED = ("kind", "region")


def chosen(columns: Sequence[Column], codes: Sequence[str]) -> list[Column]:
    """The columns that the address names, in the table's order; the usual ones where it names none."""
    wanted = set(codes)
    return [one for one in columns if one.code in wanted] or [one for one in columns if one.shown]


def ordered(rows: QuerySet[Any], columns: Sequence[Column], sort: str, words: Words) -> QuerySet[Any]:
    """The rows sorted by a column, "-" before it for downwards; empty cells come last either way."""
    column = next((one for one in columns if one.code == sort.removeprefix("-")), None)
    if column is None:
        return rows.order_by("pk")
    key = _key(column.field, words)
    return rows.order_by(key.desc(nulls_last=True) if sort.startswith("-") else key.asc(nulls_last=True), "pk")


def _key(field: str, words: Words) -> Any:
    if field in RANKED:
        ranks = [When(**{field: code}, then=Value(rank)) for rank, code in enumerate(words.ranks(field))]
        return Case(*ranks, default=None, output_field=IntegerField())
    return NullIf(F(field), Value("")) if field in TEXTS else F(field)


def told(rows: QuerySet[Any], unread: Sequence[str] = ()) -> QuerySet[Any]:
    """The rows with all that a column may ask for, without the texts themselves and the `unread` columns."""
    words = Substr("document__text", F("start") + 1, F("end") - F("start"))
    return (
        rows.select_related("organisation", "document")
        .defer("document__text", "document__blocks", "reasons", "number_reason", *unread)
        .annotate(words_told=words)
    )
