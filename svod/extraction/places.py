"""Where it was: the region, and the town, district or village."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from svod.extraction.frame import Clause, Frame
from svod.extraction.grammar import words
from svod.extraction.lexicon import Entry
from svod.extraction.scan import Mark
from svod.extraction.sentences import Sentence
from svod.packs import Unit
from svod.records import Span

AFTER_PLACE = words("after_place")
CALLS_A_PLACE = words("calls_a_place")
WHOLE_REGION = frozenset({"region"})
# Begins with a set of letters, so that the search leaps from one of them to the next.
SETTLEMENT = re.compile(
    r"""[СсПпАа] (?<!\w.) (?: (?<=[Сс]) ел[оеау] | (?<=[Пп]) ос[её]л(?:ок|ке|ка) | (?<=[Аа]) ул[еа]?
                           | (?<=[сп]) \. | (?<=п) ос\. )
        \s* ([А-ЯЁӘҒҚҢӨҰҮІ][\w-]{2,}) (?=[\s,.;:)(»]|$)""",
    re.VERBOSE,
)
SETTLEMENT_KK = re.compile(r"\b([А-ЯЁӘҒҚҢӨҰҮІ][\w-]{2,})\s+(?:ауыл|кент)(?:ы|ында|ындағы|дық|і|інде|ының|інің)?\b")


Scope = tuple[str | None, str | None]  # what a number sums up over: (region, town or district)


class Place(NamedTuple):
    """A place seen in the text; `unit` is None for a village the geography does not know, `name` its name then."""

    start: int
    end: int
    unit: Unit | None
    name: str | None  # the town, district or village, nominative, in the text's language; None for a whole region

    @property
    def region(self) -> str | None:
        return self.unit.region if self.unit else None

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass
class Places:
    """All places of a text in order, and the region that the text as a whole speaks of."""

    seen: list[Place]
    only_region: str | None
    only_place: Place | None

    def __post_init__(self) -> None:
        self._starts = [place.start for place in self.seen]

    def within(self, start: int, end: int) -> list[Place]:
        if not self.seen:
            return self.seen
        first = bisect_left(self._starts, start)
        return self.seen[first : bisect_left(self._starts, end, first)]


def find_places(frame: Frame, units: Mapping[str, Unit]) -> Places:
    """Every place the geography or the grammar knows, and what follows where there is but one."""
    seen = [*_settlements(frame), *_units(frame, units)]
    seen.sort(key=lambda place: place.start)
    seen = _without_overlaps(seen)
    regions = Counter(place.region for place in seen if place.region)
    only_region = next(iter(regions)) if len(regions) == 1 else None
    named = {place.name for place in seen if place.name}
    only_place = next((place for place in seen if place.name), None) if len(named) == 1 else None
    return Places(seen, only_region, only_place)


def _units(frame: Frame, units: Mapping[str, Unit]) -> list[Place]:
    found: list[Place] = []
    current: str | None = None
    for index, mark in enumerate(frame.marks):
        if "place" not in mark.categories or not _is_a_name(frame, index):
            continue
        unit = _choose([(entry, units[entry.code]) for entry in mark.entries if entry.category == "place"], current)
        entry = next(entry for entry in mark.entries if entry.category == "place" and entry.code == unit.code)
        name = None
        if unit.kind not in WHOLE_REGION:
            adjective = entry.phrase[:1].islower()
            name = None if adjective and unit.kind == "district" else unit.names.get(frame.language_at(mark.start))
        found.append(Place(mark.start, mark.end, unit, name))
        current = unit.region
    return found


def _is_a_name(frame: Frame, index: int) -> bool:
    """Written with a capital, and neither a street, a person's name nor where guests came from."""
    mark = frame.marks[index]
    if not frame.text[mark.start].isupper() and not _is_written_small(mark):
        return False
    if mark.first and frame.words.starts[mark.first] - frame.words.ends[mark.first - 1] <= 2:
        before = frame.mark_at[mark.first - 1]
        if before >= 0 and "place.not_after" in frame.marks[before].categories:
            return False
        if frame.words.words[mark.first - 1] in AFTER_PLACE:
            return False
    after = mark.last + 1
    if after < len(frame.words):
        follows = frame.mark_at[after]
        if follows >= 0 and "place.not_before" in frame.marks[follows].categories:
            return False
    return not mark.quoted or mark.first < mark.last or _called_a_town(frame, mark)


