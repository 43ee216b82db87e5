"""The language model that is asked beside the rules, and what was sent to it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from svod.register.models.fields import Versioned
from svod.register.models.submission import Submission


class Assistant(Versioned):
    """One row for the whole register. Nobody is asked unless an administrator turned it on; the key is in the
    environment (SVOD_MODEL_KEY), so that no copy of the database holds it."""

    is_on = models.BooleanField(_("ask a language model about what is handed in"), default=False)
    url = models.URLField(_("address"), max_length=500, blank=True)
    model = models.CharField(_("name of the model"), max_length=120, blank=True)
    is_own = models.BooleanField(_("it stands in the house: send texts unmasked"), default=False)
    seconds = models.PositiveSmallIntegerField(_("seconds it may take to answer"), default=60)
    price_in = models.DecimalField(_("price of a million tokens sent"), max_digits=12, decimal_places=4, default=0)
    price_out = models.DecimalField(_("price of a million tokens answered"), max_digits=12, decimal_places=4, default=0)
    currency = models.CharField(_("currency"), max_length=3, default="USD")

    def __str__(self) -> str:
        return f"{self.model} · {self.url}"


class Consultation(models.Model):
    """A part of a document that was sent: where it lies in the text, and the hash of what went. Written before it goes.

    Of the text nothing is here. `outcome` is one of svod.assistant's reasons, "asked" until it is known.
    """

    key = models.CharField(max_length=32, unique=True)
    submission = models.ForeignKey(Submission, models.PROTECT, related_name="consultations")
    document = models.CharField(max_length=100)  # the core's id of it: a submission may hold several
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    at = models.DateTimeField(db_index=True)
    host = models.CharField(max_length=190)
    model = models.CharField(max_length=120)
    own = models.BooleanField()
    sha256 = models.CharField(max_length=64)
    characters = models.PositiveIntegerField()
    masked = models.PositiveIntegerField()
    outcome = models.CharField(max_length=20)
    tries = models.PositiveSmallIntegerField(default=0)
    tokens_in = models.PositiveIntegerField(null=True)
    tokens_out = models.PositiveIntegerField(null=True)
    cost = models.DecimalField(max_digits=16, decimal_places=8, null=True)
    currency = models.CharField(max_length=3, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.at:%d.%m.%Y %H:%M} · {self.host}"
