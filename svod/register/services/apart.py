"""What one submission tells apart: two of its activities are two, through however many other tellings."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q

from svod.register.models import Activity

Pair = tuple[int, int]


def told_apart(pairs: Iterable[Pair]) -> set[Pair]:
    """Those of the pairs whose two activities, each with all that counts as it, one submission tells both.

    A1 and A2 of one report stay two when a person says that B is A1: then B is not offered as A2.
    """
    asked = list(pairs)
    keys = {key for pair in asked for key in pair}
    head_of = dict(Activity.objects.filter(pk__in=keys, same_as__isnull=False).values_list("pk", "same_as"))
    heads = {head_of.get(key, key) for key in keys}
    tellers: dict[int, set[int]] = defaultdict(set)
    told = Activity.objects.filter(Q(pk__in=heads) | Q(same_as__in=heads))
    for key, head, submission in told.values_list("pk", "same_as", "document__submission"):
        tellers[head or key].add(submission)
    return {
        (one, other)
        for one, other in asked
        if not tellers[head_of.get(one, one)].isdisjoint(tellers[head_of.get(other, other)])
    }
