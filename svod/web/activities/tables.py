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
from svod.web.activities.kept import kept_sum
from svod.web.activities.selection import STATES, Filters, Selection, TotalsSelection
from svod.web.activities.words import Words

ON_A_PAGE = 50
MOST = 10_000  # rows that are paged through and sorted; a larger table is narrowed down first, or taken away
AT_ONCE = 2_000  # rows that are added up while somebody waits for the page


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
    def _found(self) -> tuple[int, int | None, Sum | None]:
        """How many rows, as far as MOST and one; how many in all; and their sum. What would take long only if asked."""
        asked = "sums" in self._request.GET
        what = (self.kind.name, sorted(self.selection.values.items()), bool(self.selection.errors), asked)
        return remembered(self.selection.part, what, lambda: self._find(asked))

    def _find(self, asked: bool) -> tuple[int, int | None, Sum | None]:
        count = self.selection.how_many(MOST)
        total = count if count <= MOST else self.found.count() if asked else None
        return count, total, self._sum() if asked or count <= AT_ONCE else None

    @property
    def count(self) -> int:
        return self._found[0]

    @property
    def is_large(self) -> bool:
        """More rows than are paged through or sorted."""
        return self.count > MOST

    @property
    def total(self) -> int | None:
        """All rows, also of a large table, where that is known."""
        return self._kept.rows if self._kept else self._found[1]

    @property
    def sum(self) -> Sum | None:
        """Over the held activities among the rows, each counted once; nothing that was rejected. None where it is not
        known without counting many."""
        return self._kept or self._found[2]

    @cached_property
    def _kept(self) -> Sum | None:
        is_known = self.count <= AT_ONCE or not isinstance(self.selection, Selection)
        return None if is_known else kept_sum(self.selection)

    @property
    def is_added_up(self) -> bool:
        return self.total is not None and (self.sum is not None or self.kind.name != "activities")

    def _sum(self) -> Sum | None:
        if self.kind.name != "activities":
            return None
        held = self.found.filter(planned=False).exclude(state=State.REJECTED)
        return listed(once(held, self.selection.part))

    @property
    def mixes_states(self) -> bool:
        """Whether drafts are added to what is confirmed: no number may pass for a confirmed one."""
        return self.sum is not None and set(self.selection.values.get("state", STATES)) >= set(STATES)

    @property
    def pages(self) -> int:
        return max(1, -(-min(self.count, MOST) // ON_A_PAGE))

    @property
    def number(self) -> int:
        """The page of the address, or the nearest there is."""
        asked = self._request.GET.get("page", "")
        return min(max(1, int(asked) if asked.isdecimal() else 1), self.pages)

    @cached_property
    def rows(self) -> list[Any]:
        """One page. Only the keys are sorted and passed over; the rows of the page are asked for by them."""
        start = (self.number - 1) * ON_A_PAGE
        found = self.selection.up_to(MOST) if self.is_large or not self.sort else self._sorted()
        keys = list(found.values_list("pk", flat=True)[start : min(start + ON_A_PAGE, MOST)])
        rows = {row.pk: row for row in told(self.found.model.objects.filter(pk__in=keys), self.kind.unread)}
        return [rows[key] for key in keys if key in rows]

    def _sorted(self) -> QuerySet[Any]:
        return ordered(self.found, self.kind.columns, self.sort, self.words)

    def all_rows(self) -> QuerySet[Any]:
        """As a file gets them."""
        return told(self._sorted(), self.kind.unread)

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
