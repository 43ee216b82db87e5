"""Where an activity was: names of one place are one, whatever language or spelling; a district may hold a town."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from svod.linking.names import plain
from svod.packs.pack import Pack, Unit

Place = tuple[str, str]  # a unit's code or else the folded name; the kind of unit, "" where it is not known
Gazetteer = Mapping[tuple[str, str], Place]

NOWHERE: Place = ("", "")
_TOP = ("region", "city")
_RANKS = (("town", "village"), ("district",), _TOP)
# What a name may carry that says only which kind of place it is: "село Шелек" and "Шелек ауылы" are one.
_GENERIC = {
    "district": frozenset(map(plain, ("район", "ауданы"))),
    "town": frozenset(map(plain, ("город", "г", "қаласы", "қ"))),
    "village": frozenset(map(plain, ("село", "с", "аул", "посёлок", "ауылы", "кенті", "станция"))),
}


def gazetteer(pack: Pack) -> Gazetteer:
    """(region, folded name) -> the place. A town outranks the district of its name, a district the region; names that
    two of one rank share are left to their letters."""
    found: dict[tuple[str, str], set[Place]] = defaultdict(set)
    for unit in pack.geography.units:
        for name in _names(unit):
            found[unit.region, plain(name)].add((unit.code, unit.kind))
    narrow = {key: _narrowest(places) for key, places in found.items()}
    return {key: next(iter(places)) for key, places in narrow.items() if len(places) == 1}


def _narrowest(places: set[Place]) -> set[Place]:
    ranks = ({place for place in places if place[1] in rank} for rank in _RANKS)
    return next((found for found in ranks if found), places)


def _names(unit: Unit) -> Iterator[str]:
    yield from (*unit.names.values(), *unit.short.values(), *unit.other)


def locate(region: str | None, name: str | None, known: Gazetteer) -> Place:
    """The place a mention names; a region named as the place says nothing closer."""
    folded = plain(name)
    if not folded:
        return NOWHERE
    words = folded.split()
    kind = next((kind for kind, generic in _GENERIC.items() if not generic.isdisjoint(words)), "")
    bare = " ".join(word for word in words if word not in _GENERIC.get(kind, ())) or folded
    place = known.get((region or "", folded)) or known.get((region or "", bare)) or (bare, kind)
    return NOWHERE if place[0] == region or place[1] in _TOP else place


def may_hold(one: Place, other: Place) -> bool:
    """Whether one may lie in the other: a town or village in a district, a part of a town in the town."""
    kinds = {one[1], other[1]}
    return len(kinds) > 1 and ("district" in kinds or kinds == {"", "town"})
