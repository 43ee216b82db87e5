"""Say whose report a message is that was held back, or that it is none. It stays on record either way."""

from collections.abc import Iterator
from contextlib import contextmanager

from svod.register.errors import NotFetched, Stale
from svod.register.history import Deed, operation
from svod.register.models import Incoming, Organisation, Person, Submission
from svod.register.services.acknowledge import answer_later
from svod.register.services.receive import become_submission


def assign(incoming: Incoming, organisation: Organisation, person: Person) -> Submission:
    """Make a submission of the message, as that organisation's; also of one that was refused before.

    Raises Stale where somebody assigned it meanwhile, NotFetched where only its head is here.
    """
    with _deciding("assign", incoming, person, organisation) as (deed, row):
        if not row.file:
            raise NotFetched
        submission = become_submission(row, organisation, person)
        deed.update(
            row, state=Incoming.State.RECEIVED, organisation=organisation, submission=submission, decided_by=person
        )
        Incoming.objects.filter(pk=row.pk).update(
            text="", file="", photos=[], grounds=[]
        )  # its submission has them now
        answer_later(row)
    return submission


def refuse(incoming: Incoming, why: str, person: Person) -> None:
    """Say that the message is no report. Raises Stale where somebody assigned it meanwhile."""
    with _deciding("refuse", incoming, person, None, why) as (deed, row):
        deed.update(row, state=Incoming.State.REFUSED, refused_why=why[:500], decided_by=person)


@contextmanager
def _deciding(
    verb: str, incoming: Incoming, person: Person, organisation: Organisation | None, note: str = ""
) -> Iterator[tuple[Deed, Incoming]]:
    campaign = incoming.campaign
    with operation(verb, person, campaign, organisation or campaign.organisation, note=note or incoming.name) as deed:
        row = Incoming.objects.select_for_update(of=("self",)).get(pk=incoming.pk)
        if row.state == Incoming.State.RECEIVED:
            raise Stale(row=row)
        yield deed, row
