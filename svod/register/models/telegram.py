"""What the Telegram bot has to remember: who writes to it, what came and is to be done, what is still to be said."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from svod.register.models.organisation import Organisation
from svod.register.models.people import Person
from svod.register.models.submission import Submission

AWAY = timedelta(hours=1)  # a bot that was silent as long is not offered to anybody


class TelegramBot(models.Model):
    """A bot that was at work here; its token is known to its process alone."""

    number = models.BigIntegerField(primary_key=True)
    name = models.CharField(max_length=64)  # as in t.me/name
    heard_at = models.DateTimeField()  # when it last reached Telegram

    def __str__(self) -> str:
        return f"@{self.name}"

    @property
    def is_at_work(self) -> bool:
        return self.heard_at > timezone.now() - AWAY

    @classmethod
    def at_work(cls) -> "TelegramBot | None":
        """The one that people can write to now."""
        return cls.objects.filter(heard_at__gt=timezone.now() - AWAY).order_by("-heard_at").first()


class Chat(models.Model):
    """Somebody who writes to the bot; linked by a code from a person's account page, they are that person.

    `form` is what they are being asked, see svod/telegram/form.py; `organisation` the one they chose of several.
    """

    number = models.BigIntegerField(primary_key=True)  # Telegram's number of that user
    name = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=2, blank=True)
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="chats")
    organisation = models.ForeignKey(Organisation, models.SET_NULL, null=True, related_name="+")
    form = models.JSONField(null=True)
    seen_at = models.DateTimeField(default=timezone.now)  # when they last wrote
    linked_at = models.DateTimeField(null=True)
    blocked_at = models.DateTimeField(null=True)  # they stopped the bot: nothing can be said to them

    def __str__(self) -> str:
        return self.name or str(self.number)


class ChatCode(models.Model):
    """What links a chat, once. Only its hash is here; a new one takes the place of the person's last."""

    sha256 = models.CharField(max_length=64, unique=True)
    person = models.OneToOneField(Person, models.CASCADE, related_name="chat_code")
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.person)


class Update(models.Model):
    """What Telegram delivered: kept before it is confirmed, so that nothing is lost; its number stays after its words
    are gone, so that nothing is done twice."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")  # its words stay, for whoever looks for the fault

    bot = models.BigIntegerField()  # each counts its own
    number = models.BigIntegerField()
    body = models.JSONField(null=True)
    chat = models.BigIntegerField(default=0)
    album = models.CharField(max_length=64, blank=True)  # photos that were sent together come one by one
    state = models.CharField(max_length=7, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField(default=timezone.now)
    came_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["bot", "number"], name="update_once")]
        indexes = [models.Index(fields=["number"], condition=models.Q(state="waiting"), name="update_to_do")]

    def __str__(self) -> str:
        return f"{self.bot}/{self.number}"


class Outgoing(models.Model):
    """What the bot is still to say: rather twice than never."""

    chat = models.BigIntegerField()
    method = models.CharField(max_length=30)
    body = models.JSONField()
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.chat}: {self.method}"


class Receipt(models.Model):
    """What a chat handed in, and whether it was told what became of it."""

    chat = models.BigIntegerField()
    submission = models.ForeignKey(Submission, models.CASCADE, related_name="+")
    given_at = models.DateTimeField(auto_now_add=True)
    read_told = models.BooleanField(default=False)
    warned = models.BooleanField(default=False)  # that it tells of somebody, see svod/telegram/care.py

    class Meta:
        constraints = [models.UniqueConstraint(fields=["chat", "submission"], name="one_receipt_in_a_chat")]
        indexes = [models.Index(fields=["submission"], condition=models.Q(read_told=False), name="receipt_to_follow")]

    def __str__(self) -> str:
        return f"{self.chat}: {self.submission}"
