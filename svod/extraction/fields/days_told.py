"""The days told so far, by which one that points at another is a day: "на следующий день", "24-го"."""

from datetime import date, timedelta

from svod.extraction.text.frame import Frame
from svod.extraction.text.stamps import Stamps
from svod.language.dates import DateMention, complete
from svod.records import Period

NOWHERE = -9  # a line far from any other


class DaysTold:
    """The last of them: `period` on which the last activity was, on that `line` and of that `kind`.

    `headed` is the last day that headed a line, where no other was told since; `untold` the line and the day of the
    last sentence that told no activity. `is_fresh`: `period` is told in the sentence that is being read.
    """

    def __init__(self, frame: Frame, stamps: Stamps, first_day: tuple[int, int], year: int | None) -> None:
        self.frame, self.stamps, self.first_day, self.year = frame, stamps, first_day, year
        self.period: Period | None = None
        self.line, self.kind, self.is_fresh = -1, "", False
        self.headed: Period | None = None
        self.untold: tuple[int, Period | None] = (NOWHERE, None)
        self._resolved: dict[int, Period | None] = {}  # a day that points at another, by where it stands

    def remember(self, period: Period, kind: str, line: int) -> None:
        """An activity of that kind was then; a part of an акция told on that line leaves it what was told last."""
        is_part = self.is_of_a_drive() and self.line == line and period == self.period
        self.kind = self.kind if is_part else kind
        self.period, self.line, self.is_fresh, self.headed = period, line, True, None

    def latest(self) -> tuple[Period | None, int]:
        """The day told last, of an activity or not, and on which line."""
        told = self.untold[0] > self.line >= 0 or self.period is None
        return (self.untold[1], self.untold[0]) if told else (self.period, self.line)

    def is_of_a_drive(self) -> bool:
        """Whether what was told last has activities of its own."""
        return "drive" in self.frame.lexicon.kinds.of(self.kind)

    def resolve(self, mention: DateMention) -> Period | None:
        """The day that is meant; None where it points at one that was not told."""
        if mention.period is not None:
            return mention.period
        if isinstance(mention.relative, int):
            written = self.stamps.written(mention.start)
            return Period.day(written + timedelta(days=mention.relative)) if written else None
        if mention.start not in self._resolved:  # "на следующий день" is one day, of all that its sentence tells
            last = self._pointed_at(mention) or self._campaign_begins(mention)
            self._resolved[mention.start] = complete(mention, last).period if last is not None else None
        return self._resolved[mention.start]

    def _pointed_at(self, mention: DateMention) -> Period | None:
        """The day that "в тот же день" points at: the last one that heads a line, else that of the last activity.

        "12-го" in a message is near the day on which it was sent.
        """
        sent = self.stamps.sent(mention.start) if mention.relative is None else None
        headed = self.headed if mention.relative == "same" else None
        return (Period.day(sent) if sent else None) or headed or self.latest()[0]

    def _campaign_begins(self, mention: DateMention) -> Period | None:
        """ "24-го прошёл семинар" as the first day that a text tells: the nearest to the campaign's first."""
        is_day = mention.relative is None and mention.first.day is not None
        return Period.day(date(self.year, *self.first_day)) if self.year and is_day else None
