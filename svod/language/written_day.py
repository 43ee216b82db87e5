"""A day as it is written, before anything is resolved."""

from dataclasses import dataclass


@dataclass(slots=True, init=False)
class Written:
    """A day as it is written at [start, end): the parts it tells, None for those it leaves out.

    `until` is true where the day ends an interval that the one before it begins ("5–7 декабря"). `weekday` is 1
    (Monday) to 7; `relative` is the days from the day of writing, or "same", "next", "before", "later 3" for the
    one told before.
    """

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    until: bool
    weekday: int | None
    relative: int | str | None

    def __init__(
        self,
        start: int,
        end: int,
        year: int | None = None,
        month: int | None = None,
        day: int | None = None,
        until: bool = False,
        weekday: int | None = None,
        relative: int | str | None = None,
    ) -> None:
        self.start, self.end, self.year, self.month, self.day = start, end, year, month, day
        self.until, self.weekday, self.relative = until, weekday, relative
