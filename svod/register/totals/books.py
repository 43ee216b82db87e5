"""The sums of a part: kept where it is large, counted where it is not. Both give the same, which `svod check` proves.

A change writes which region and kind of which organisation it touches (touched.py). Whoever looks next finds what is
stale by that and counts it anew, as long as it is little; the rest is counted in the background, and until then
`behind` says of how many cells the sums are those of before.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple, Protocol

from django.db.models.fields.json import KeyTransform

from svod.counting.scopes import Cells
from svod.records import Bounds
from svod.register.models import Book, Tally
from svod.register.totals.counted import Part, View, counted
from svod.register.totals.keeping import book_of
from svod.register.totals.listed import Ledger, Sum, as_cells, listed, states_of
from svod.register.totals.recount import AUDIENCE, DAY, UNDATED, WHOLE, Slices


class Books(Protocol):
    """What pages ask of the sums."""

    behind: int

    @property
    def whole(self) -> Sum: ...
    @property
    def dateless(self) -> Sum: ...
    def by(self, field: str) -> dict[str, Sum]: ...
    def by_audience(self) -> dict[str, Sum]: ...
    def by_day(self) -> dict[date, Sum]: ...
    def cells(self) -> dict[str, Cells]: ...


class Kept:
    """Sums that are added up from a book's tallies."""

    def __init__(self, book: Book, view: str) -> None:
        rows = Tally.objects.filter(book=book).order_by("region", "kind")
        found = list(rows.values_list("region", "kind", "is_stale", view))
        self.behind = sum(stale for *_, stale, _ in found)
        self._cells: Sequence[tuple[str, str, Slices]] = [(region, kind, sums) for region, kind, _, sums in found]

    @property
    def whole(self) -> Sum:
        return self._only(WHOLE)

    @property
    def dateless(self) -> Sum:
        return self._only(UNDATED)

    def _only(self, of: str) -> Sum:
        return _added(sums[of] for *_, sums in self._cells if of in sums)

    def by(self, field: str) -> dict[str, Sum]:
        place = ("region", "kind").index(field)
        return self._grouped(lambda cell: [(cell[place], cell[2][WHOLE])] if WHOLE in cell[2] else [])

    def by_audience(self) -> dict[str, Sum]:
        return self._grouped(lambda cell: _named(cell[2], AUDIENCE))

    def by_day(self) -> dict[date, Sum]:
        found = self._grouped(lambda cell: _named(cell[2], DAY))
        return {date.fromisoformat(day): found[day] for day in sorted(found)}

    def cells(self) -> dict[str, Cells]:
        sums = {(region or None, kind): _added([found[WHOLE]]) for region, kind, found in self._cells if WHOLE in found}
        return as_cells(sums)

    def _grouped(self, named: Callable[[tuple[str, str, Slices]], Iterable[tuple[str, Any]]]) -> dict[str, Sum]:
        groups: dict[str, list[Any]] = defaultdict(list)
        for cell in self._cells:
            for name, one in named(cell):
                groups[name].append(one)
        return {name: _added(some) for name, some in groups.items()}


def books(part: Part, view: View) -> Books:
    """The sums over the held activities that count in the view, by whatever the page asks."""
    book = book_of(part)
    return Kept(book, view.value) if book else Ledger(counted(part, view))


def whole(part: Part, view: View) -> Sum:
    """The sum over the held activities that count in the view; of a book no more is read than that."""
    book = book_of(part)
    return _slice(book, view.value, WHOLE).sum if book else listed(counted(part, view))


def kept(part: Part, view: str, of: str = WHOLE, **cell: str) -> Sum | None:
    """The sum over a slice of the book, of a region or kind or of all; None where it is not kept or not up to date.

    `view` may be "draft", too.
    """
    book = book_of(part)
    found = _slice(book, view, of, **cell) if book else None
    return found.sum if found and not found.behind else None


def states(part: Part) -> dict[str, int]:
    """How many rows stand in each state, and beside: drafts that are still to be decided, planned rows, and those that
    tell again what counts elsewhere."""
    book = book_of(part)
    if book is None:
        return states_of(part)
    found: Counter[str] = Counter()
    for one in Tally.objects.filter(book=book).values_list("states", flat=True):
        found.update(one)
    return dict(found)


class _Slice(NamedTuple):
    sum: Sum
    behind: int


def _slice(book: Book, view: str, of: str, **cell: str) -> _Slice:
    rows = Tally.objects.filter(book=book, **cell).order_by().values_list("is_stale", KeyTransform(of, view))
    found = list(rows)
    return _Slice(_added(one for _, one in found if one is not None), sum(stale for stale, _ in found))


def _named(sums: Slices, prefix: str) -> list[tuple[str, Any]]:
    return [(name.removeprefix(prefix), one) for name, one in sums.items() if name.startswith(prefix)]


def _added(sums: Iterable[Any]) -> Sum:
    """Interval arithmetic: what one of them leaves open, the sum leaves open."""
    columns = list(zip(*sums, strict=True))
    if not columns:
        return Sum()
    rows, least, most, people, people_most, unknown = columns
    activities = Bounds(sum(least), None if None in most else sum(most))
    return Sum(
        sum(rows), activities, Bounds(sum(people), None if None in people_most else sum(people_most)), sum(unknown)
    )
