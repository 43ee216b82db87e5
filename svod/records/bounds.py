"""Bounds: a number as the text gives it, with a least and a most; sums are interval arithmetic."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """`least` ≤ the number ≤ `most`; `most` is None where the text leaves it open.

    "45" is Bounds(45, 45), "свыше трёхсот" Bounds(301, None), "около 100" Bounds(90, 110), "до 30" Bounds(1, 30).

    Raises ValueError for a negative end or a least above the most.
    """

    least: int
    most: int | None

    def __post_init__(self) -> None:
        if self.least < 0 or (self.most is not None and self.most < self.least):
            raise ValueError(f"not bounds: [{self.least}, {self.most}]")

    def __reduce__(self) -> "tuple[type[Bounds], tuple[int, int | None]]":
        return Bounds, (self.least, self.most)  # as an activity goes from process to process

    @classmethod
    def exactly(cls, number: int) -> "Bounds":
        return cls(number, number)

    @classmethod
    def at_least(cls, number: int) -> "Bounds":
        return cls(number, None)

    @classmethod
    def total(cls, parts: "Iterable[Bounds]") -> "Bounds":
        """The sum of all parts; of none, exactly 0."""
        least, most = 0, 0
        is_open = False
        for part in parts:  # of thousands, so no sum of two is made on the way
            least += part.least
            most += part.most or 0
            is_open = is_open or part.most is None
        return cls(least, None if is_open else most)

    @property
    def is_exact(self) -> bool:
        return self.least == self.most

    def __add__(self, other: "Bounds") -> "Bounds":
        most = None if self.most is None or other.most is None else self.most + other.most
        return Bounds(self.least + other.least, most)

    def __mul__(self, other: "Bounds") -> "Bounds":
        """As many of these as the other says: 5 groups of 20."""
        most = None if self.most is None or other.most is None else self.most * other.most
        return Bounds(self.least * other.least, most)

    def overlaps(self, other: "Bounds") -> bool:
        """Whether some number lies within both."""
        return (other.most is None or self.least <= other.most) and (self.most is None or other.least <= self.most)

    def as_list(self) -> list[int | None]:
        """[least, most], as JSON writes it."""
        return [self.least, self.most]


ZERO = Bounds(0, 0)
ONE = Bounds(1, 1)
SOME = Bounds(1, None)
SEVERAL = Bounds(2, None)
