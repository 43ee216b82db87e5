"""A total that a submission reports."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from svod import records
from svod.records import Bounds
from svod.register.models.fields import bounds_valid
from svod.register.models.finding import Finding, finding_constraints


class ReportedTotal(Finding):
    """A number that sums up, in the author's own words; never added to the activities it already covers."""

    measure = models.CharField(_("measure"), max_length=20)
    value_least = models.PositiveIntegerField(_("at least"))
    value_most = models.PositiveIntegerField(_("at most"), null=True, blank=True)
    kind = models.CharField(_("kind"), max_length=40, blank=True)
    region = models.CharField(_("region"), max_length=10, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)

    class Meta:
        constraints = [
            *finding_constraints("total"),
            models.CheckConstraint(condition=bounds_valid("value"), name="total_value_bounds"),
        ]
        indexes = [models.Index(fields=["campaign", "state", "region"], name="total_by_region")]

    def __str__(self) -> str:
        return f"{self.measure}: {self.value.as_list()}"

    @property
    def value(self) -> Bounds:
        return Bounds(self.value_least, self.value_most)

    @classmethod
    def values_of(cls, record: records.ReportedTotal) -> dict[str, Any]:
        """The columns that hold what the machine read."""
        return {
            "measure": record.measure,
            "value_least": record.value.least,
            "value_most": record.value.most,
            "kind": record.kind or "",
            "region": record.region or "",
            "place": record.place or "",
            "start": record.evidence.start,
            "end": record.evidence.end,
            "confidence": record.confidence,
            "reasons": list(record.reasons),
        }

    def record(self) -> records.ReportedTotal:
        """As the core knows it."""
        return records.ReportedTotal(
            measure=self.measure,
            value=self.value,
            evidence=self.evidence,
            kind=self.kind or None,
            region=self.region or None,
            confidence=self.confidence,
            reasons=tuple(self.reasons),
            place=self.place or None,
        )
