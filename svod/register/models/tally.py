"""Sums that are kept, so that a page of a large register need not count it all: see svod/register/totals/books.py."""

from django.db import models

from svod.register.models.campaign import Campaign
from svod.register.models.organisation import Organisation


class Book(models.Model):
    """The sums of what lies below an organisation in a campaign are kept; there is one where they are worth it."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="+")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campaign", "organisation"], name="one_book_of_a_part")]

    def __str__(self) -> str:
        return f"{self.campaign_id}: {self.organisation}"


class Tally(models.Model):
    """Of one region and kind: `rows` are all activities there, `states` how many stand how; the other three are the
    sums of those that count when only the confirmed, only the drafts, or both are looked at."""

    book = models.ForeignKey(Book, models.CASCADE, related_name="tallies")
    region = models.CharField(max_length=10)
    kind = models.CharField(max_length=40)
    rows = models.PositiveIntegerField(default=0)
    states = models.JSONField(default=dict)
    confirmed = models.JSONField(default=dict)
    draft = models.JSONField(default=dict)
    all = models.JSONField(default=dict)
    is_stale = models.BooleanField(default=True)  # to be counted anew

    class Meta:
        constraints = [models.UniqueConstraint(fields=["book", "region", "kind"], name="one_tally_of_a_cell")]
        indexes = [models.Index(fields=["book"], condition=models.Q(is_stale=True), name="tally_stale")]

    def __str__(self) -> str:
        return f"{self.region} {self.kind}: {self.rows}"


class Touched(models.Model):
    """A change somewhere in a region and kind, written by the database itself in the transaction of the change, until
    the tallies it concerns are known to be stale. No kind: of the reported totals."""

    campaign = models.ForeignKey(Campaign, models.DO_NOTHING, related_name="+", db_constraint=False)
    organisation = models.ForeignKey(
        Organisation, models.DO_NOTHING, related_name="+", db_constraint=False, db_index=False
    )
    region = models.CharField(max_length=10)
    kind = models.CharField(max_length=40)

    def __str__(self) -> str:
        return f"{self.region} {self.kind}"
