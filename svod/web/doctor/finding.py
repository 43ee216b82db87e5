"""What is found, in the language of whoever asks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

WRONG, LOOK, GOOD = "wrong", "look", "good"


@dataclass(frozen=True, slots=True)
class Finding:
    state: str
    what: str
    todo: str = ""


Examination = Callable[[], Iterator[Finding]]


def good(what: str) -> Finding:
    return Finding(GOOD, what)


def look(what: str, todo: str) -> Finding:
    return Finding(LOOK, what, todo)


def wrong(what: str, todo: str) -> Finding:
    return Finding(WRONG, what, todo)
