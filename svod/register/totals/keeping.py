"""Which parts have a book, and how it is kept: what was touched becomes stale, what is stale is counted anew."""

from collections.abc import Iterable

from django.db import connection, transaction
from django.db.models import Min

from svod.register.models import Book, Organisation, Tally, Touched
from svod.register.queue import queued
from svod.register.services.locks import hold
from svod.register.tasks import count_anew
from svod.register.totals.counted import Part
from svod.register.totals.recount import recounted

WORTH = 2_000  # activities; what is counted as quickly as looked up has no book
AT_ONCE = 4_000  # rows that somebody who looks waits for; more are counted in the background
MARKS = 20_000  # taken up in one transaction
TAKEN = (
    "DELETE FROM register_touched WHERE id IN (SELECT id FROM register_touched WHERE campaign_id = %s LIMIT %s)"
    " RETURNING organisation_id, region, kind"
)

Cell = tuple[int, str, str]  # an organisation's key, region and kind


def book_of(part: Part) -> Book | None:
    """The book of a part that has one, brought up to date as far as that is quick."""
    book = kept_in(part)
    if book and not keep(book, part, AT_ONCE) and book.pk not in queued(count_anew):
        count_anew.enqueue(book.pk)
    return book


def kept_in(part: Part) -> Book | None:
    """The book of a part that has one, or is worth it."""
    top = _top(part)
    rows = Book.objects.select_related("campaign__organisation", "organisation")
    book = rows.filter(campaign=part.campaign, organisation__path=top).first()
    if book is None and top is not None and part.activities().order_by()[WORTH : WORTH + 1].exists():
        book = _begun(part, top)
    return book


def keep(book: Book, part: Part, rows: int) -> bool:
    """Count anew what is stale, as long as it is at most so many rows; whether nothing is left."""
    while Touched.objects.filter(campaign=part.campaign).exists():
        _take_marks(part)
    stale = Tally.objects.filter(book=book, is_stale=True)
    if not stale.exists():
        return True
    with transaction.atomic():
        hold(part.campaign)
        for tally in stale.order_by("rows", "pk"):
            if rows <= 0 or tally.rows > rows:
                return False
            columns = recounted(part, tally.region, tally.kind)
            Tally.objects.filter(pk=tally.pk).update(**columns, is_stale=False)
            rows -= max(columns["rows"], 1)
    return True


def catch_up(book: Book) -> None:
    """Count anew all that is stale, a little in each transaction: people go on writing between them."""
    part, stale = Part(book.campaign, (book.organisation.path,)), Tally.objects.filter(book=book, is_stale=True)
    while not keep(book, part, max(AT_ONCE, stale.aggregate(least=Min("rows"))["least"] or 0)):
        pass


def _top(part: Part) -> str | None:
    """The path of the one organisation the part lies below; None where there are several."""
    if part.whole:
        return part.campaign.organisation.path
    return part.paths[0] if len(part.paths) == 1 else None


def _begun(part: Part, top: str) -> Book:
    """Begin a book: all of it is still to be counted. What is written meanwhile is marked, and taken up after this."""
    with transaction.atomic():
        hold(part.campaign)
        book, new = Book.objects.get_or_create(campaign=part.campaign, organisation=Organisation.objects.get(path=top))
        if new:
            cells = part.activities().order_by().values_list("region", "kind").distinct()
            _stale((book.pk, region, kind) for region, kind in cells)
    return book


def _take_marks(part: Part) -> None:
    """Take the marks off and make their tallies stale in one transaction: none is lost, none is taken twice."""
    with transaction.atomic():
        hold(part.campaign)
        with connection.cursor() as cursor:
            cursor.execute(TAKEN, [part.campaign.pk, MARKS])
            marks: set[Cell] = set(cursor.fetchall())
        paths = dict(Organisation.objects.filter(pk__in={key for key, *_ in marks}).values_list("pk", "path"))
        books = list(Book.objects.filter(campaign=part.campaign).values_list("pk", "organisation__path"))
        _stale(
            (book, region, kind)
            for key, region, kind in marks
            for book, top in books
            if kind and paths.get(key, "").startswith(top)
        )


def _stale(cells: Iterable[Cell]) -> None:
    rows = [Tally(book_id=book, region=region, kind=kind) for book, region, kind in sorted(set(cells))]
    fields = {"unique_fields": ["book", "region", "kind"], "update_fields": ["is_stale"]}
    Tally.objects.bulk_create(rows, batch_size=1_000, update_conflicts=True, **fields)
