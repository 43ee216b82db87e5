"""A survey that an organisation opened, and the answers to it: of nobody, from nowhere, at no hour."""

import secrets
import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language, gettext_lazy as _

from svod import packs
from svod.register.models.campaign import Campaign
from svod.register.models.fields import Versioned
from svod.register.models.organisation import Organisation

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # that nobody takes for one another on a poster
LENGTH = 10


def new_code() -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


class Survey(Versioned):
    """One wave of a survey of the pack. `token` is in the address on its posters; `last_day` the last for answers.

    `results` is what may be told, counted once when it is closed and never again: from two counts of the same answers,
    one answer apart, that one would follow. `link` is the address without the group, `posters` where they lie.
    """

    class Wave(models.TextChoices):
        BEFORE = "before", _("before the campaign")
        AFTER = "after", _("after the campaign")
        ONCE = "once", _("once")

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="surveys")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="surveys")
    code = models.CharField(max_length=40)
    wave = models.CharField(_("when"), max_length=6, choices=Wave.choices)
    token = models.CharField(max_length=20, unique=True, default=new_code)
    link = models.URLField(max_length=500)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day for answers"))
    closed_on = models.DateField(null=True)
    results = models.JSONField(default=dict)
    posters = models.JSONField(default=dict)  # language -> place, under the hash of its bytes
    discarded_why = models.CharField(_("why its answers do not count"), max_length=500, blank=True)

    class Meta:
        ordering = ["-first_day", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "organisation", "code", "wave"],
                condition=Q(discarded_why=""),
                name="one_wave_of_a_survey",
            ),
            models.CheckConstraint(condition=Q(first_day__lte=F("last_day")), name="survey_days_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.called}, {self.get_wave_display()}"

    @property
    def called(self) -> str:
        """Its name in the reader's language; its code where the pack lost it."""
        names = self.asked.names if self.asked else {}
        return names.get(get_language() or "ru") or names.get("ru", self.code)

    @property
    def asked(self) -> packs.Survey | None:
        """What the pack asks; None where it lost it, or is gone itself."""
        try:
            surveys = self.campaign.pack.surveys
        except packs.PackError:
            return None
        return next((one for one in surveys if one.code == self.code), None)

    @property
    def state(self) -> str:
        """open, closed or discarded."""
        if self.discarded_why:
            return "discarded"
        return "closed" if self.closed_on else "open"


class Answer(models.Model):
    """One form. Its key is drawn at random with the form, so that the same form sent twice is one answer.

    `chosen` are codes by question. There is no person, no address, no hour, and no number that counts upwards.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    survey = models.ForeignKey(Survey, models.CASCADE, related_name="answers")
    group = models.CharField(max_length=40)
    day = models.DateField()
    chosen = models.JSONField(default=dict)

    def __str__(self) -> str:
        return self.group
