"""The ladder of approval: an organisation signs its part of a campaign after all below it; signing locks."""

from django.db import models
from django.db.models import Q

from svod.register.models.campaign import Campaign
from svod.register.models.organisation import Organisation
from svod.register.models.people import Person


class Signature(models.Model):
    """In force until reopened; what was reopened stays on record."""

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="signatures")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="signatures")
    signed_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    signed_at = models.DateTimeField(auto_now_add=True)
    reopened_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    reopened_at = models.DateTimeField(null=True)
    reopened_why = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "organisation"],
                condition=Q(reopened_at__isnull=True),
                name="one_signature_in_force",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.signed_at:%d.%m.%Y}"
