"""One activity told twice counts once, where the fuller telling stands; every evidence is kept."""

from django.db.models import Q

from svod.register.errors import CannotMerge
from svod.register.history import Deed, operation
from svod.register.models import Activity, Person, Resemblance, State
from svod.register.services.apart import told_apart
from svod.register.services.correct import UNKNOWN
from svod.register.services.locks import ensure_rows_open

SHOWN = ("title", "first_day", "region", "place", "organiser", "participants_least")


def merge(head: Activity, copy: Activity, person: Person) -> Activity:
    """Make `copy` a telling of `head`, with all that was merged into it; return the activity that they count as.

    Raises CannotMerge for the same activity twice, another campaign's or a rejected one, Locked where the copy's
    part is signed.
    """
    head = head.same_as or head
    with operation("merge", person, head.campaign, copy.organisation, note=str(copy)) as deed:
        join(deed, head, copy, person)
    return head


def join(deed: Deed, head: Activity, copy: Activity, person: Person) -> None:
    """Make the copy, with all that was merged into it, a telling of the head. Raises what `merge` does."""
    if head.pk == copy.pk or head.campaign_id != copy.campaign_id or State.REJECTED in (head.state, copy.state):
        raise CannotMerge(head=head, copy=copy)
    copies = [copy, *copy.told_again.select_related("campaign", "organisation")]
    ensure_rows_open(copies)
    for one in copies:
        deed.update(one, same_as=head)
    decide(deed, head, copy, Resemblance.Decision.SAME, person)


def same(one: Activity, other: Activity, person: Person) -> Activity:
    """Merge two that a person calls the same, the better one as the head: confirmed, then fuller, then earlier."""
    one, other = one.same_as or one, other.same_as or other
    head, copy = sorted((one, other), key=goodness)
    return merge(head, copy, person)


def proposed(resemblance: Resemblance, person: Person) -> Activity:
    """Merge a pair that the machine proposed. Raises CannotMerge where by now one submission tells the two apart."""
    one, other = resemblance.one, resemblance.other
    if told_apart([(one.pk, other.pk)]):
        raise CannotMerge(head=one, copy=other)
    return same(one, other, person)


def different(resemblance: Resemblance, person: Person) -> None:
    """Note that the two only look alike: nobody is asked about them again."""
    one = resemblance.one
    with operation("tell_apart", person, one.campaign, one.organisation, note=str(one)) as deed:
        deed.update(resemblance, decision=Resemblance.Decision.DIFFERENT, decided_by=person)


def decide(deed: Deed, one: Activity, other: Activity, decision: str, person: Person) -> None:
    """Note what a person decided on a pair, where the machine had proposed it."""
    pair = Q(one=one, other=other) | Q(one=other, other=one)
    for resemblance in Resemblance.objects.filter(pair):
        deed.update(resemblance, decision=decision, decided_by=person)


def goodness(activity: Activity) -> tuple[bool, int, int]:
    """The least is the telling at which several count: confirmed, then fuller, then earlier."""
    known = sum(getattr(activity, name) not in UNKNOWN for name in SHOWN)
    return (activity.state != State.CONFIRMED, -known, activity.pk)
