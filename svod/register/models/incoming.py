"""What comes in and nobody has said whose it is: from outside, by e-mail or Telegram, or dropped into the inbox."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from svod.register.models.campaign import Campaign
from svod.register.models.organisation import Organisation
from svod.register.models.people import Person
from svod.register.models.submission import Submission


class Incoming(models.Model):
    """A message. `key` names it within its channel, so that fetched again it is the same one.

    Held back it keeps its bytes, its words as far as one must see them to tell whose it is, and its photos, drawn anew,
    as [hash of what was sent, place, size, width, height]. Once received, its submission has all of that.

    It is looked through for whose it may be: `proposed`, for a person to confirm, by its `grounds`, each as
    [where, words].
    """

    class State(models.TextChoices):
        HELD = "held", _("held back")
        RECEIVED = "received", _("received")
        REFUSED = "refused", _("refused")

    class Why(models.TextChoices):
        UNKNOWN = "unknown", _("the sender is not known")
        SEVERAL = "several", _("the sender reports for several organisations")
        NOWHERE = "nowhere", _("the sender reports for no organisation of a campaign")
        AUTOMATIC = "automatic", _("a program wrote it")
        TOO_LARGE = "too_large", _("it is too large to be fetched")
        UNSAID = "unsaid", _("nobody has said yet whose it is")

    class Receipt(models.TextChoices):
        NONE = "none", _("no receipt")
        WAITING = "waiting", _("receipt waiting to be sent")
        SENDING = "sending", _("receipt being sent")
        SENT = "sent", _("receipt sent")
        FAILED = "failed", _("receipt could not be sent")

    channel = models.CharField(max_length=10, choices=Submission.Channel.choices)
    key = models.CharField(max_length=300)
    sender = models.CharField(_("sender"), max_length=320)  # as the channel knows them: an address, a number
    sender_name = models.CharField(_("name"), max_length=300, blank=True)
    name = models.CharField(_("subject"), max_length=500)  # what its submission is called
    text = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.PositiveBigIntegerField()
    file = models.FileField(max_length=200, blank=True)  # under the hash of its bytes: see services/keep.py
    photos = models.JSONField(default=list)
    state = models.CharField(max_length=8, choices=State.choices)
    held_why = models.CharField(max_length=9, choices=Why.choices, blank=True)
    refused_why = models.CharField(_("why it was refused"), max_length=500, blank=True)
    receipt = models.CharField(max_length=7, choices=Receipt.choices, default=Receipt.NONE)
    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="incoming")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")  # the sender, where known
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    submission = models.ForeignKey(Submission, models.PROTECT, null=True, related_name="incoming")
    proposed = models.ForeignKey(Organisation, models.SET_NULL, null=True, related_name="+")
    grounds = models.JSONField(default=list, db_default=[])
    looked_at = models.DateTimeField(null=True)  # for whose it may be
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")  # who assigned or refused it
    sent_at = models.DateTimeField(null=True)  # as the sender's program says
    came_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-came_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["channel", "key"], name="message_once_in_a_channel"),
            models.CheckConstraint(
                condition=Q(state="received", submission__isnull=False, organisation__isnull=False)
                | Q(state__in=("held", "refused"), submission__isnull=True),
                name="message_received_as_a_submission",
            ),
        ]
        indexes = [
            models.Index(fields=["campaign", "state"], name="message_by_state"),
            models.Index(fields=["receipt"], condition=Q(receipt="waiting"), name="message_to_answer"),
        ]

    def __str__(self) -> str:
        return self.name
