"""Long lists, page by page."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest


def one_page(request: HttpRequest, rows: Any, size: int = 50) -> Page:
    """The page that `?page=` asks for; the nearest one that there is."""
    return Paginator(rows, size).get_page(request.GET.get("page"))
