"""Tokens, by which a program does what a person may, or a service."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from svod.register.models import Organisation, Person


class Service(models.Model):
    """A program that acts for itself. Its account has a role and no password: nobody signs in as it."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="service")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return str(self.person)


class Token(models.Model):
    """Kept as its hash; what it lets do is at most what the person may at that moment, below `organisation`.

    `scopes` are names of `svod.api.scopes`. `hint` is its beginning, by which a person knows it again.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="tokens")
    name = models.CharField(_("name"), max_length=100)
    sha256 = models.CharField(max_length=64, unique=True)
    hint = models.CharField(max_length=16)
    scopes = models.JSONField(_("what it may do"), default=list)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    made_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(_("valid until"))
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def holds(self) -> bool:
        return self.revoked_at is None and timezone.now() < self.expires_at
