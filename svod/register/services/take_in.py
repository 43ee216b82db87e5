"""What the reader passed over: a person takes it in as a draft, or says that it is nothing of the kind."""

from django.utils import timezone

from svod.register.errors import NoSuchPassage
from svod.register.history import operation
from svod.register.left_out import row_of
from svod.register.models import Activity, Document, Person, State
from svod.register.models.finding import Finding
from svod.register.services.locks import ensure_open, ensure_standing


def take_in(document: Document, place: int, person: Person) -> Finding:
    """A draft like those that were read at once, to be confirmed or corrected. `place` is that in `left_out`. Raises
    NoSuchPassage where there is none, Locked in a signed part, Withdrawn."""
    return _made(document, place, person, "take_in")


def turn_down(document: Document, place: int, person: Person) -> Finding:
    """A rejected row, which stands in its place from then on. Raises what `take_in` does."""
    return _made(document, place, person, "turn_down")


def _made(document: Document, place: int, person: Person, verb: str) -> Finding:
    if not 0 <= place < len(document.left_out):
        raise NoSuchPassage(quote="")
    row = row_of(document, place)
    if verb == "turn_down":
        row.state, row.decided_by, row.decided_at = State.REJECTED, person, timezone.now()
    if isinstance(row, Activity):
        row.words = row.found_by()
    with operation(verb, person, row.campaign, row.organisation, note=row.quote.strip()) as deed:
        ensure_open(row.campaign, row.organisation)
        ensure_standing([document.pk])
        deed.create(row)
    return row
