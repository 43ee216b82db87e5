"""What sets an activity so far apart from its campaign that a person should look at it before it counts.

A report may tell of another campaign, a year may be mistyped, a number may count something else. Nothing is left out
for it: the activity stays what the text says, with less confidence and the reason beside it.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from svod.extraction.reasons import reason
from svod.packs import Pack
from svod.records import Activity, Period

DOUBTED = 0.4  # at most, of what is so far apart
MARGIN = timedelta(days=21)  # many begin before a campaign's first day, or go on after its last
OF_ITS_DAY = ("another_year", "far_from_its_days")
NAMES = (*OF_ITS_DAY, "so_many_people", "people_nearby", "day_of_the_text")


class Usual:
    """What is usual of a campaign's activities."""

    def __init__(self, pack: Pack) -> None:
        self.pack, self.most_people = pack, pack.most_people
        self._days: dict[int, tuple[date, date]] = {}  # of the years met so far

    def weigh(self, activity: Activity, year: int | None) -> Activity:
        """The same, with less confidence where something speaks against it; `year` is the campaign's, where known."""
        days = self._days_of(year) if year is not None and activity.date is not None else None
        found = _against_its_day(activity.date, days) + self._against_its_people(activity)
        if not found:
            return activity
        return activity.but(confidence=min(activity.confidence, DOUBTED), reasons=activity.reasons + found)

    def _days_of(self, year: int) -> tuple[date, date]:
        if year not in self._days:
            self._days[year] = _usual(*self.pack.days(year))
        return self._days[year]

    def _against_its_people(self, activity: Activity) -> tuple[str, ...]:
        people = activity.participants
        too_many = people is not None and people.least > self.most_people and activity.count.most == 1
        return ("so_many_people",) if too_many else ()


def against_its_day(period: Period | None, first: date, last: date) -> tuple[str, ...]:
    """Which of `OF_ITS_DAY` speaks against the days of an activity, in a campaign of these days."""
    return _against_its_day(period, _usual(first, last))


def _against_its_day(period: Period | None, days: tuple[date, date] | None) -> tuple[str, ...]:
    if period is None or days is None:
        return ()
    earliest, latest = days
    begun, ended = period.first, period.last
    if earliest <= ended and begun <= latest:
        return ()
    return ("another_year",) if ended.year < earliest.year or begun.year > latest.year else ("far_from_its_days",)


def _usual(first: date, last: date) -> tuple[date, date]:
    """The days in which a campaign's activities are held, its margins included; none in another year."""
    return max(first - MARGIN, date(first.year, 1, 1)), min(last + MARGIN, date(last.year, 12, 31))


def doubts_in_words(reasons: Iterable[str], language: str) -> tuple[str, ...]:
    """Those of an activity's reasons that speak against it. `language` is the reader's: ru, kk or en."""
    return tuple(reason(name, language) for name in reasons if name in NAMES)
