"""Long lists, page by page."""

from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest


def one_page(request: HttpRequest, rows: Any, size: int = 50) -> Page:
    """The page that `?page=` asks for; the nearest one that there is."""
    return Paginator(rows, size).get_page(request.GET.get("page"))


class Bounded(Paginator):
    """Pages of rows of the database, no more than MOST of which are counted and paged through."""

    MOST = 10_000

    @cached_property
    def count(self) -> int:
        return min(self._counted, self.MOST)

    @property
    def more(self) -> bool:
        return self._counted > self.MOST

    @cached_property
    def _counted(self) -> int:
        return int(self.object_list.order_by()[: self.MOST + 1].count())
