"""A frozen version of a report: its whole tree, its files by their hashes, who signed it."""

import secrets

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from svod.register.models.people import Person
from svod.register.models.report import Report

FILES = ("report.docx", "report.pdf", "report.html", "slides.pptx", "register.xlsx")  # of each version
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # none that is taken for another when somebody types it


def _code() -> str:
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))


class Edition(models.Model):
    """`tree` is the report as it was, `texts` what it said by passage, `sha256` the hash of the tree.

    `code` names it to the public, who verify it at `address`.
    What is signed is what was frozen: signing changes no file. A withdrawn signature stays on record.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("being made")
        READY = "ready", _("ready")
        FAILED = "failed", _("could not be made")

    report = models.ForeignKey(Report, models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    code = models.CharField(max_length=20, unique=True, default=_code)
    address = models.CharField(max_length=300)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    done = models.PositiveSmallIntegerField(default=0)  # files, while they are made
    attempts = models.PositiveSmallIntegerField(default=0)
    tree = models.JSONField(default=dict)
    texts = models.JSONField(default=dict)
    sha256 = models.CharField(max_length=64, blank=True)
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    signed_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(null=True)
    withdrawn_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_why = models.CharField(_("why it was withdrawn"), max_length=500, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="one_edition_of_a_number"),
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True, withdrawn_at__isnull=True)
                | Q(signed_at__isnull=False, signed_by__isnull=False),
                name="edition_withdrawn_after_signed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report} · {self.number}"

    @property
    def is_ready(self) -> bool:
        return self.state == self.State.READY

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.WAITING

    @property
    def holds(self) -> bool:
        """Whether it is signed and the signature was not withdrawn."""
        return self.signed_at is not None and self.withdrawn_at is None


class EditionFile(models.Model):
    """Kept under the hash of its bytes, never changed."""

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="files")
    name = models.CharField(max_length=60)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField()
    file = models.FileField(max_length=200)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["edition", "name"], name="one_file_of_a_name")]

    def __str__(self) -> str:
        return self.name
