"""The year of a campaign, as its submissions name it."""

import re
from collections import Counter
from collections.abc import Iterable

from svod.records import Document

_YEAR = re.compile(r"\b20[0-4]\d\b")


def year_of(documents: Iterable[Document]) -> int | None:
    """The year that most submissions name, each submission counted once by the year it names most."""
    named = (Counter(_years(document)).most_common(1) for document in documents)
    years = Counter(most[0][0] for most in named if most)
    return int(max(years, key=lambda year: (years[year], year))) if years else None


def _years(document: Document) -> Iterable[str]:
    """Those that its words name; where they name none, those in which its messages were sent."""
    return _YEAR.findall(document.text) or (str(block.on.year) for block in document.blocks if block.on)
