"""Which days a text tells: its dates with their years, each telling of a day once, and the campaign's own."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from svod.extraction.lexicon.grammar import AND, words
from svod.extraction.text.week import dated_weekdays
from svod.language.date_forms import written_days
from svod.language.dates import DateMention, read_days, tells_of
from svod.language.number_words import Place
from svod.language.written_day import Written
from svod.records import Period

Days = tuple[tuple[int, int], tuple[int, int]]  # (month, day) of the campaign's first and last day

BESIDE = 3  # characters between two ways of telling one day
JOINING = words("joins_clauses")  # "26 ноября и 3 декабря"
LONGEST = 20  # days: a longer interval is a campaign's


def dates_of(folded: str, year: int | None, days: Days, places: list[Place]) -> list[DateMention]:
    """The dates of a text, completed with the year; weekdays of a week it tells too. `places`: where words may begin.

    A day of the spring after the campaign belongs to the next year, in a text that tells of the campaign's days; in a
    text that tells of none, every day is of the year given.
    """
    told = [one for one in written_days(folded, places) if not _numbers_a_part(folded, one)]
    return dated_weekdays(folded, _completed(folded, told, year, days))


def _numbers_a_part(folded: str, one: Written) -> bool:
    """ "2.11. Денисовский район" below "2.10. Аулиекольский район": a part's number, and no day of November."""
    if one.year is not None or one.month is None or (one.start and folded[one.start - 1] != "\n"):
        return False
    if not folded.startswith(f"{one.day}.{one.month}", one.start):
        return False
    return any(f"\n{one.day}.{beside}." in folded for beside in (one.month - 1, one.month + 1))


def _completed(folded: str, told: Sequence[Written], year: int | None, days: Days) -> list[DateMention]:
    if year is None or not tells_of(days, told):
        return read_days(folded, told, year, None)
    found = read_days(folded, told, year, days)
    if any(_within(mention, year, days) for mention in found):
        return found
    return read_days(folded, told, year, None)


def _within(mention: DateMention, year: int, days: Days) -> bool:
    if mention.period is None:
        return False
    (first_month, _), (last_month, _) = days
    first = mention.period.first
    return first.year == year and first_month <= first.month <= last_month


def outright(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """ "вчера, 8 декабря" is told outright by its second part; a weekday alone tells no day."""
    kept = []
    for index, mention in enumerate(mentions):
        following = mentions[index + 1] if index + 1 < len(mentions) else None
        is_relative = mention.period is None and mention.relative is not None
        if (
            is_relative
            and following is not None
            and following.period is not None
            and _are_one(text, mention, following)
        ):
            continue
        tells_a_day = mention.first.day is not None or mention.relative is not None
        if mention.weekday is None or mention.period is not None or tells_a_day:
            kept.append(mention)
    return kept


def told_outright(text: str, mentions: Sequence[DateMention]) -> date | None:
    """The day of writing, where the text says when "сегодня" is: "Сегодня, 1 декабря, у нас тренинг" """
    for one, other in pairwise(mentions):
        if isinstance(one.relative, int) and other.period is not None and _are_one(text, one, other):
            return other.period.first - timedelta(days=one.relative)
    return None


def _are_one(text: str, one: DateMention, other: DateMention) -> bool:
    """ "вчера, 8 декабря" """
    beside = text[one.end : other.start]
    return len(beside) <= BESIDE and not beside.strip(", (")


def in_a_row(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """ "2 и 3 декабря", "26, 27 и 29 ноября" are the days of one activity, from the first to the last."""
    kept: list[DateMention] = []
    before: DateMention | None = None
    for mention in mentions:
        if before is not None and _is_next(text, before, mention):
            first = kept.pop()
            days = first.period and mention.period and Period(first.period.first, mention.period.last)
            kept.append(replace(mention, start=first.start, period=days))
        else:
            kept.append(mention)
        before = mention
    return kept


def _is_next(text: str, one: DateMention, other: DateMention) -> bool:
    """Whether no more than "и" parts the first from the second, or where it is a number alone, a comma."""
    if one.period is None or other.period is None or one.period.last >= other.period.first:
        return False
    between = text[one.end : other.start].strip()
    if text[one.start : one.end].isdigit():
        return between == "," or between in AND
    return between in JOINING


def is_long(mention: DateMention) -> bool:
    """ "С 1 по 29 апреля": whose it is must be told beside it; it is no day of a whole paragraph."""
    period = mention.period
    return period is not None and (period.last - period.first).days > LONGEST


def is_whole_campaign(mention: DateMention, days: Days) -> bool:
    """A campaign's own interval is not an activity's date, but for one of a day; nor is another long one, unless it is
    far from its days."""
    period = mention.period
    if period is None or period.first == period.last:
        return False
    first, last = period.first, period.last
    ends = ((first.month, first.day), (last.month, last.day))
    return ends == days or ((last - first).days > LONGEST and max(first.month, last.month) >= days[0][0])
