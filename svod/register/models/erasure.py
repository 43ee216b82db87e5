"""Somebody asks what is held of a person named in reports, and to have it erased."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from svod.register.models.people import Person


class Erasure(models.Model):
    """`words` are how the person is named, gone once they are erased; `keys` are the guard's digests of them. Where it
    finds none, the words name nobody.

    `places` are where it stands, as [model, row, column, words around it].
    """

    class State(models.TextChoices):
        SEARCHING = "searching", _("being looked for")
        FOUND = "found", _("found")
        ERASING = "erasing", _("being erased")
        DONE = "done", _("erased")
        NOBODY = "nobody", _("names nobody")

    words = models.CharField(_("name, or number"), max_length=200)
    keys = models.JSONField(default=list)
    reason = models.CharField(_("who asks, and why"), max_length=500)
    state = models.CharField(max_length=9, choices=State.choices, default=State.SEARCHING)
    places = models.JSONField(default=list)
    erased = models.PositiveIntegerField(default=0)  # places
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.asked_at:%d.%m.%Y}: {self.get_state_display()}"
