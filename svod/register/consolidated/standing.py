"""What of a person's words still stands: facts that are no longer true, numbers that stand on nothing."""

from dataclasses import dataclass

from svod.guard import find, held
from svod.language.numbers import find_numbers
from svod.register import models
from svod.register.consolidated.marks import Bound, bound, frame, pieces, plain
from svod.register.consolidated.told import Told

SURE = 0.7  # a find below it is no reason to stop somebody


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
    `is_homeless`: the narrator has no such passage any more. `private` is what may name a private person.
    """

    untrue: tuple[Untrue, ...] = ()
    unfounded: tuple[str, ...] = ()
    is_behind: bool = False
    is_homeless: bool = False
    private: tuple[str, ...] = ()


SOUND = Standing()


def standing(row: models.Passage, told: Told) -> Standing:
    own = told.passage(row.key)
    numbers, names = unfounded(row.machine), private(plain(row.machine), row.report)
    return Standing(
        untrue(row, told),
        tuple(number for number in unfounded(row.text) if number not in numbers),
        is_behind=own is not None and frame(own.text, row.known) != frame(row.machine, row.known),
        is_homeless=own is None,
        private=tuple(name for name in private(plain(row.text), row.report) if name not in names),
    )


def private(text: str, report: models.Report) -> tuple[str, ...]:
    """What of the words must not leave the circle, as far as that can be seen: they go out as they are written."""
    finds = held(find(text, report.language, report.campaign.pack))
    return tuple(dict.fromkeys(text[one.start : one.end] for one in finds if one.certainty >= SURE))


def untrue(row: models.Passage, told: Told) -> tuple[Untrue, ...]:
    """Each once, in the order of the text."""
    found: dict[str, Untrue] = {}
    for one in bound(row.text):
        was, now = row.known.get(one.fact, one.words), value(one.fact, row.groups, told)
        if was != now:
            found[one.fact] = Untrue(one.fact, was, now)
    return tuple(found.values())


def value(fact: str, groups: dict[str, list[str]], told: Told) -> str:
    """What the register says of it now; "" for nothing."""
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
