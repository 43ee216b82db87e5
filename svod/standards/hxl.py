"""Tables tagged by HXL 1.1: under the head a row of tags, by which programs know the columns in any language."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from svod.standards.columns import ALL, Cell, Telling, rows
from svod.standards.figures import Figures


def hxl(figures: Figures, language: str = "en") -> bytes:
    """Each activity with all columns, as CSV."""
    told = Telling(figures, language)
    return tagged([one.heading(language) for one in ALL], [one.tag for one in ALL], rows(told, ALL))


def tagged(head: Sequence[str], tags: Sequence[str], lines: Iterable[Sequence[Cell]]) -> bytes:
    """With the mark by which Excel knows UTF-8; HXL's own reader passes over it."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerow(tags)
    writer.writerows(lines)
    return b"\xef\xbb\xbf" + out.getvalue().encode()
