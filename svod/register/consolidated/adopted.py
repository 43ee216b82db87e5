"""Sentences of the submissions that may tell of a recommendation or a decision, beside what is collected already."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from svod.narration.adopted import recommends
from svod.register.consolidated.extent import Extent
from svod.register.models import Document

MOST = 30
LONGEST = 600  # letters; a longer sentence is a list that nobody parted


@dataclass(frozen=True, slots=True)
class Candidate:
    """`activity` is the row told last before the sentence."""

    text: str
    organisation: str
    activity: int


def adopted(extent: Extent, taken: set[str]) -> list[Candidate]:
    """Find such sentences in the documents that tell an activity of the extent; `taken` are left out."""
    told: dict[int, list[tuple[int, int]]] = defaultdict(list)
    rows = extent.activities(planned=False).order_by("document", "start")
    for document, start, pk in rows.values_list("document", "start", "pk"):
        told[document].append((start, pk))
    found: list[Candidate] = []
    documents = Document.objects.filter(submission__in=extent.submissions(), pk__in=told)
    for row in documents.select_related("submission__organisation").defer("blocks").order_by("pk").iterator():
        found += (one for one in _candidates(row, told[row.pk]) if one.text not in taken)
        if len(found) >= MOST:
            break
    return found[:MOST]


def _candidates(row: Document, told: list[tuple[int, int]]) -> Iterator[Candidate]:
    from svod.extraction.text.sentences import split_sentences  # most pages need none of it

    if not recommends(row.text):
        return
    for sentence in split_sentences(row.text, []):
        text = " ".join(row.text[sentence.start : sentence.end].split())
        if recommends(text) and len(text) <= LONGEST:
            place = bisect_right(told, (sentence.end, 0)) - 1
            yield Candidate(text, row.submission.organisation.name, told[max(place, 0)][1])
