"""Look through files and messages of which nobody has said whose they are, and write down whose each may be, with the
reasons."""

import logging
from collections.abc import Iterator
from itertools import groupby

from django.db import DatabaseError
from django.utils import timezone

from svod import records
from svod.register.look_through import documents_of
from svod.register.models import Campaign, Incoming, Organisation, Submission
from svod.register.permissions import visible
from svod.register.proof.broken import is_full
from svod.register.whose import Names, propose

log = logging.getLogger(__name__)

MOST_TEXTS = 3  # of an archive
OF_THE_SENDER = frozenset({Incoming.Why.UNSAID, Incoming.Why.SEVERAL})  # it is of those that the sender reports for


def propose_whose(key: int) -> None:
    """Look at all of the campaign that nobody has looked at.

    A file, or a known sender's message, may be of an organisation that the person hands in for; an unknown sender's
    message may be anybody's.
    """
    campaign = Campaign.objects.select_related("organisation").get(pk=key)
    waiting = Incoming.objects.filter(campaign=campaign, state=Incoming.State.HELD, looked_at=None)
    rows = waiting.select_related("person").order_by("person", "held_why", "pk")
    for _person, of_person in groupby(rows, key=lambda one: (one.person_id, one.held_why)):
        some = list(of_person)
        names = Names(_organisations(some[0], campaign))
        for row in some:
            _look(row, names)


def _organisations(row: Incoming, campaign: Campaign) -> Iterator[Organisation]:
    inside = Organisation.objects.filter(path__startswith=campaign.organisation.path, is_closed=False).order_by("path")
    if row.held_why not in OF_THE_SENDER:
        return inside.iterator()
    return iter(()) if row.person is None else visible(inside, row.person, "submit", through="").iterator()


def _look(row: Incoming, names: Names) -> None:
    found = propose(row.name, list(_texts(row)), names, _called(row))
    grounds = list(dict.fromkeys((one.where, one.words) for one in found.grounds))
    still = Incoming.objects.filter(pk=row.pk, state=Incoming.State.HELD)
    still.update(proposed=found.organisation, grounds=grounds, looked_at=timezone.now())


def _called(row: Incoming) -> str:
    """The sender, where no document of the message says it: a letter is read with its head."""
    return "" if row.channel == Submission.Channel.EMAIL and row.file else row.sender_name


def _texts(row: Incoming) -> Iterator[str]:
    """What its first documents say; nothing where it cannot be read, which is told when it is handed in."""
    if not row.file:
        return
    try:
        found = [one for one in documents_of(row) if isinstance(one, records.Document)]
    except Exception as error:
        if isinstance(error, DatabaseError) or is_full(error):
            raise
        log.exception("held file %s could not be looked through", row.pk)
        return
    yield from (one.text for one in found[:MOST_TEXTS])
