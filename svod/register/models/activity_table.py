"""A table of activities that somebody handed in, and its rows as they were read."""

from django.db import models

from svod.register.models.campaign import Campaign
from svod.register.models.history import Operation
from svod.register.models.organisation import Organisation
from svod.register.models.people import Person


class ActivityTable(models.Model):
    """`rows` is `svod.register.activity_table.Table` as JSON. What each row would change is asked of the register anew
    whenever somebody looks: the same bytes again are the same table. `taken` are the operations that wrote some rows.
    """

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="tables")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="tables")
    name = models.CharField(max_length=300)
    file = models.FileField(max_length=200)  # under the hash of its bytes: see services/keep.py
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    rows = models.JSONField(default=dict)
    taken = models.ManyToManyField(Operation, related_name="+")
    received_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    received_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-received_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "organisation", "sha256"], name="table_received_once"),
        ]

    def __str__(self) -> str:
        return self.name
