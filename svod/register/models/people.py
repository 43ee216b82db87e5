"""People, what they may do and where, and the links that let them in."""

import secrets

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from svod.register.models.organisation import Organisation


class Role(models.TextChoices):
    """From least to most; each may do what the ones before it may. `svod.register.permissions` says what."""

    READER = "reader", _("reader")
    REPORTER = "reporter", _("reporter")
    REVIEWER = "reviewer", _("reviewer")
    COORDINATOR = "coordinator", _("coordinator")
    ADMINISTRATOR = "administrator", _("administrator")


class Person(AbstractUser):
    """Somebody who signs in. The register holds no other people."""

    language = models.CharField(_("language"), max_length=2, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "email", condition=~models.Q(email=""), name="person_email_unique", violation_error_message=_("taken")
            )
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.username


class RoleAt(models.Model):
    """A person's role at an organisation, and so at everything below it."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="roles")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="roles")
    role = models.CharField(_("role"), max_length=13, choices=Role.choices)
    given_by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    given_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "organisation"], name="one_role_at_an_organisation"),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="role_known"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.role} · {self.organisation}"


def new_token() -> str:
    return secrets.token_urlsafe(24)


class Invitation(models.Model):
    """A link that gives whoever opens it a role at an organisation or, where `below`, at one they choose below it."""

    token = models.CharField(max_length=64, unique=True, default=new_token)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="invitations")
    role = models.CharField(_("role"), max_length=13, choices=Role.choices, default=Role.REPORTER)
    below = models.BooleanField(_("for the organisations below"), default=False)
    created_by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField(_("valid until"))
    uses_left = models.PositiveIntegerField(_("uses left"), default=1)
    withdrawn_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.organisation}: {self.role}"

    @property
    def is_open(self) -> bool:
        return self.withdrawn_at is None and self.uses_left > 0 and timezone.now() < self.expires_at
