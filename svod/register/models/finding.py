"""What was read from a text or told by a person: where it stands, and who stood by it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from svod.records import Evidence
from svod.register.models.campaign import Campaign
from svod.register.models.fields import Versioned
from svod.register.models.organisation import Organisation
from svod.register.models.people import Person
from svod.register.models.submission import Document

UNCERTAIN = 0.7  # the confidence below which the machine itself would rather be asked


class State(models.TextChoices):
    DRAFT = "draft", _("draft")  # what the machine read
    CONFIRMED = "confirmed", _("confirmed")  # what a person stood by
    REJECTED = "rejected", _("rejected")  # what a person turned down


class Finding(Versioned):
    """What activities and reported totals share.

    `campaign` and `organisation` are the submission's, kept here so that one index answers a page. `origins` maps a
    field to "typed" (a person gave it where the machine had nothing), "corrected" or "organisation" (it is that of who
    told it), "model" or "disputed" (a language model found it, or reads it otherwise); a field that is not there was
    read by the machine.
    """

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    document = models.ForeignKey(Document, models.PROTECT, related_name="%(class)ss")
    start = models.PositiveIntegerField()  # the evidence, in code points of the document's text
    end = models.PositiveIntegerField()
    state = models.CharField(max_length=9, choices=State.choices, default=State.DRAFT)
    confidence = models.FloatField(default=1.0)
    reasons = models.JSONField(default=list)
    origins = models.JSONField(default=dict)
    number_reason = models.CharField(_("reason for the number"), max_length=500, blank=True)
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    question = models.CharField(_("asked back"), max_length=500, blank=True)  # to the organisation that told it
    answer = models.CharField(_("answer"), max_length=1000, blank=True)

    class Meta:
        abstract = True

    @property
    def evidence(self) -> Evidence:
        return Evidence(str(self.document_id), self.start, self.end)

    @property
    def quote(self) -> str:
        """The words that say so."""
        return self.document.text[self.start : self.end]


def finding_constraints(name: str) -> list[models.BaseConstraint]:
    return [
        models.CheckConstraint(condition=Q(start__lt=F("end")), name=f"{name}_evidence_not_empty"),
        models.CheckConstraint(condition=Q(confidence__gte=0, confidence__lte=1), name=f"{name}_confidence"),
        models.CheckConstraint(
            condition=Q(state="draft") | Q(decided_by__isnull=False, decided_at__isnull=False),
            name=f"{name}_decided_by_a_person",
        ),
    ]
