"""The receipt of a letter: to the address that the register has of its sender, never to one that a letter gives."""

from datetime import timedelta

from django.core.mail import EmailMessage
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from svod.register.models import Incoming

MOST_A_DAY = 20  # to one person: who forges their address must not fill their mailbox through us
AUTOMATIC = {"Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All"}  # RFC 3834, and Exchange's own


def may_go(row: Incoming) -> bool:
    day = Incoming.objects.filter(channel=row.channel, person=row.person, receipt=Incoming.Receipt.SENT)
    return day.filter(came_at__gt=timezone.now() - timedelta(days=1)).count() < MOST_A_DAY


def send(row: Incoming) -> None:
    """Raises SMTPException, OSError."""
    with translation.override(row.person.language or "ru"):
        subject, text = _words(row)
    _digest, _space, message_id = row.key.partition(" ")
    answers = {"In-Reply-To": message_id, "References": message_id} if message_id else {}
    EmailMessage(subject, text, to=[row.person.email], headers={**AUTOMATIC, **answers}).send()


def _words(row: Incoming) -> tuple[str, str]:
    subject = row.name.removesuffix(".eml")
    told = {
        "subject": subject,
        "day": date_format(timezone.localtime(row.came_at), "SHORT_DATETIME_FORMAT"),
        "organisation": row.organisation.called,
        "number": row.submission_id,
    }
    parts = [
        _("Good day!"),
        _("Your letter “%(subject)s” came on %(day)s.") % told,
        _("It is received as a report of %(organisation)s, number %(number)s.") % told,
        _("If you did not send it, somebody used your address: please tell your coordinator."),
        str(row.campaign),
    ]
    return _("Received: %(subject)s") % told, "\n\n".join(parts)
