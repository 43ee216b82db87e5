"""A table as the address asks for it: filters, columns, order, page."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import get_language

from svod.register.models import Campaign, State
from svod.register.totals import Sum, listed, once, part_of, remembered
from svod.web.activities.columns import ACTIVITIES, TOTALS, Column, chosen, ordered, told
from svod.web.activities.found import STATES
from svod.web.activities.kept import kept_sum
from svod.web.activities.selection import Filters, Selection, TotalsSelection
from svod.web.activities.words import Words

ON_A_PAGE = 50
MOST = 5_000  # rows that are paged through and sorted; a larger table is narrowed down first, or taken away
AT_ONCE = 500  # rows that are added up while somebody waits for the page


@dataclass(frozen=True, slots=True)
class Kind:
    """Which table: `name` is that of its address and of its files."""

    name: str
    columns: Sequence[Column]
    selection: type[Filters]
    unread: tuple[str, ...] = ()  # wide columns of the database that no table shows


KINDS = {
    "activities": Kind("activities", ACTIVITIES, Selection, ("words", "sources", "origins")),
    "totals": Kind("totals", TOTALS, TotalsSelection),
}


@dataclass(frozen=True, slots=True)
class Found:
    """`keys` of the rows in the order in which they came, None of more than MOST; how many, and their sum, if known."""

    keys: list[int] | None
    rows: int | None = None
    sum: Sum | None = None


class Table:
    def __init__(self, kind: Kind, request: HttpRequest, campaign: Campaign) -> None:
        self.kind, self._request = kind, request
        language = get_language() or "ru"
        self.words = Words.of(campaign.pack, language)
        self.selection = kind.selection(request.GET, part_of(campaign, request.user), request.user, language)
        self.columns = chosen(kind.columns, request.GET.getlist("columns"))
        self.sort = request.GET.get("sort", "")

    @cached_property
    def found(self) -> QuerySet[Any]:
        return self.selection.rows()

    @cached_property
    def _found(self) -> Found:
        asked = "sums" in self._request.GET
        what = (self.kind.name, sorted(self.selection.values.items()), bool(self.selection.errors), asked)
        return remembered(self.selection.part, what, lambda: self._find(asked))

    def _find(self, asked: bool) -> Found:
        """Where the sums are kept they tell how many rows there are; what would take long is counted only if asked."""
        if self._kept and self._kept.rows > MOST:
            return Found(None)
        keys = self.selection.some(MOST + 1)
        if len(keys) > MOST:
            return Found(None, self.found.count(), self._sum(self.found)) if asked else Found(None)
        return Found(sorted(keys), len(keys), self._sum(self._among(keys)) if asked or len(keys) <= AT_ONCE else None)

    @cached_property
    def _kept(self) -> Sum | None:
        return kept_sum(self.selection) if isinstance(self.selection, Selection) else None

    @property
    def is_large(self) -> bool:
        """Whether there are more rows than are paged through or sorted."""
        return self._found.keys is None

    @property
    def count(self) -> int:
        """How many rows there are, counted as far as MOST."""
        return MOST if self._found.keys is None else len(self._found.keys)

    @property
    def total(self) -> int | None:
        """How many rows there are, also of a large table, where that is known."""
        found = self._found.rows
        return self._kept.rows if found is None and self._kept else found

    @property
    def sum(self) -> Sum | None:
        """Over the held activities among the rows, each counted once; nothing that was rejected. None where it is not
        known without counting many."""
        return self._found.sum or self._kept

    @property
    def is_added_up(self) -> bool:
        return self.total is not None and (self.sum is not None or self.kind.name != "activities")

    def _among(self, keys: list[int]) -> QuerySet[Any]:
        return self.found.model.objects.filter(pk__in=keys)

    def _sum(self, rows: QuerySet[Any]) -> Sum | None:
        if self.kind.name != "activities":
            return None
        held = rows.filter(planned=False).exclude(state=State.REJECTED)
        shows_copies = "copies" in self.selection.values  # else each is among the rows once
        return listed(once(held, self.selection.part) if shows_copies else held)

    @property
    def mixes_states(self) -> bool:
        """Whether drafts are added to what is confirmed: no number may pass for a confirmed one."""
        return self.sum is not None and set(self.selection.values.get("state", STATES)) >= set(STATES)

    @property
    def pages(self) -> int:
        return max(1, -(-self.count // ON_A_PAGE))

    @property
    def number(self) -> int:
        """The page of the address, or the nearest there is."""
        asked = self._request.GET.get("page", "")
        return min(max(1, int(asked) if asked.isdecimal() else 1), self.pages)

    @cached_property
    def rows(self) -> list[Any]:
        """One page. Only keys are sorted and passed over; the rows of the page are asked for by them."""
        start = (self.number - 1) * ON_A_PAGE
        keys = self._keys(start, min(start + ON_A_PAGE, self.count))
        rows = {row.pk: row for row in told(self._among(keys), self.kind.unread)}
        return [rows[key] for key in keys if key in rows]

    def _keys(self, start: int, end: int) -> list[int]:
        keys = self._found.keys
        if keys is None:
            return self.selection.in_order(start, end)
        if self.sort:
            return list(self._ordered(self._among(keys)).values_list("pk", flat=True)[start:end])
        return keys[start:end]

    def _ordered(self, rows: QuerySet[Any]) -> QuerySet[Any]:
        return ordered(rows, self.kind.columns, self.sort, self.words)

    def all_rows(self) -> QuerySet[Any]:
        """All rows, as a file gets them."""
        rows = self._ordered(self.found) if self.sort else self.selection.all_in_order()
        return told(rows, self.kind.unread)

    def lines(self) -> list[tuple[Any, list[tuple[Column, str]]]]:
        return [(row, [(column, column.text(row, self.words)) for column in self.columns]) for row in self.rows]

    def headings(self) -> list[tuple[Column, str, str]]:
        """Each column, the order that choosing it asks for next, and how it is sorted now, as ARIA says it."""
        found = []
        for column in self.columns:
            up, down = column.code, f"-{column.code}"
            now = {up: "ascending", down: "descending"}.get(self.sort, "")
            found.append((column, down if now == "ascending" else up, now))
        return found
