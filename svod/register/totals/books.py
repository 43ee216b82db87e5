"""The sums of a part: kept where it is large, counted where it is not. Both give the same, which `svod check` proves.

A change writes which region and kind of which organisation it touches (touched.py). Whoever looks next finds what is
stale by that and counts it anew, as long as it is little; the rest is counted in the background, and until then
`behind` says of how many cells the sums are those of before.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, Protocol

from svod.counting.scopes import Cells
from svod.records import Bounds
from svod.register.models import Book, Tally
from svod.register.totals.counted import Part, View, counted
from svod.register.totals.keeping import book_of
from svod.register.totals.listed import Ledger, Sum, as_cells, states_of
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
    """Added up from a book's tallies."""

    def __init__(self, book: Book, view: str) -> None:
        rows = Tally.objects.filter(book=book).order_by("region", "kind")
        found = list(rows.values_list("region", "kind", "is_stale", view))
        self.behind = sum(stale for *_, stale, _ in found)
        self._cells: Sequence[tuple[str, str, Slices]] = [(region, kind, sums) for region, kind, _, sums in found]

    @property
    def whole(self) -> Sum:
        return self.only()

    @property
    def dateless(self) -> Sum:
        return self.only(UNDATED)

    def only(self, of: str = WHOLE, region: str | None = None, kind: str | None = None) -> Sum:
        """Over one slice, of all regions and kinds unless one is named."""
        return _added(
            sums[of]
            for its_region, its_kind, sums in self._cells
            if of in sums and region in (None, its_region) and kind in (None, its_kind)
        )

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
    """The sums over the held activities that count in the view."""
    book = book_of(part)
    return Kept(book, view.value) if book else Ledger(counted(part, view))


def kept(part: Part, view: str) -> Kept | None:
    """Where they are kept; `view` may be "draft", too."""
    book = book_of(part)
    return Kept(book, view) if book else None


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
