"""Bind a person's words to facts: what they marked, and what they wrote as the narrator has it."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from svod.publishing.quotes import printable
from svod.register.consolidated.facts import SHARED
from svod.register.consolidated.marks import Bound, Piece, alike, begun_as, bound, can_bind, changed, pieces
from svod.register.consolidated.passages import Passage
from svod.register.consolidated.standing import quantities, value
from svod.register.consolidated.told import Told
from svod.register.models import Passage as Row

_NEXT_WORD = re.compile(r"\s*([^\W\d_]{1,4})")  # as much of it as no case changes
LONGEST_NAME = 120  # of a fact; nothing longer is one


@dataclass(frozen=True, slots=True)
class Written:
    """`known` is what each bound fact was when somebody last looked."""

    text: str
    known: dict[str, str]
    groups: dict[str, list[str]]


def rebound(text: str, row: Row, own: Passage | None, told: Told) -> Written:
    """The text as it is kept. `row` is what was kept before, `own` the narrator's passage now.

    Marked words stand as they were known, or as the register has them where they are new here; a mark of no fact is
    taken for mere words. Words that are the narrator's own for exactly one fact of the passage are bound to it.
    """
    groups = {**row.groups, **(own.groups if own else {})}
    known = {one.fact: _known(one.fact, row, groups, told) for one in bound(printable(text))}
    text = changed(printable(text).strip(), lambda one: _set_right(one, known.get(one.fact, "")))
    if own:
        text = _found(text, own.text)
    named = {one.fact: known.get(one.fact) or value(one.fact, groups, told) for one in bound(text)}
    kept = {name: groups[name] for name in {fact.rpartition(".")[0] for fact in named} if name in groups}
    return Written(text, named, kept)


def _known(fact: str, row: Row, groups: Mapping[str, list[str]], told: Told) -> str:
    """What the fact was known as: an edit of other words renews no number."""
    return row.known.get(fact) or (value(fact, dict(groups), told) if len(fact) <= LONGEST_NAME else "")


def _set_right(one: Bound, known: str) -> Piece:
    if not known:
        return one.words
    if one.words and one.is_declined:
        return one
    return Bound(begun_as(one.words, known) if alike(one.words) == alike(known) else known, one.fact)


def _found(text: str, machine: str) -> str:
    """The text, with words bound that the narrator binds and that stand in it once; longer words first."""
    used = {one.fact for one in bound(text)}
    free = {one.fact: one for one in bound(machine) if one.fact not in used}
    often = Counter(one.words for one in free.values())
    counted = _counted(machine)
    for one in sorted(free.values(), key=lambda one: -len(one.words)):
        if often[one.words] == 1 and can_bind(one.words):
            text = _bind(text, one, counted.get(one.fact, ""))
    return text


def _counted(machine: str) -> dict[str, str]:
    """How the word begins that stands behind each fact: what its number counts."""
    parts = [*pieces(machine), ""]
    return {
        one.fact: _beginning(behind) if isinstance(behind, str) else ""
        for one, behind in pairwise(parts)
        if isinstance(one, Bound)
    }


def _beginning(words: str) -> str:
    found = _NEXT_WORD.match(words)
    return found[1].casefold() if found else ""


def _bind(text: str, one: Bound, counted: str) -> str:
    parts = list(pieces(text))
    places = [
        (at, span) for at, part in enumerate(parts) if isinstance(part, str) for span in _places(part, one, counted)
    ]
    if len(places) != 1:
        return text
    ((at, (start, end)),) = places
    part = str(parts[at])
    parts[at] = f"{part[:start]}{Bound(begun_as(part[start:end], one.words), one.fact)}{part[end:]}"
    return "".join(map(str, parts))


def _places(part: str, one: Bound, counted: str) -> list[tuple[int, int]]:
    """Where the words stand by themselves; a number only where it says how many, and of the same: "5 волонтёров" are
    no 5 seminars."""
    said = r"\s+".join(map(re.escape, one.words.split()))
    words = re.compile(rf"(?<![\w.,]){said}(?!\w|[.,]\d)", re.IGNORECASE)
    found = [match.span() for match in words.finditer(part)]
    if one.fact.rpartition(".")[2] in SHARED or not found:
        return found
    numbers = quantities(part)
    found = [(start, end) for start, end in found if any(start < b and a < end for a, b in numbers)]
    if any(map(str.isalpha, one.words)):
        return found
    return [(start, end) for start, end in found if counted and _beginning(part[end:]) == counted]
