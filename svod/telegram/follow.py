"""Tell people what became of what they sent: that it is read, or that the office decided whose it is."""

from django.db import transaction
from django.utils import translation

from svod.register.models import Activity, Chat, Incoming, Outgoing, Receipt, Submission
from svod.register.models.submission import WAITING
from svod.telegram import receipts
from svod.telegram.care import warning_once_read
from svod.telegram.reply import Reply
from svod.telegram.talk import language_of, to_be_said

AT_ONCE = 50


def follow() -> int:
    """Tell what there is to tell; how much there was. Each is committed together with what is to be said."""
    return sum((*map(_tell_decided, _decided()), *map(_tell_read, _read())))


def _read() -> list[Receipt]:
    waiting = Receipt.objects.filter(read_told=False).exclude(submission__state__in=WAITING)
    return list(waiting.select_related("submission__campaign").order_by("pk")[:AT_ONCE])


@transaction.atomic
def _tell_read(receipt: Receipt) -> int:
    if Receipt.objects.filter(pk=receipt.pk, read_told=False).update(read_told=True):
        number = Activity.objects.filter(document__submission=receipt.submission).count()
        with translation.override(_language(receipt.chat)):
            _say(receipt.chat, Reply(receipts.read(receipt.submission, number)))
            if not receipt.warned and (care := warning_once_read(receipt.submission)):
                _say(receipt.chat, care)
        return 1
    return 0


def _decided() -> list[Incoming]:
    """Messages that were held back and are assigned or refused by now, but for those of erased senders."""
    waiting = Incoming.objects.filter(channel=Submission.Channel.TELEGRAM, receipt=Incoming.Receipt.WAITING)
    waiting = waiting.exclude(state=Incoming.State.HELD).exclude(sender="")
    return list(waiting.select_related("submission__organisation", "submission__campaign").order_by("pk")[:AT_ONCE])


@transaction.atomic
def _tell_decided(row: Incoming) -> int:
    waiting = Incoming.objects.filter(pk=row.pk, receipt=Incoming.Receipt.WAITING)
    if not waiting.update(receipt=Incoming.Receipt.SENT):
        return 0
    chat = int(row.sender)
    with translation.override(_language(chat)):
        if row.submission is None:
            _say(chat, receipts.not_a_report(row.refused_why))
        else:
            Receipt.objects.get_or_create(chat=chat, submission=row.submission)
            _say(chat, Reply(receipts.received(row.submission)))
    return 1


def _say(chat: int, reply: Reply) -> None:
    Outgoing.objects.bulk_create(to_be_said(chat, reply))


def _language(chat: int) -> str:
    known = Chat.objects.select_related("person").filter(pk=chat).first()
    return language_of(known) if known else "ru"
