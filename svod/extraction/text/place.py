"""A place as a text names it, and all places of a text."""

from dataclasses import dataclass

from svod.extraction.lexicon.placed import Placed
from svod.extraction.text.spans import span_of
from svod.packs import Unit
from svod.records import Span

SETTLED = frozenset({"town", "village", "city"})


@dataclass(slots=True, init=False)
class Place:
    """A place seen in the text; `unit` is None for a village the geography does not know, `name` its name then."""

    start: int
    end: int
    unit: Unit | None
    name: str | None  # the town, district or village, nominative, in the text's language; None for a whole region
    region: str | None
    kind: str
    _span: Span | None

    def __init__(self, start: int, end: int, unit: Unit | None, name: str | None) -> None:
        self.start, self.end, self.unit, self.name = start, end, unit, name
        self.region, self.kind = (unit.region, unit.kind) if unit else (None, "village")
        self._span = None

    @property
    def span(self) -> Span:
        """Asked for by each activity there."""
        if self._span is None:
            self._span = span_of(self.start, self.end)
        return self._span


class Places:
    """All places of a text in order, and the region that the text as a whole speaks of."""

    def __init__(self, seen: list[Place], only_region: str | None, only_place: Place | None) -> None:
        self.seen, self.only_region, self.only_place = seen, only_region, only_place
        self._seen = Placed(seen, [place.start for place in seen])

    def within(self, start: int, end: int) -> list[Place]:
        return self._seen.within(start, end)
