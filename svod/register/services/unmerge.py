"""A telling that was taken for another activity's counts for itself again."""

from svod.register.errors import CannotMerge
from svod.register.history import operation
from svod.register.models import Activity, Person, Resemblance
from svod.register.services.locks import ensure_rows_open
from svod.register.services.merge import decide


def unmerge(copy: Activity, person: Person) -> None:
    """Raises CannotMerge where it is merged into nothing, Locked where its part is signed."""
    head = copy.same_as
    if head is None:
        raise CannotMerge(head=copy, copy=copy)
    with operation("unmerge", person, copy.campaign, copy.organisation, note=str(copy)) as deed:
        ensure_rows_open([copy])
        deed.update(copy, same_as=None)
        decide(deed, head, copy, Resemblance.Decision.DIFFERENT, person)
