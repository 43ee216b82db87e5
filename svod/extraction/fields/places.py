"""Where it was: the region, and the town, district or village."""

from collections.abc import Mapping
from itertools import pairwise

from svod.extraction.text.frame import Frame
from svod.extraction.text.named_units import named_units
from svod.extraction.text.place import SETTLED, Place, Places
from svod.extraction.text.settlements import called_settlements, settlements_called_so, villages_called
from svod.extraction.text.villages_listed import villages_listed
from svod.packs import Unit


def find_places(frame: Frame, units: Mapping[str, Unit], home: str | None = None) -> Places:
    """Every place the geography or the grammar knows, and what follows where there is but one. `home` is the region
    that the text is from, where somebody knows it."""
    called = [*called_settlements(frame), *villages_listed(frame)]
    taken = {index for _, first, last in called for index in range(first, last + 1)}
    seen = [*settlements_called_so(frame), *(place for place, _, _ in called), *named_units(frame, units, taken, home)]
    seen.sort(key=lambda place: place.start)
    known = {place.start: villages_called(frame, first, units) for place, first, _ in called}
    seen = _where_they_lie(frame, _located(_without_overlaps(seen), known, home))
    regions = {place.region for place in seen if place.region}
    only_region = next(iter(regions)) if len(regions) == 1 else None
    named = {place.name for place in seen if place.name}
    only_place = next((place for place in seen if place.name), None) if len(named) == 1 else None
    return Places(seen, only_region, only_place)


def _located(places: list[Place], known: Mapping[int, list[Unit]], current: str | None) -> list[Place]:
    """Villages in their region: that of the place before, else the first that has one of the name."""
    located = []
    for place in places:
        villages = known.get(place.start, [])
        unit = next((unit for unit in villages if current in (None, unit.region)), None)
        located.append(Place(place.start, place.end, unit, place.name) if unit else place)
        current = located[-1].region or current
    return located


def _where_they_lie(frame: Frame, places: list[Place]) -> list[Place]:
    """ "Село Аксуат (Тимирязевский р-н)" is not the village of that name in another region."""
    for at, (place, around) in enumerate(pairwise(places)):
        is_far = place.kind == "village" and around.kind == "district" and place.region not in (None, around.region)
        if is_far and frame.text[place.end : around.start] == " (":
            places[at] = Place(place.start, place.end, None, place.name)
    return places


def _without_overlaps(places: list[Place]) -> list[Place]:
    """A village that the geography knows is taken from it; "с. Тарбагатай" is not the district of that name."""
    kept: list[Place] = []
    current: str | None = None
    for place in places:
        if kept and place.start < kept[-1].end:
            if kept[-1].unit is None and place.unit is not None and place.unit.kind in SETTLED:
                far = place.unit.kind == "village" and current not in (None, place.unit.region)
                kept[-1] = kept[-1] if far else place  # "село Заречное" near Конаев is not the one of Костанай
        else:
            kept.append(place)
        current = kept[-1].region or current
    return kept
