"""Tell a known sender that their message is received: at most once, and only when it is."""

from smtplib import SMTPException

from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet

from svod.register.mailbox import receipt
from svod.register.models import Incoming, Submission


def answer_later(row: Incoming) -> None:
    """Queue a receipt for the message, where one is to go."""
    from svod.register.tasks import acknowledge as task

    if to_answer().filter(pk=row.pk).exists():
        transaction.on_commit(lambda: task.enqueue(row.pk))


def to_answer() -> QuerySet[Incoming]:
    """The messages that were received and whose receipt waits to be sent, where mail can be sent."""
    waiting = Incoming.objects.filter(
        channel=Submission.Channel.EMAIL, state=Incoming.State.RECEIVED, receipt=Incoming.Receipt.WAITING
    )
    return waiting if settings.MAIL_WORKS else waiting.none()


def acknowledge(key: int) -> None:
    """Send the receipt of that message, if it still waits."""
    if not to_answer().filter(pk=key).update(receipt=Incoming.Receipt.SENDING):
        return
    row = Incoming.objects.select_related("person", "organisation", "campaign").get(pk=key)
    _end(row, _sent(row))


def _sent(row: Incoming) -> str:
    if row.person is None or not row.person.email or not row.person.is_active or not receipt.may_go(row):
        return Incoming.Receipt.NONE
    try:
        receipt.send(row)
    except (SMTPException, OSError):
        return Incoming.Receipt.FAILED
    return Incoming.Receipt.SENT


def _end(row: Incoming, how: str) -> None:
    row.receipt = how
    row.save(update_fields=["receipt"])
