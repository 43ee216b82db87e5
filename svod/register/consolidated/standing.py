"""What of a person's words still stands: facts that are no longer true, numbers that stand on nothing."""

from dataclasses import dataclass

from svod.language.numbers import find_numbers
from svod.register import models
from svod.register.consolidated.discreet import Discreet, Private
from svod.register.consolidated.marks import Bound, bound, frame, pieces, plain
from svod.register.consolidated.told import Told


@dataclass(frozen=True, slots=True)
class Untrue:
    """A bound fact whose value is another one now; "" where the register has it no longer."""

    fact: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class Standing:
    """`unfounded` are numbers bound to no fact. What the narrator writes so itself ("школа № 7", "111") is no fault.

    `is_behind`: beside the facts that are bound, the narrator has something else to say than when the person wrote.
    `is_homeless`: the narrator has no such passage any more. `private` is what must not leave the circle.
    """

    untrue: tuple[Untrue, ...] = ()
    unfounded: tuple[str, ...] = ()
    is_behind: bool = False
    is_homeless: bool = False
    private: tuple[Private, ...] = ()


SOUND = Standing()


def standing(row: models.Passage, told: Told, guard: Discreet) -> Standing:
    own = told.passage(row.key)
    return Standing(
        untrue(row, told),
        of_ones_own(row),
        is_behind=own is not None and frame(own.text, row.known) != frame(row.machine, row.known),
        is_homeless=own is None,
        private=guard.private(plain(row.text), plain(row.machine)),
    )


def of_ones_own(row: models.Passage) -> tuple[str, ...]:
    """The numbers of a passage that are bound to no fact, and that the narrator did not write itself."""
    numbers = unfounded(row.machine)
    return tuple(number for number in unfounded(row.text) if number not in numbers)


def untrue(row: models.Passage, told: Told) -> tuple[Untrue, ...]:
    """The bound facts that are no longer true, each once, in the order of the text."""
    found: dict[str, Untrue] = {}
    for one in bound(row.text):
        was, now = row.known.get(one.fact, one.words), value(one.fact, row.groups, told)
        if was != now:
            found[one.fact] = Untrue(one.fact, was, now)
    return tuple(found.values())


def value(fact: str, groups: dict[str, list[str]], told: Told) -> str:
    """What the register says of the fact now; "" where it says nothing."""
    found = told.facts.get(fact, groups)
    return found.words if found else ""


def unfounded(text: str) -> tuple[str, ...]:
    """The quantities and shares outside of marks, as they are written. A year, a day, a school's number is none."""
    free = "".join("\n" if isinstance(piece, Bound) else piece for piece in pieces(text))
    said = (free[one.start : one.end].strip() for one in find_numbers(free) if one.role in ("quantity", "percent"))
    return tuple(dict.fromkeys(words for words in said if any(map(str.isdigit, words))))


def quantities(text: str) -> list[tuple[int, int]]:
    """Where the text says how many."""
    return [(one.start, one.end) for one in find_numbers(text) if one.role == "quantity"]
