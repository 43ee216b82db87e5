"""Webhooks: where a program is told that something happened, and the log of what was told."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from svod.register.models import Operation, Organisation, Person


class Webhook(models.Model):
    """`person` is told of what happens below `organisation`, as long as they may organise there.

    `events` are verbs of the history, or what a worker has done; none: all. `base` is where this installation is, as it
    was called when the webhook was made. A receiver that fails is left alone until `rests_until`.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="webhooks")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    url = models.URLField(_("address"), max_length=500)
    events = models.JSONField(_("of what"), default=list)
    secret = models.CharField(max_length=80)
    base = models.CharField(max_length=300)
    is_on = models.BooleanField(_("switched on"), default=True)
    rests_until = models.DateTimeField(null=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.url


class Delivery(models.Model):
    """One message to one receiver. `body` is what is sent, the same each time; `tries` are [when, status, what].

    It may arrive twice, where a worker died in between: `message` is the same then.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting to be sent")
        DELIVERED = "delivered", _("delivered")
        GIVEN_UP = "given_up", _("given up")
        DROPPED = "dropped", _("not sent: the webhook is off")

    hook = models.ForeignKey(Webhook, models.CASCADE, related_name="deliveries")
    message = models.CharField(max_length=60)
    event = models.CharField(max_length=40)
    operation = models.ForeignKey(Operation, models.CASCADE, null=True, related_name="+")
    body = models.TextField()
    state = models.CharField(max_length=9, choices=State.choices, default=State.WAITING)
    tries = models.JSONField(default=list)
    next_at = models.DateTimeField()
    made_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["next_at"], condition=models.Q(state="waiting"), name="delivery_to_send"),
            models.Index(fields=["ended_at"], name="delivery_by_age"),
        ]

    def __str__(self) -> str:
        return f"{self.event} → {self.hook}"
