"""The few activities that a short text names: the most telling ones, of different regions and of different kinds."""

from collections.abc import Iterator, Sequence

from svod.narration.facts import Highlight
from svod.narration.grouping import Room, how_telling
from svod.narration.matrix import ByRegion
from svod.narration.sentences import sentences
from svod.records import DistinctActivity
from svod.records.bounds import ONE

Found = tuple[str, DistinctActivity]


def highlights(
    by_region: ByRegion, regions: Sequence[str], room: Room, kinds: tuple[str, ...]
) -> tuple[Highlight, ...]:
    """At most `room.highlights`, one of a region, in the order of the regions."""
    if not room.highlights:
        return ()
    found = [(region, one) for region in regions for one in by_region.get(region, ()) if _is_worth_naming(one, room)]
    found.sort(key=lambda pair: tuple(-part for part in how_telling(pair[1])))
    chosen = dict(list(_of_different_regions(found))[: room.highlights])
    return tuple(
        Highlight(region, sentences((chosen[region],), room, kinds)[0]) for region in regions if region in chosen
    )


def _is_worth_naming(one: DistinctActivity, room: Room) -> bool:
    """Whether a reader far away learns something: what it was about, and when or for how many."""
    shown = one.activity
    if shown.kind in room.untold:
        return False
    return bool(shown.title and shown.count == ONE and (shown.date or shown.participants))


def _of_different_regions(found: Sequence[Found]) -> Iterator[Found]:
    """The best of each region; a kind that was named already comes after those that were not."""
    regions: set[str] = set()
    named: set[str] = set()
    again: list[Found] = []
    for region, one in found:
        if region in regions:
            continue
        if one.activity.kind in named:
            again.append((region, one))
            continue
        regions.add(region)
        named.add(one.activity.kind)
        yield region, one
    for region, one in again:
        if region not in regions:
            regions.add(region)
            yield region, one
