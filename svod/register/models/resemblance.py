"""Two activities of different submissions that may be one."""

from django.db import models
from django.db.models import F, Q

from svod.register.models.activity import Activity
from svod.register.models.people import Person


class Resemblance(models.Model):
    """What speaks for it: the linker's findings as lists [field, level, weight, detail]; and what a person decided."""

    class Decision(models.TextChoices):
        OPEN = "open"
        SAME = "same"
        DIFFERENT = "different"

    one = models.ForeignKey(Activity, models.CASCADE, related_name="+")
    other = models.ForeignKey(Activity, models.CASCADE, related_name="+")
    score = models.FloatField()
    certain = models.BooleanField(default=False)  # above the linker's certain threshold
    findings = models.JSONField(default=list)
    decision = models.CharField(max_length=9, choices=Decision.choices, default=Decision.OPEN)
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="pair_compared_once"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="pair_in_order"),
        ]
        indexes = [
            models.Index(fields=["other"], name="resemblance_other"),
            models.Index(fields=["decision"], name="resemblance_by_decision"),
        ]

    def __str__(self) -> str:
        return f"{self.one_id} ~ {self.other_id}: {self.score:.1f}"
