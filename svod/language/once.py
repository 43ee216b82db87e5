"""What is made once, where it is first asked for."""

from collections.abc import Callable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Once(Generic[Made]):
    """What is made where it is first asked for, and kept: as `functools.cache` does, where it is asked of often."""

    def __init__(self, make: Callable[[], Made]) -> None:
        self._make = make
        self._made: Made | None = None

    def get(self) -> Made:
        if self._made is None:
            self._made = self._make()
        return self._made
