"""A link by which somebody's own calendar shows a plan: it opens without signing in, so it can be withdrawn."""

from django.db import models

from svod.register.models.campaign import Campaign
from svod.register.models.organisation import Organisation
from svod.register.models.people import Person, new_token


class Feed(models.Model):
    """What lies below the organisation and the person may see at that moment; nothing once it is withdrawn."""

    token = models.CharField(max_length=64, unique=True, default=new_token)
    person = models.ForeignKey(Person, models.CASCADE, related_name="feeds")
    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="feeds")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "campaign", "organisation"], name="one_feed_of_a_person")
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.organisation}"