def _is_written_small(mark: Mark) -> bool:
    """ "костанайский", "район имени Кунаева" """
    entry = mark.meaning.entry("place")
    if entry is None:
        return False
    return entry.phrase[:1].islower() or "район" in entry.phrase or "област" in entry.phrase


def _called_a_town(frame: Frame, mark: Mark) -> bool:
    """Within a name in quotation marks only "города Караганды" and "Павлодарского района" are places, not «Абай»."""
    return mark.first > 0 and frame.words.words[mark.first - 1] in CALLS_A_PLACE


BY_NAME = {"city": 0, "town": 1, "region": 2, "district": 3, "village": 4}
BY_ADJECTIVE = {"region": 0, "city": 1, "district": 2, "town": 3, "village": 4}


def _choose(meanings: list[tuple[Entry, Unit]], current: str | None) -> Unit:
    """Of several units of one name the one in the region spoken of; a name is a town's, an adjective a region's."""

    def rank(meaning: tuple[Entry, Unit]) -> tuple[bool, int]:
        entry, unit = meaning
        order = BY_ADJECTIVE if entry.phrase[:1].islower() else BY_NAME
        return unit.region != current, order[unit.kind]

    return min(meanings, key=rank)[1]


def _settlements(frame: Frame) -> list[Place]:
    text = frame.text
    found = [*SETTLEMENT.finditer(text)]
    if "ауыл" in text or "кент" in text:
        found += SETTLEMENT_KK.finditer(text)
    return [Place(match.start(1), match.end(1), None, match.group(1)) for match in found]


def _without_overlaps(places: list[Place]) -> list[Place]:
    """A village that the geography knows is taken from the geography."""
    kept: list[Place] = []
    for place in places:
        if kept and place.start < kept[-1].end:
            if kept[-1].unit is None and place.unit is not None:
                kept[-1] = place
            continue
        kept.append(place)
    return kept


@dataclass(slots=True)
class Whereabouts:
    """The region and place that a sentence inherits from those before it."""

    places: Places
    region: str | None = None
    place: Place | None = None
    place_line: int = -1

    def begin(self, sentence: Sentence, sums_up: bool) -> None:
        """A paragraph that sums up over several regions belongs to none of them."""
        if sentence.line != self.place_line:
            self.place = None
            self.place_line = sentence.line
            if sums_up and self.places.only_region is None:
                self.region = None

    def end(self, sentence: Sentence) -> None:
        for place in self.places.within(sentence.start, sentence.end):
            if place.region:
                self.region = place.region
            if place.name:
                self.place = place

    def of(self, clause: Clause, sentence: Sentence, position: int) -> tuple[str | None, Place | None, Place | None]:
        """(region, the place that told the region, the town or district) for a mention at that position."""
        near = self.places.within(clause.start, clause.end) or self.places.within(sentence.start, sentence.end)
        if not near:
            return self.places.only_region or self.region, None, self.place or self.places.only_place
        nearest = _nearest(near, position)
        teller = _nearest([place for place in near if place.region], position)
        region = teller.region if teller else self.places.only_region or self.region
        place = _nearest([place for place in near if place.name], position)
        if place is None and not (nearest and nearest.unit and nearest.unit.kind == "region"):
            place = self.place or self.places.only_place
        return region, teller, place

    def scope(self, clause: Clause, sentence: Sentence) -> Scope:
        """What a sentence that begins with that clause sums up over."""
        region, _, place = self.of(clause, sentence, sentence.start)
        return region, place.name if place else None


def _nearest(places: list[Place], position: int) -> Place | None:
    """The last one before a position, else the first behind it."""
    found = None
    for place in places:
        if found is not None and place.start > position:
            break
        found = place
    return found
