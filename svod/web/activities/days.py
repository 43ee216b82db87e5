"""A range of days among the signs: an activity has the sign of the day on which it began, and those days are few.

Who asks for what was held since a day means as well what began before and went on: few, with an index of their own.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import F, Q

from svod.register.models import Campaign

BEFORE, AFTER = "before", "after"  # the days of the campaign
MOST = 400  # days that are told apart; beyond them lie slips of the pen and other years
NEVER = "never"  # the code of no day
ONE = timedelta(days=1)
NEXT = "SELECT MIN(first_day) FROM register_activity WHERE campaign_id = %(campaign)s AND first_day"
KNOWN = f"""WITH RECURSIVE days (day) AS ({NEXT} >= %(since)s
    UNION ALL SELECT ({NEXT} > day) FROM days WHERE day < %(until)s)
    SELECT day FROM days WHERE day <= %(until)s LIMIT %(most)s"""  # noqa: S608 # each is one step in an index


def asked(values: dict[str, Any], campaign: Campaign) -> Q:
    """What the rows' own days have to be."""
    since, until = _began(values, campaign)
    found = Q(last_day__gte=values["first"]) if "first" in values else Q()
    return found & (Q(first_day__gte=since) if since else Q()) & (Q(first_day__lte=until) if until else Q())


class Part(NamedTuple):
    """Some of the rows: the codes of the days on which they began, none where any will do; what is asked of each."""

    began: set[str]
    rest: Q
    is_indexed: bool = False  # what is asked


def parted(values: dict[str, Any], campaign: Campaign) -> Iterator[Part]:
    """The same as parts that share no row."""
    since, until = _began(values, campaign)
    first = values.get("first")
    if not (since or until or first):
        yield Part(set(), Q())
        return
    days = _known(max(filter(None, (since, first)), default=None), until, campaign)
    if days is None:
        yield Part(set(), asked(values, campaign))
        return
    yield Part(days, Q())
    if first:
        going_on = Q(campaign=campaign, first_day__lt=F("last_day"), last_day__gte=first)
        yield Part(set(), going_on & Q(first_day__lt=first) & asked(values, campaign), is_indexed=True)


def _began(values: dict[str, Any], campaign: Campaign) -> tuple[date | None, date | None]:
    """The days between which it began, where the address says so."""
    on, last = values.get("on"), values.get("last")
    before = campaign.first_day - ONE if on == BEFORE else None
    return campaign.last_day + ONE if on == AFTER else None, min(filter(None, (last, before)), default=None)


def _known(since: date | None, until: date | None, campaign: Campaign) -> set[str] | None:
    """The days from one to the other on which anything began; None where they are too many."""
    between = {"campaign": campaign.pk, "since": since or date.min, "until": until or date.max, "most": MOST + 1}
    with connection.cursor() as cursor:
        cursor.execute(KNOWN, between)
        found = {str(day) for (day,) in cursor.fetchall()}
    return None if len(found) > MOST else found or {NEVER}
