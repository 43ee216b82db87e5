"""What is handed in is put before a language model as well, where an administrator turned one on."""

import logging
from datetime import timedelta
from functools import partial

from django.conf import settings
from django.db import DatabaseError
from django.utils import timezone

from svod.assistant import ANSWERED, ASKED, Assistant as Asked, Sent, endpoint_at, problems_of
from svod.packs import Pack
from svod.records import Problem, Reading
from svod.register.models import Assistant, Consultation, Submission

log = logging.getLogger(__name__)

BUDGET = 300.0  # seconds that one submission may wait for answers: others wait behind it
TROUBLE, REST = 3, timedelta(minutes=10)  # failures in a row, and how long nobody is asked after them


class Asking:
    """Asks about the documents of one submission; nobody, where none is wanted or it does not answer lately."""

    def __init__(self, submission: Submission, pack: Pack) -> None:
        self.submission, self.pack = submission, pack
        row = Assistant.objects.filter(is_on=True).first()
        self.is_wanted = row is not None
        self._assistant = _assistant(row, submission, pack) if row and not _rests() else None

    def consult(self, reading: Reading) -> tuple[Reading, list[Problem]]:
        """The reading with what the model adds, and what a person is to know of it."""
        if not self.is_wanted or not reading.document.text:
            return reading, []
        try:
            if self._assistant is not None:
                consulted = self._assistant.consult(reading)
                return consulted.reading, problems_of(consulted)
        except Exception as error:  # a fault of ours in what is extra must not cost the reading
            if isinstance(error, DatabaseError):
                raise
            log.exception("the model could not be asked about %s", reading.document.id)
        return reading, [Problem("warning", "model_not_heard", reading.document.source)]


def _assistant(row: Assistant, submission: Submission, pack: Pack) -> Asked:
    terms = {"price_in": row.price_in, "price_out": row.price_out, "currency": row.currency}
    endpoint = endpoint_at(
        row.url, row.model, key=settings.MODEL_KEY, own=row.is_own, seconds=float(row.seconds), **terms
    )
    return Asked(endpoint, pack, partial(_keep, submission), budget=BUDGET)


def _rests() -> bool:
    """Whether the last that were sent all failed a moment ago."""
    lately = Consultation.objects.filter(at__gt=timezone.now() - REST).exclude(outcome=ASKED)
    last = list(lately.values_list("outcome", flat=True)[:TROUBLE])
    return len(last) == TROUBLE and ANSWERED not in last


def _keep(submission: Submission, sent: Sent) -> None:
    """On record before it goes, and again when it is known what came of it."""
    told = {
        "submission": submission,
        "document": sent.document[:100],
        "start": sent.span.start,
        "end": sent.span.end,
        "at": sent.at,
        "host": sent.host[:190],
        "model": sent.model,
        "own": sent.own,
        "sha256": sent.sha256,
        "characters": sent.characters,
        "masked": sent.masked,
        "outcome": sent.outcome,
        "tries": sent.tries,
        "tokens_in": sent.tokens_in,
        "tokens_out": sent.tokens_out,
        "cost": sent.cost,
        "currency": sent.currency,
    }
    Consultation.objects.update_or_create(key=sent.key, defaults=told)
