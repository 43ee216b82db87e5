"""What somebody handed in is opened by a process of its own, with limits: one, as long as the one lives that asks."""

import atexit
from dataclasses import dataclass
from functools import cache

from svod.confined import Confined


@dataclass(frozen=True, slots=True)
class Unopened:
    """Why it could not be opened, in place of what it holds: a code, and what fills the gaps of its message."""

    code: str
    details: tuple[tuple[str, int], ...] = ()


@cache
def opener() -> Confined:
    """`opener()(work, item)`; its modules know no Django. Raises svod.confined.Ended."""
    found = Confined()
    atexit.register(found.close)
    return found
