"""What the guard finds in a text that somebody hands in: told before it is sent, kept for the reviewer after it.

It stops nothing. What is found is masked in all that leaves the circle, whether anybody looked at it or not.
"""

from dataclasses import astuple, dataclass

from svod.guard import find, mask
from svod.packs import Pack
from svod.register.models.submission import Found

SURE = 0.7  # what is less certain troubles nobody
LONGEST = 100_000  # characters looked at while a person waits; the worker looks at all of it
SHOWN = 5  # of each sort
CASES = frozenset({"story", "few", "refuge"})  # what happened to somebody, or where they are


@dataclass(frozen=True, slots=True)
class Care:
    """The words to think about: those that tell a case, those that name somebody or how to find them."""

    cases: tuple[str, ...]
    names: tuple[str, ...]


def found_in(text: str, language: str, pack: Pack) -> list[Found]:
    """In order; a name within a story is part of it."""
    masks = mask(text, (one for one in find(text, language, pack) if one.certainty >= SURE)).masks
    return [Found(one.find.kind, one.start, one.end, one.find.key) for one in masks]


def kept(text: str, language: str, pack: Pack) -> list[list[object]]:
    """The same as a document keeps it: places, none of the words."""
    return [list(astuple(one)) for one in found_in(text, language, pack)]


def care_for(text: str, pack: Pack) -> Care | None:
    """What a person should think about before they send these words; None where there is nothing."""
    looked = text[:LONGEST]
    found = found_in(looked, "", pack)
    cases, names = (
        tuple(dict.fromkeys(looked[one.start : one.end] for one in found if (one.kind in CASES) is is_case))[:SHOWN]
        for is_case in (True, False)
    )
    return Care(cases, names) if found else None
