"""Dates in Russian, Kazakh and English text, completed with the campaign's year, joined into intervals."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from svod.language.date_forms import written_days
from svod.language.fold import fold
from svod.language.written_day import Written
from svod.records import Period

Days = tuple[tuple[int, int], tuple[int, int]]  # (month, day) of a campaign's first and last day
HALF_A_YEAR = 183  # days
ONE_DAY = timedelta(days=1)
LATER = "later "  # before how many days lie between a day and the one told before

LONGEST_JOINT = 12  # characters between the days of an interval: ".  through  "
DASH = re.compile(r"\.?\s?[-–—]\s?(?:с\s)?")
RUSSIAN_TO = re.compile(r"\.?\s{1,2}(?:по|до|to|through|until|till)\s{1,2}")
KAZAKH_AND = re.compile(r"\s(?:мен|бен|пен|and)\s")
KAZAKH_AMONG = re.compile(r"\s(?:аралыгында|арасында|аралыгы)")
KAZAKH_UNTIL = re.compile(r"\s(?:дейин|шейин)")
OPENING = re.compile(r"(?:^|(?<=[^а-яa-z]))(?:с|со|от|from|between)\s$")
BESIDE = re.compile(r"[,\s(]{1,3}(?:во?\s)?")


class DayParts(NamedTuple):
    """What the text itself tells of a day; None for what it leaves out."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


UNTOLD = DayParts()


@dataclass(slots=True, init=False)
class DateMention:
    """A day or an interval at [start, end) of the text.

    `period` is None where the text and the year together do not give the days; `first` and `last` are what it says.
    `partial`: no full day is told, only a month, or a day whose month was told before. `relative` is how many days
    away from the day of writing ("вчера" -1), or "same", "next", "before", "later 3" for the
    day told before; `weekday` is 1 (Monday) to 7.
    """

    start: int
    end: int
    period: Period | None
    partial: bool
    first: DayParts
    last: DayParts
    relative: int | str | None
    weekday: int | None

    def __init__(
        self,
        start: int,
        end: int,
        period: Period | None,
        partial: bool,
        first: DayParts = UNTOLD,
        last: DayParts = UNTOLD,
        relative: int | str | None = None,
        weekday: int | None = None,
    ) -> None:
        self.start, self.end, self.period, self.partial = start, end, period, partial
        self.first, self.last, self.relative, self.weekday = first, last, relative, weekday


def find_dates(text: str, year: int | None, days: Days | None = None, folded: str | None = None) -> list[DateMention]:
    """All dates of a text, in order, none over another.

    `year` completes a day and month; without it such a mention has no period. `days` are those of the campaign in that
    year: they matter where the text tells a day of the campaign's months (see `likely_year`). `folded` is `fold(text)`,
    where the caller has it already. A day that does not exist is no mention.
    """
    folded = fold(text) if folded is None else folded
    told = written_days(folded)
    return read_days(folded, told, year, days if days is not None and tells_of(days, told) else None)


def read_days(folded: str, told: Sequence[Written], year: int | None, days: Days | None) -> list[DateMention]:
    """The mentions that the days, as they are written, are: completed, and joined into intervals."""
    mentions: list[DateMention] = []
    one: Written | None = None
    for other in told:
        if one is None:
            one = other
        elif _stands_beside(folded, one, other):
            one = _with_weekday(one, other)
        elif (interval := _interval(folded, one, other, year, days)) is not None:
            mentions.append(interval)
            one = None
        else:
            mentions += _alone(one, year, days)
            one = other
    return mentions + (_alone(one, year, days) if one is not None else [])


def complete(mention: DateMention, previous: Period) -> DateMention:
    """A day without its month ("30-ында"), "сол күні", "на следующий день": with the date told before.

    "30-ында" after 29 November is 30 November, "2-го" is 2 December: the nearest of that number. Returned as it is when
    it needs nothing, or no such day exists.
    """
    if mention.period is not None:
        return mention
    if mention.relative == "same":
        return replace(mention, period=previous, partial=False)
    if mention.relative in ("next", "before"):
        beside = previous.last + ONE_DAY if mention.relative == "next" else previous.first - ONE_DAY
        return replace(mention, period=Period.day(beside), partial=False)
    if isinstance(mention.relative, str):  # "later 3"
        later = previous.last + int(mention.relative[len(LATER) :]) * ONE_DAY
        return replace(mention, period=Period.day(later), partial=False)
    if mention.first.day is None or mention.first.month is not None:
        return mention
    day = _nearest(mention.first.day, previous.last)
    return replace(mention, period=Period.day(day), partial=False) if day else mention


