"""Sums that take a while, remembered until anything changes that they come from.

What changes them is an operation, a reading, or a comparison. The first two are counted as well as dated: the last one
to be written need not be the last one to begin. What people write in a report changes no sum.
"""

import hashlib
from collections.abc import Callable
from typing import TypeVar

from django.conf import settings
from django.core.cache import cache
from django.db.models import Count, Max, Q

from svod.register.models import Operation, Submission
from svod.register.totals.counted import Part

KEPT = 3600  # seconds
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


def stamp(part: Part) -> tuple[object, ...]:
    """Another one after each change. Asked for before anything is found: what changes meanwhile belongs to the next."""
    about = Q(campaign=part.campaign) | Q(campaign=None)  # organisations belong to no campaign
    done = (
        Operation.objects.filter(about)
        .exclude(verb__startswith=ABOUT_REPORTS)
        .order_by()
        .aggregate(last=Max("pk"), all=Count("pk"))
    )
    submitted = Submission.objects.filter(campaign=part.campaign).order_by()
    read = submitted.aggregate(last=Max("read_at"), all=Count("read_at"), received=Count("pk"))
    return *done.values(), *map(str, read.values()), str(part.campaign.compared_at)
