"""The lengths of a report: how much of the plan each tells, and in which form."""

from collections.abc import Callable
from dataclasses import dataclass

from svod.narration.grammar import Grammar
from svod.narration.grouping import Room
from svod.narration.lengths.full import write_full, write_full_public
from svod.narration.lengths.press import write_press
from svod.narration.lengths.regions import write_regions
from svod.narration.lengths.social import write_social
from svod.narration.lengths.two_pages import write_two_pages
from svod.narration.outline import Plan
from svod.packs import Pack
from svod.records import Report

__all__ = ["LENGTHS", "PUBLIC", "STYLES", "Length"]

OFFICIAL, PUBLIC = "official", "public"
STYLES = (OFFICIAL, PUBLIC)

Writer = Callable[[Plan, Pack, Grammar], Report]


@dataclass(frozen=True, slots=True)
class Length:
    """`room` and `write` of the official style, then those of the public one.

    `for_the_public` is always in the public style, whichever is asked for: nobody writes an official post.
    """

    room: Room
    write: Writer
    public_room: Room
    write_public: Writer
    for_the_public: bool = False


def short(all_of: int, best: int, kinds: int, highlights: int = 0) -> Room:
    """Room for short sentences without the organisations' own names."""
    return Room(all_of, best, sentence=4, clauses=1, kinds=kinds, organisers=False, highlights=highlights)


LENGTHS: dict[str, Length] = {
    "full": Length(Room(), write_full, short(all_of=8, best=5, kinds=5), write_full_public),
    "two_pages": Length(
        Room(all_of=0, best=0, highlights=4),
        write_two_pages,
        short(all_of=0, best=0, kinds=3, highlights=4),
        write_two_pages,
    ),
    "press": Length(
        short(all_of=0, best=0, kinds=3, highlights=3),
        write_press,
        short(all_of=0, best=0, kinds=3, highlights=3),
        write_press,
        for_the_public=True,
    ),
    "regions": Length(
        Room(all_of=3, best=2, kinds=4),
        write_regions,
        short(all_of=3, best=2, kinds=3),
        write_regions,
    ),
    "social": Length(Room(), write_social, short(all_of=0, best=0, kinds=3), write_social, for_the_public=True),
}