def _nearest(day: int, told: date) -> date | None:
    """The day of that number nearest to one told before, in its month or in one beside it."""
    months = (told.year * 12 + told.month - 1 + step for step in (0, -1, 1))
    near = (_calendar_day(month // 12, month % 12 + 1, day) for month in months)
    return min((one for one in near if one is not None), key=lambda one: abs(one - told), default=None)


def likely_year(month: int, day: int, year: int, days: Days | None) -> int:
    """The year of a day in a campaign's text: "14 января" in a report on November 2022 is of 2023.

    Only a day more than half a year before the campaign's first is taken for the next year.
    """
    if days is None:
        return year
    first_month, first_day = days[0]
    is_far_before = (first_month - month) * 30.4 + first_day - day > HALF_A_YEAR
    return year + 1 if is_far_before else year


def tells_of(days: Days, told: Iterable[Written]) -> bool:
    """Whether some day of the text lies in a month of the campaign: then a far earlier day is of the next year."""
    months = {month for month, _ in days}
    return any(written.month in months for written in told)


def _stands_beside(folded: str, one: Written, other: Written) -> bool:
    """ "2 декабря, понедельник", "понедельник, 2 декабря" """
    is_pair = (one.day is not None and other.weekday is not None) or (one.weekday is not None and other.day is not None)
    return (
        is_pair and None in (one.weekday, other.weekday) and BESIDE.fullmatch(folded, one.end, other.start) is not None
    )


def _with_weekday(one: Written, other: Written) -> Written:
    day, weekday = (one, other.weekday) if one.day is not None else (other, one.weekday)
    return replace(day, start=one.start, end=other.end, weekday=weekday)


def _interval(folded: str, one: Written, other: Written, year: int | None, days: Days | None) -> DateMention | None:
    """ "с 25 ноября по 10 декабря", "25 қараша мен 10 желтоқсан аралығында", "в ноябре – декабре 2023 года" """
    if one.month is None or other.month is None or (one.day is None) != (other.day is None):
        return None
    end = other.end if other.until else _end_of_interval(folded, one, other)
    if end is None:
        return None
    last = DayParts(other.year, other.month, other.day)
    first = DayParts(one.year or _year_of_first(one, other), one.month, one.day)
    if last.year is None and first.year is not None:
        last = last._replace(year=first.year + (last.month < first.month if last.month and first.month else 0))
    opening = OPENING.search(folded, max(0, one.start - 8), one.start)
    start = opening.start() if opening else one.start
    return _mention(start, end, first, last, year, days)


def _end_of_interval(folded: str, one: Written, other: Written) -> int | None:
    """Where the interval of two days ends; None where they are only neighbours."""
    if other.start - one.end > LONGEST_JOINT:
        return None
    if DASH.fullmatch(folded, one.end, other.start) or RUSSIAN_TO.fullmatch(folded, one.end, other.start):
        return other.end
    if KAZAKH_AND.fullmatch(folded, one.end, other.start):
        among = KAZAKH_AMONG.match(folded, other.end)
        is_between = folded[max(0, one.start - 8) : one.start].endswith("between ")
        return among.end() if among else other.end if is_between else None
    until = KAZAKH_UNTIL.match(folded, other.end)
    is_from = folded[one.start : one.end].endswith(("дан", "ден", "тан", "тен", "нан", "нен"))
    return until.end() if until and is_from and folded[one.end : other.start] == " " else None


def _year_of_first(one: Written, other: Written) -> int | None:
    """ "25 ноября – 10 января 2023 года" began in 2022"""
    if other.year is None or one.month is None or other.month is None:
        return other.year
    return other.year - (one.month > other.month)


def _alone(written: Written, year: int | None, days: Days | None) -> list[DateMention]:
    start, end, weekday = written.start, written.end, written.weekday
    if written.relative is not None or (weekday is not None and written.day is None):
        return [DateMention(start, end, None, True, relative=written.relative, weekday=weekday)]
    told = _completed(written.year, written.month, written.day, year, days)
    if told is None:
        return []
    parts, period = told
    is_partial = parts.day is None or parts.month is None
    return [DateMention(start, end, period, is_partial, parts, parts, weekday=weekday)]


@lru_cache(maxsize=10_000)
def _completed(
    told: int | None, month: int | None, day: int | None, year: int | None, days: Days | None
) -> tuple[DayParts, Period | None] | None:
    """One day as it is told, with its year or without, and completed; None where the calendar has no such day."""
    parts = DayParts(told, month, day)
    if parts.day is None or parts.month is None:
        return parts, None
    if not _exists(parts):
        return None
    on = _day(parts, year, days)
    return parts, Period(on, on) if on else None


def _mention(
    start: int, end: int, first: DayParts, last: DayParts, year: int | None, days: Days | None
) -> DateMention | None:
    """None where the calendar has no such day."""
    if first.day is None or first.month is None:
        return DateMention(start, end, None, True, first, last)
    if not (_exists(first) and _exists(last)):
        return None
    begins, ends = _day(first, year, days), _day(last, year, days)
    if begins is not None and ends is not None and ends < begins and last.year is None and _exists(last):
        ends = _day(last._replace(year=begins.year + 1), None, None)
    period = Period(begins, ends) if begins and ends and begins <= ends else None
    return DateMention(start, end, period, False, first, last)


def _exists(parts: DayParts) -> bool:
    return _calendar_day(parts.year or 2024, parts.month, parts.day) is not None  # 29 February is a day of some year


def _day(parts: DayParts, year: int | None, days: Days | None) -> date | None:
    if parts.month is None or parts.day is None:
        return None
    if parts.year is None and year is not None:
        year = likely_year(parts.month, parts.day, year, days)
    return _calendar_day(parts.year or year or 0, parts.month, parts.day)


@lru_cache(maxsize=10_000)
def _calendar_day(year: int, month: int | None, day: int | None) -> date | None:
    """None where the calendar has no such day."""
    try:
        return date(year, month or 0, day or 0)
    except ValueError:
        return None


__all__ = ["DateMention", "DayParts", "Days", "complete", "find_dates", "likely_year", "read_days", "tells_of"]
