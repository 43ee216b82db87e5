"""A day or an interval of days."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From `first` to `last`, both included; a single day has first == last. Raises ValueError out of order."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"{self.first} is after {self.last}")

    @classmethod
    def day(cls, day: date) -> "Period":
        return cls(day, day)

    @classmethod
    def parse(cls, text: str) -> "Period":
        """From ISO 8601: "2022-12-05" or "2022-11-25/2022-12-10"."""
        first, _, last = text.partition("/")
        return cls(date.fromisoformat(first), date.fromisoformat(last or first))

    def __str__(self) -> str:
        """ISO 8601, as `parse` reads it."""
        return self.first.isoformat() if self.first == self.last else f"{self.first}/{self.last}"
