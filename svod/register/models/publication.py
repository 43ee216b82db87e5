"""What a campaign tells the public: a clean file of its own, made once and shown until it is taken down."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from svod.records import Release
from svod.register.models.campaign import Campaign
from svod.register.models.people import Person


class Publication(models.Model):
    """`content` is all that the public pages know (see `svod.register.published`); `held` what was kept back, and why.

    The last one whose time has come is what the public sees; when it is taken down, nothing is, until there is another.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("being made")
        READY = "ready", _("ready to be looked at")
        FAILED = "failed", _("could not be made")

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="publications")
    state = models.CharField(max_length=7, choices=State.choices, default=State.WAITING)
    content = models.JSONField(default=dict)
    held = models.JSONField(default=list)
    files = models.JSONField(default=dict)  # name -> place, under the hash of its bytes
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    published_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    shown_from = models.DateTimeField(_("shown from"), null=True, blank=True)
    taken_down_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    taken_down_at = models.DateTimeField(null=True)
    taken_down_why = models.CharField(_("why it was taken down"), max_length=500, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(shown_from__isnull=True) | Q(published_by__isnull=False, state="ready"),
                name="published_by_a_person",
            )
        ]
        indexes = [models.Index(fields=["campaign", "shown_from"], name="publication_by_time")]

    def __str__(self) -> str:
        return f"{self.campaign} · {self.made_at:%d.%m.%Y %H:%M}"

    @property
    def is_shown(self) -> bool:
        return self.taken_down_at is None and self.shown_from is not None and self.shown_from <= timezone.now()


class Released(models.Model):
    """Somebody stood by it that what the guard found may be told: `key` names it and tells nothing by itself."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="released")
    key = models.CharField(max_length=80)
    kind = models.CharField(max_length=20)
    reason = models.CharField(_("why it may be told"), max_length=500)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campaign", "key"], name="released_once")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.reason}"

    @classmethod
    def of(cls, campaign: Campaign) -> tuple[Release, ...]:
        """All that may be told although the guard finds it."""
        return tuple(one.record() for one in cls.objects.filter(campaign=campaign).select_related("person"))

    def record(self) -> Release:
        """As the guard knows it."""
        return Release(self.key, str(self.person), self.reason, self.at)
