"""Who did what, when: an operation and the rows it changed. Never edited, never deleted."""

from django.db import models

from svod.register.models.campaign import Campaign
from svod.register.models.organisation import Organisation
from svod.register.models.people import Person


class Operation(models.Model):
    """One deed of one person, however many rows it changed. `undoes` is the operation that this one took back."""

    verb = models.CharField(max_length=40)
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")  # null: the machine
    campaign = models.ForeignKey(Campaign, models.SET_NULL, null=True, related_name="+")  # an empty one may be removed
    organisation = models.ForeignKey(Organisation, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    note = models.CharField(max_length=500, blank=True)
    undoes = models.OneToOneField("self", models.PROTECT, null=True, related_name="undone_by")

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["campaign", "-at"], name="operation_by_campaign")]

    @property
    def places(self) -> list[Organisation]:
        """Where it was done; of a submission that was moved, where it came from and where it went."""
        first = self
        while first.undoes is not None:
            first = first.undoes
        found = {self.organisation_id: self.organisation}
        if first.verb == "move":
            sides = self.changes.filter(model="submission").values_list("before", "after")
            keys = {side["organisation_id"] for change in sides for side in change}
            found |= Organisation.objects.in_bulk(keys)
        return [one for one in found.values() if one is not None]

    def __str__(self) -> str:
        return f"{self.verb} · {self.at:%d.%m.%Y %H:%M}"


class Change(models.Model):
    """One row: the columns that changed, before and after. `before` is null where the row was made, `after` where it
    was deleted. `version` is the row's after the change."""

    operation = models.ForeignKey(Operation, models.CASCADE, related_name="changes")
    model = models.CharField(max_length=40)
    row = models.BigIntegerField()
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["model", "row"], name="change_by_row")]

    def __str__(self) -> str:
        return f"{self.model} {self.row}"
