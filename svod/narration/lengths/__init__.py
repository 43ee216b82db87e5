"""The lengths of a report: how much of the plan each tells, and in which form."""

from collections.abc import Callable
from dataclasses import dataclass

from svod.narration.grammar import Grammar
from svod.narration.grouping import Room
from svod.narration.lengths.full import write_comparisons, write_full
from svod.narration.lengths.parts import OFFICIAL, PUBLIC
from svod.narration.lengths.press import write_press
from svod.narration.lengths.regions import write_regions
from svod.narration.lengths.slides import write_slides
from svod.narration.lengths.social import write_social
from svod.narration.lengths.two_pages import write_two_pages
from svod.narration.outline import Plan
from svod.packs import Pack
from svod.records import Report

__all__ = ["LENGTHS", "PUBLIC", "SLIDES", "STYLES", "Length", "write_comparisons", "write_slides"]

STYLES = (OFFICIAL, PUBLIC)

Writer = Callable[[Plan, Pack, Grammar], Report]


@dataclass(frozen=True, slots=True)
class Length:
    """`room` is that of the official style, `public_room` that of the public one, which `write` knows by its grammar.

    `for_the_public` is always in the public style, whichever is asked for: nobody writes an official post.
    """

    write: Writer
    room: Room
    public_room: Room
    for_the_public: bool = False


def short(all_of: int = 0, best: int = 0, kinds: int = 3, highlights: int = 0) -> Room:
    """Room for short sentences without the organisations' own names."""
    return Room(all_of, best, sentence=4, clauses=1, kinds=kinds, organisers=False, highlights=highlights)


LENGTHS: dict[str, Length] = {
    "full": Length(write_full, Room(), short(all_of=8, best=5, kinds=5)),
    "two_pages": Length(write_two_pages, Room(all_of=0, best=0, organisers=False, highlights=4), short(highlights=4)),
    "press": Length(write_press, short(highlights=3), short(highlights=3), for_the_public=True),
    "regions": Length(write_regions, Room(all_of=3, best=2, kinds=4), short(all_of=3, best=2)),
    "social": Length(write_social, short(), short(), for_the_public=True),
}
SLIDES = (Room(all_of=0, best=0, organisers=False, highlights=5), short(highlights=5))  # official, public
