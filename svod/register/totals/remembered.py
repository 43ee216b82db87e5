"""Sums that take a while, remembered until anything changes that they come from.

What changes them is an operation, something handed in, a reading, or a comparison. Of the first two the last ones are
looked at together: the last one to be written need not be the last one to begin. What people write in a report changes
no sum.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

from django.conf import settings
from django.core.cache import cache
from django.db.models import Count, Max, QuerySet, Sum
from django.utils import timezone

from svod import __version__
from svod.register.models import Operation, Submission
from svod.register.models.submission import WAITING
from svod.register.totals.counted import Part

KEPT = 3600  # seconds
AT_A_TIME = 100  # more than are written at the same moment
ABOUT_REPORTS = "report_"  # how the verbs of such operations begin

Found = TypeVar("Found")


def remembered(part: Part, what: tuple[object, ...], find: Callable[[], Found]) -> Found:
    """What `find` gives for that part; `what` tells it from anything else that is found for the part."""
    told = repr((settings.STARTED, part.campaign.pk, part.paths, what, stamp(part)))
    key = f"sums-{hashlib.sha256(told.encode()).hexdigest()}"
    kept: Found | None = cache.get(key)
    if kept is None:
        kept = find()
        cache.set(key, kept, KEPT)
    return kept


@dataclass(frozen=True, slots=True)
class Latest:
    """What was found last, when, and whether it would be found now."""

    found: Any
    at: datetime
    is_current: bool


def latest(part: Part, what: tuple[object, ...]) -> Latest | None:
    """What was found last; for what is too much to be found while somebody waits."""
    found = cache.get(_name(part, what))
    if found is None:
        return None
    mark, at, known = found
    return Latest(known, at, mark == stamp(part))


def keep_latest(part: Part, what: tuple[object, ...], find: Callable[[], Any]) -> None:
    at, mark = timezone.now(), stamp(part)  # before anything is found: what changes meanwhile belongs to the next
    cache.set(_name(part, what), (mark, at, find()), None)


def _name(part: Part, what: tuple[object, ...]) -> str:
    told = repr((__version__, part.campaign.pk, part.paths, what))
    return f"latest-{hashlib.sha256(told.encode()).hexdigest()}"


def stamp(part: Part) -> tuple[object, ...]:
    """What is another one after each change. It is taken before anything is found, so that later changes tell."""
    operations = Operation.objects.exclude(verb__startswith=ABOUT_REPORTS)
    submitted = Submission.objects.filter(campaign=part.campaign).order_by()
    waiting = submitted.filter(state__in=WAITING).aggregate(all=Count("pk"))
    read = submitted.aggregate(last=Max("read_at"))
    return (
        *_last(operations.filter(campaign=part.campaign), "-at"),
        *_last(operations.filter(campaign=None), "-at"),  # organisations belong to no campaign
        *_last(submitted, "-received_at"),
        *map(str, (waiting["all"], read["last"], part.campaign.compared_at)),
    )


def _last(rows: QuerySet[Any], latest: str) -> tuple[int | None, ...]:
    """The last row, and a sum that changes where a row before it was committed later."""
    return tuple(rows.order_by(latest)[:AT_A_TIME].aggregate(last=Max("pk"), all=Sum("pk")).values())
