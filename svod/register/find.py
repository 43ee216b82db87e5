"""Find organisations and people by words of their names, in whatever case: SQLite's own LIKE knows no Cyrillic case."""

import re
from typing import TypeVar

from django.db.models import Model, Q, QuerySet

Row = TypeVar("Row", bound=Model)
ORGANISATION = ("name", "name_kk", "short", "number")


def with_words(rows: QuerySet[Row], words: str, columns: tuple[str, ...]) -> QuerySet[Row]:
    """Those in which each of the words begins a word of one of the columns."""
    for word in words.split()[:8]:
        found = Q()
        for column in columns:
            found |= Q(**{f"{column}__iregex": rf"(^|[^\w]){re.escape(word)}"})
        rows = rows.filter(found)
    return rows
