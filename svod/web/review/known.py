"""What of a chat was read before, where it would stand: how many messages, of which days, and where they were read."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.urls import reverse
from django.utils.formats import date_format

from svod.register.models import Document


@dataclass(frozen=True)
class Known:
    """`number` of messages, 0 for one that was changed since; `name` and `address` are where they were read, "" within
    the same submission."""

    number: int
    days: str
    name: str
    address: str


def known_in(documents: Iterable[Document], slug: str) -> dict[tuple[int, int], list[Known]]:
    """For each document and place in its text what stands before it."""
    documents = [one for one in documents if one.known]
    rows = {run[4] for one in documents for run in one.known["runs"]} | {
        told[2] for one in documents for told in one.known["changed"]
    }
    where = {one.pk: one for one in Document.objects.filter(pk__in=rows).select_related("submission").defer("text")}
    found = defaultdict(list)
    for document in documents:
        headed = _headed(document)
        for at, number, first, last, row, start, _end in document.known["runs"]:
            known = Known(number, _days(first, last), *_read_at(where.get(row), start, slug))
            found[document.pk, headed.get(at, at)].append(known)
        for start, _end, row, old, _old_end in document.known["changed"]:
            found[document.pk, start].append(Known(0, "", *_read_at(where.get(row), old, slug)))
    return found


def _headed(document: Document) -> dict[int, int]:
    """Where a message begins, and where the line with its author does."""
    blocks = sorted(document.blocks)
    return {after[0]: before[0] for before, after in pairwise(blocks) if before[2] == "header"}


def _days(first: str, last: str) -> str:
    days = [date_format(date.fromisoformat(day), "SHORT_DATE_FORMAT") for day in (first, last) if day]
    return " – ".join(dict.fromkeys(days))


def _read_at(document: Document | None, start: int, slug: str) -> tuple[str, str]:
    if document is None:
        return "", ""
    submission = document.submission
    return submission.name, f"{reverse('submission', args=[slug, submission.pk])}#t{document.pk}-{start}"
