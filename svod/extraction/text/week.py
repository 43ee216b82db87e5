"""Weekdays that a text dates: "С 2 по 6 декабря шла неделя права. Во вторник прошла викторина"."""

from dataclasses import replace
from datetime import timedelta

from svod.extraction.lexicon.grammar import words
from svod.language.dates import DateMention
from svod.records import Period

A_WEEK = 7  # days
ON = frozenset(f"{word} " for word in words("on_a_weekday"))
BULLETS = "-–—•*·✅✔0123456789.) \t"


def dated_weekdays(folded: str, mentions: list[DateMention]) -> list[DateMention]:
    """The mentions, each weekday given its day of the week that the text told last."""
    if all(mention.weekday is None for mention in mentions):
        return mentions
    week: Period | None = None
    told = []
    for mention in mentions:
        if mention.period is None and mention.weekday is not None and week is not None and _tells(folded, mention):
            mention = replace(mention, period=_on(mention.weekday, week))
        elif mention.period is not None:
            week = _week_of(mention) or week
        told.append(mention)
    return told


def _week_of(mention: DateMention) -> Period | None:
    """An interval of a few days, or seven from a day told with its weekday."""
    period = mention.period
    if period is None:
        return None
    if period.first < period.last < period.first + timedelta(days=A_WEEK):
        return period
    if mention.weekday is not None and period.first == period.last:
        return Period(period.first, period.first + timedelta(days=A_WEEK - 1))
    return None


def _on(weekday: int, week: Period) -> Period | None:
    away = (weekday - week.first.isoweekday()) % A_WEEK
    day = week.first + timedelta(days=away)
    return Period.day(day) if day <= week.last else None


def _tells(folded: str, mention: DateMention) -> bool:
    """ "В среду", "во вторник же", or a weekday that opens its line; not "в образовательную среду"."""
    line = folded.rfind("\n", 0, mention.start) + 1
    before = folded[line : mention.start]
    return not before.strip(BULLETS) or any(before.endswith(word) for word in ON) or before.endswith((". ", ", а "))
