"""Who is to report in a campaign, and by when: frozen, so that a rate has one and the same whole all the way."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from svod.register.models.campaign import Campaign
from svod.register.models.organisation import Organisation


class Expected(models.Model):
    """An organisation on the campaign's list. One that is excused stays on record and in no rate."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="expected")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    due = models.DateField(_("to report by"))
    excused_why = models.CharField(_("why it need not report"), max_length=500, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campaign", "organisation"], name="expected_once")]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.due:%d.%m.%Y}"
