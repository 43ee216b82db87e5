"""A table of planned activities that somebody handed in, and the rows read from it until they decide on them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from svod.register.models.people import Person
from svod.register.models.plan import Plan


class PlanSheet(models.Model):
    """`rows` are those of `svod.register.plan_table.Row`, as JSON; `problem` is a code where there are none."""

    class State(models.TextChoices):
        RECEIVED = "received", _("received")
        READ = "read", _("read")
        REFUSED = "unreadable", _("unreadable")
        TAKEN = "taken", _("taken over")

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="sheets")
    name = models.CharField(max_length=300)
    file = models.FileField(max_length=200)  # under the hash of its bytes: see services/keep.py
    state = models.CharField(max_length=10, choices=State.choices, default=State.RECEIVED)
    rows = models.JSONField(default=list)
    problem = models.CharField(max_length=40, blank=True)
    received_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    received_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.name
