"""All personal data in a text, in one pass: what has a form first, then persons in what is left."""

from svod.guard.identifiers import identifiers
from svod.guard.persons import persons
from svod.guard.pieces import pieces
from svod.guard.places import places_of
from svod.guard.records import Find
from svod.guard.small_letters import in_small_letters
from svod.guard.stories import stories
from svod.packs import Pack


def find(text: str, language: str, pack: Pack) -> tuple[Find, ...]:
    """What must not leave the circle, in order. None lies within another, but for what a story holds.

    `language` is ru, kk or en; anything else reads the words of all three. The pack's geography tells towns from
    people.
    """
    words = pieces(text)
    formed = [*identifiers(text, words), *in_small_letters(text, words)]
    named = persons(text, language, places_of(pack), formed)
    told = stories(text, language, named)
    return tuple(sorted((*told, *formed, *named), key=lambda one: (one.start, -one.end)))
