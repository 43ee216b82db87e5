"""Every number leads to words that stand in its text, and the text is the one that it was read from."""

from collections.abc import Iterable, Iterator

from django.db.models.functions import Length

from svod.register.models import Activity, Document, ReportedTotal
from svod.register.models.fields import hash_of_text
from svod.register.models.finding import Finding
from svod.register.proof.flaw import Flaw

LARGE = tuple(f"document__{name}" for name in ("text", "blocks", "found", "known"))


def texts() -> Iterator[Flaw]:
    """A quote is cut out of its text: it is what it was as long as the text is."""
    for key, text, kept in Document.objects.order_by("pk").values_list("pk", "text", "text_sha256").iterator(500):
        if hash_of_text(text) != kept:
            yield Flaw(f"document {key}", "Its text is not the one that was read: quotes from it say something else.")


def evidence() -> Iterator[Flaw]:
    for model in (Activity, ReportedTotal):
        rows = model._base_manager.order_by("pk").annotate(length=Length("document__text"))
        rows = rows.select_related("document__submission").defer(*LARGE)
        for row in rows.iterator(500):
            yield from _of(row)


def _of(row: Finding) -> Iterator[Flaw]:
    name = f"{row._meta.verbose_name} {row.pk}"
    outside = [where for where, span in _places(row) if not _lies_within(span, row.length)]
    if outside:
        yield Flaw(name, f"{', '.join(outside)}: the place lies outside its text of {row.length} characters.")
    submission = row.document.submission
    if (row.campaign_id, row.organisation_id) != (submission.campaign_id, submission.organisation_id):
        yield Flaw(name, "It counts for another organisation or campaign than the submission that tells it.")


def _places(row: Finding) -> Iterable[tuple[str, object]]:
    yield "evidence", (row.start, row.end)
    yield from getattr(row, "sources", {}).items()


def _lies_within(span: object, length: int) -> bool:
    match span:
        case [int(start), int(end)] | (int(start), int(end)):
            return 0 <= start <= end <= length  # of a day that a sentence before gave, there may be no words
    return False
