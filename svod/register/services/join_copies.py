"""Join at once what surely tells again an activity that somebody has confirmed."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter

from django.db.models import Q, QuerySet

from svod.register.errors import CannotMerge, Refused
from svod.register.history import Deed, operation
from svod.register.models import Activity, Campaign, Operation, Organisation, Person, Resemblance, State, Submission
from svod.register.permissions import reach, visible
from svod.register.services.apart import told_apart
from svod.register.services.merge import goodness, join

# An open pair of which the machine is certain, and one of whose two somebody has confirmed.
SURELY_CONFIRMED = Q(certain=True) & (Q(one__state=State.CONFIRMED) | Q(other__state=State.CONFIRMED))


def certain_copies(campaign: Campaign, person: Person, action: str = "review") -> QuerySet[Resemblance]:
    """The pairs of which the machine is certain, one at least confirmed, that the person may see, or join."""
    pairs = Resemblance.objects.filter(SURELY_CONFIRMED, one__campaign=campaign, decision=Resemblance.Decision.OPEN)
    for side in ("one", "other"):
        pairs = visible(pairs, person, action, through=f"{side}__organisation")
        pairs = pairs.filter(**{f"{side}__same_as__isnull": True}).exclude(**{f"{side}__state": State.REJECTED})
    return pairs


def told_in(pairs: QuerySet[Resemblance], submission: Submission | int) -> QuerySet[Resemblance]:
    """Those of which one activity is the submission's."""
    return pairs.filter(Q(one__document__submission=submission) | Q(other__document__submission=submission))


def join_copies(pairs: Iterable[Resemblance], person: Person) -> list[Operation]:
    """Join the pairs, in one operation for each part of the federation in which the person reviews: nearly always one.

    A pair that cannot be joined, since it is signed, told apart or decided meanwhile, is left; where that is all of
    them, a refusal is raised.
    """
    by_part = sorted(((_part(pair, person), pair) for pair in pairs), key=itemgetter(0))
    done: list[Operation] = []
    refused: Refused | None = None
    for path, some in groupby(by_part, key=itemgetter(0)):
        try:
            done.append(_join_in(Organisation.objects.get(path=path), [pair for _path, pair in some], person))
        except Refused as refusal:
            refused = refusal
    if refused and not done:
        raise refused
    return done


def _part(pair: Resemblance, person: Person) -> str:
    """The path of the organisation below which the person reviews it, as far as the campaign is held there."""
    above = [path for path in reach(person, "review") if pair.one.organisation.path.startswith(path)]
    return max(*above, pair.one.campaign.organisation.path, key=len)


def _join_in(place: Organisation, pairs: Sequence[Resemblance], person: Person) -> Operation:
    """Its note is how many were joined. Raises a refusal where that would be none."""
    with operation("merge", person, pairs[0].one.campaign, place) as deed:
        joined = 0
        for pair in pairs:
            try:
                _join(deed, pair, person)
                joined += 1
            except Refused as refusal:
                refused = refusal
        if not joined:
            raise refused
        deed.operation.note = str(joined)
        deed.operation.save(update_fields=["note"])
    return deed.operation


def _join(deed: Deed, pair: Resemblance, person: Person) -> None:
    """As they are by now: another pair may have joined one of them already."""
    if told_apart([(pair.one_id, pair.other_id)]):
        raise CannotMerge(head=pair.one, copy=pair.other)
    rows = Activity.objects.select_related("campaign", "organisation", "same_as__campaign", "same_as__organisation")
    one, other = (rows.get(pk=key) for key in (pair.one_id, pair.other_id))
    head, copy = sorted((one.same_as or one, other.same_as or other), key=goodness)
    if head.pk != copy.pk:
        join(deed, head, copy, person)
