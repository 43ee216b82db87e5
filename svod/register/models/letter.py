"""Letters that remind: one for each person, whatever number of organisations they answer for."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from svod.register.models.campaign import Campaign
from svod.register.models.organisation import Organisation
from svod.register.models.people import Person


class Letter(models.Model):
    """`text` is what was sent; it is written when the letter goes, since who is silent may change until then.

    A letter that was `sending` when its worker died may have gone: it is shown so and not sent again.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting to be sent")
        SENDING = "sending", _("being sent")
        SENT = "sent", _("sent")
        FAILED = "failed", _("could not be sent")
        NEEDLESS = "needless", _("not sent: the report came in time")

    class About(models.TextChoices):
        OWN = "own", _("reminder")  # to who answers for the organisation
        BELOW = "below", _("who is silent below")  # to who answers for the organisation above it

    class Way(models.TextChoices):
        MAIL = "mail", _("by e-mail")
        TELEGRAM = "telegram", _("by Telegram")

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="letters")
    way = models.CharField(max_length=8, choices=Way.choices, default=Way.MAIL)
    about = models.CharField(max_length=5, choices=About.choices, default=About.OWN)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    sent_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")  # none: by the campaign's rule
    note = models.CharField(_("a word of your own"), max_length=500, blank=True)
    link = models.URLField(max_length=500)
    organisations = models.ManyToManyField(Organisation, through="Reminder", related_name="+")
    address = models.EmailField(blank=True)
    text = models.TextField(blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    failed_why = models.CharField(max_length=500, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=("waiting", "sending"), ended_at__isnull=True)
                | Q(state__in=("sent", "failed", "needless"), ended_at__isnull=False),
                name="letter_ended_at_its_time",
            )
        ]
        indexes = [models.Index(fields=["campaign", "made_at"], name="letter_by_day")]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_state_display()}"


class Reminder(models.Model):
    """An organisation that a letter is about."""

    letter = models.ForeignKey(Letter, models.CASCADE, related_name="reminders")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="reminders")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["letter", "organisation"], name="once_in_a_letter")]

    def __str__(self) -> str:
        return str(self.organisation)
