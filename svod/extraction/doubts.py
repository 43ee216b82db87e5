"""What sets an activity so far apart from its campaign that a person should look at it before it counts.

A report may tell of another campaign, a year may be mistyped, a number may count something else. Nothing is left out
for it: the activity stays what the text says, with less confidence and the reason beside it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta

from svod.extraction.reasons import reason
from svod.packs import Pack
from svod.records import Activity

DOUBTED = 0.4  # at most, of what is so far apart
MARGIN = timedelta(days=21)  # many begin before a campaign's first day, or go on after its last
NAMES = ("another_year", "far_from_its_days", "so_many_people")


def doubted(activity: Activity, pack: Pack, year: int | None) -> Activity:
    """The same, with less confidence where something speaks against it; `year` is the campaign's, where it is known."""
    found = tuple(_doubts(activity, pack, year))
    if not found:
        return activity
    return replace(activity, confidence=min(activity.confidence, DOUBTED), reasons=(*activity.reasons, *found))


def doubts_in_words(reasons: Iterable[str], language: str) -> tuple[str, ...]:
    """Those of an activity's reasons that speak against it. `language` is the reader's: ru, kk or en."""
    return tuple(reason(name, language) for name in reasons if name in NAMES)


def _doubts(activity: Activity, pack: Pack, year: int | None) -> Iterator[str]:
    if year is not None and activity.date is not None:
        first, last = pack.days(year)
        if activity.date.last.year < first.year or activity.date.first.year > last.year:
            yield "another_year"
        elif activity.date.last < first - MARGIN or activity.date.first > last + MARGIN:
            yield "far_from_its_days"
    people = activity.participants
    if people is not None and people.least > pack.most_people and activity.count.most == 1:
        yield "so_many_people"
