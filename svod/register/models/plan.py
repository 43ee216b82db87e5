"""What an organisation's commission means to hold, and what came of it."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from svod.records import Bounds
from svod.register.models.activity import Activity
from svod.register.models.campaign import Campaign
from svod.register.models.fields import CodesField, Versioned, bounds_valid
from svod.register.models.finding import State
from svod.register.models.organisation import Organisation
from svod.register.models.people import Person


class Plan(Versioned):
    """An organisation's plan for a campaign. It is changed as a draft, or when it came back with a remark."""

    class State(models.TextChoices):
        DRAFT = "draft", _("being drafted")
        SENT = "sent", _("sent up")
        RETURNED = "returned", _("came back with a remark")
        APPROVED = "approved", _("approved")

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="plans")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="plans")
    state = models.CharField(max_length=8, choices=State.choices, default=State.DRAFT)
    remark = models.CharField(_("remark"), max_length=1000, blank=True)
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["campaign", "organisation"], name="one_plan_of_an_organisation"),
            models.CheckConstraint(
                condition=~Q(state="approved") | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="plan_approved_by_a_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_state_display()}"

    @property
    def is_open(self) -> bool:
        """Whether its activities may be changed."""
        return self.state in (self.State.DRAFT, self.State.RETURNED)


class PlannedActivity(Versioned):
    """One thing the plan has. `held` is the activity that came of it, whose own numbers count."""

    plan = models.ForeignKey(Plan, models.PROTECT, related_name="activities")
    kind = models.CharField(_("kind"), max_length=40)
    title = models.CharField(_("title"), max_length=500, blank=True)
    first_day = models.DateField(_("first day"), null=True, blank=True)
    last_day = models.DateField(_("last day"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    responsible = models.CharField(_("who answers for it"), max_length=200, blank=True)
    audience = CodesField(verbose_name=_("audience"))
    partners = CodesField(verbose_name=_("partners"))
    expected_least = models.PositiveIntegerField(_("people expected, at least"), null=True, blank=True)
    expected_most = models.PositiveIntegerField(_("people expected, at most"), null=True, blank=True)
    held = models.ForeignKey(Activity, models.PROTECT, null=True, blank=True, related_name="planned_as")

    class Meta:
        ordering = ["first_day", "pk"]
        constraints = [
            models.CheckConstraint(condition=bounds_valid("expected"), name="planned_expected_bounds"),
            models.CheckConstraint(
                condition=Q(first_day__isnull=True, last_day__isnull=True) | Q(first_day__lte=F("last_day")),
                name="planned_days_in_order",
            ),
        ]
        indexes = [models.Index(fields=["first_day"], name="planned_by_day")]

    def __str__(self) -> str:
        return self.title or self.kind

    @property
    def is_held(self) -> bool:
        """Whether an activity stands for it that nobody turned down."""
        return self.held is not None and self.held.state != State.REJECTED

    @property
    def expected(self) -> Bounds | None:
        least = self.expected_least
        return None if least is None else Bounds(least, self.expected_most)
