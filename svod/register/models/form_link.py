"""Links by which ODK Collect and KoboCollect fetch a campaign's form and send its answers."""

from django.db import models

from svod.register.models.campaign import Campaign
from svod.register.models.organisation import Organisation
from svod.register.models.people import Person, new_token


class FormLink(models.Model):
    """Whoever has it sends answers for the organisation, or for one below it, and sees nothing of the register."""

    token = models.CharField(max_length=64, unique=True, default=new_token)
    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="form_links")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="form_links")
    created_by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.campaign}: {self.organisation}"
