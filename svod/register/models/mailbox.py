"""The mailbox that reports are fetched from: how far, when last, and what is wrong with it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Mailbox(models.Model):
    """`last_uid` is the last letter that was taken in, counted by the server under `uid_validity`: where that changes,
    the server counts anew, and every letter is looked at again."""

    class Trouble(models.TextChoices):
        NO_HOST = "no_host", _("The mail server is not found under its name.")
        NO_ANSWER = "no_answer", _("The mail server does not answer.")
        CUT = (
            "cut",
            _("The line to the mail server was cut. Nothing is lost: what was not fetched is fetched next time."),
        )
        NO_TRUST = "no_trust", _("The mail server's certificate is not valid, so no password was sent.")
        NO_TLS = "no_tls", _("The mail server does not answer with encryption at this port, so no password was sent.")
        LOGIN = "login", _("The mail server refuses the user name or the password.")
        NO_FOLDER = "no_folder", _("There is no such folder in the mailbox.")
        NO_CAMPAIGN = "no_campaign", _("There is no campaign yet that a message could belong to.")
        SERVER = "server", _("The mail server refuses what it is asked for.")
        FAULT = (
            "fault",
            _("A letter could not be taken in. Whoever runs this installation finds the reason in its log."),
        )

    address = models.CharField(max_length=500, unique=True)  # user, host and folder
    uid_validity = models.BigIntegerField(null=True)
    last_uid = models.BigIntegerField(default=0)
    fetched_at = models.DateTimeField(null=True)  # when all there was had been taken in
    trouble = models.CharField(max_length=11, choices=Trouble.choices, blank=True)
    trouble_since = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.address
