"""Turn down what is no activity, or no total."""

from django.utils import timezone

from svod.register.errors import ToldAgain
from svod.register.history import operation
from svod.register.models import Activity, Person, State
from svod.register.models.finding import Finding
from svod.register.services.locks import ensure_rows_open


def reject(row: Finding, person: Person) -> None:
    """Reject the row; a copy no longer counts as another activity. Raises ToldAgain where others are merged into it."""
    if isinstance(row, Activity) and row.told_again.exists():
        raise ToldAgain(row=row)
    changed: dict[str, object] = {"state": State.REJECTED, "decided_by": person, "decided_at": timezone.now()}
    if isinstance(row, Activity):
        changed["same_as"] = None
    with operation("reject", person, row.campaign, row.organisation, note=str(row)) as deed:
        ensure_rows_open([row])
        deed.update(row, **changed)
