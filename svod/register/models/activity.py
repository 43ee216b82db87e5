"""An activity, as the machine read it or a person told it."""

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from svod import records
from svod.records import Bounds, Period, Span
from svod.register.models.fields import CodesField, bounds_valid
from svod.register.models.finding import Finding, finding_constraints
from svod.register.search import words_of


class Activity(Finding):
    """One thing that was held or is planned. Codes are the pack's; the fields are those of `svod.records.Activity`.

    `sources` maps a field to [start, end] in the text where it stands. `same_as` is the activity this one tells again:
    it counts there, its evidence stays here.
    """

    kind = models.CharField(_("kind"), max_length=40)
    title = models.CharField(_("title"), max_length=500, blank=True)
    first_day = models.DateField(_("first day"), null=True, blank=True)
    last_day = models.DateField(_("last day"), null=True, blank=True)
    region = models.CharField(_("region"), max_length=10, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    organiser = models.CharField(_("organiser"), max_length=500, blank=True)
    audience = CodesField(verbose_name=_("audience"))
    participants_least = models.PositiveIntegerField(_("participants, at least"), null=True, blank=True)
    participants_most = models.PositiveIntegerField(_("participants, at most"), null=True, blank=True)
    count_least = models.PositiveIntegerField(_("how many, at least"), default=1)
    count_most = models.PositiveIntegerField(_("how many, at most"), null=True, blank=True, default=1)
    partners = CodesField(verbose_name=_("partners"))
    materials = CodesField(verbose_name=_("materials"))
    online = models.BooleanField(_("online"), default=False)
    planned = models.BooleanField(_("planned"), default=False)
    sources = models.JSONField(default=dict)
    same_as = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="told_again")
    words = CodesField(editable=False)  # what search finds it by, made of other columns

    FOUND_BY = frozenset({"kind", "title", "place", "organiser", "start", "end", "sources"})  # what `words` are made of

    class Meta:
        verbose_name_plural = "activities"
        constraints = [
            *finding_constraints("activity"),
            models.CheckConstraint(condition=bounds_valid("participants"), name="activity_participants_bounds"),
            models.CheckConstraint(
                condition=bounds_valid("count") & Q(count_least__gte=1), name="activity_count_bounds"
            ),
            models.CheckConstraint(
                condition=Q(first_day__isnull=True, last_day__isnull=True) | Q(first_day__lte=F("last_day")),
                name="activity_days_in_order",
            ),
            models.CheckConstraint(condition=~Q(same_as=F("id")), name="activity_not_its_own_copy"),
        ]
        indexes = [
            models.Index(fields=["campaign", "state", "region", "kind"], name="activity_by_region_kind"),
            models.Index(fields=["campaign", "first_day"], name="activity_by_day"),
            models.Index(fields=["organisation", "state"], name="activity_by_organisation"),
            models.Index(fields=["campaign", "region", "kind"], name="activity_by_cell"),
            models.Index(fields=["campaign", "confidence"], condition=Q(state="draft"), name="activity_uncertain"),
            models.Index(fields=["campaign"], condition=~Q(question=""), name="activity_asked"),
            models.Index(
                fields=["campaign", "last_day"], condition=Q(first_day__lt=F("last_day")), name="activity_going_on"
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.kind

    def following(self, changed: Iterable[str]) -> dict[str, Any]:
        """The words it is found by."""
        return {"words": self.found_by()} if not self.FOUND_BY.isdisjoint(changed) else {}

    def found_by(self) -> tuple[str, ...]:
        """The `words` of what the row holds now: its fields, the names of its kind, the places that tell it."""
        names = next((term.names for term in self.campaign.pack.kinds if term.code == self.kind), {})
        places = (self.document.text[start:end] for start, end in self.sources.values())
        texts = (self.title, self.place, self.organiser, self.quote, *places, *names.values())
        return words_of(texts, self.document.language)

    @property
    def date(self) -> Period | None:
        return Period(self.first_day, self.last_day) if self.first_day and self.last_day else None

    @property
    def participants(self) -> Bounds | None:
        least = self.participants_least
        return None if least is None else Bounds(least, self.participants_most)

    @property
    def count(self) -> Bounds:
        return Bounds(self.count_least, self.count_most)

    @classmethod
    def values_of(cls, record: records.Activity) -> dict[str, Any]:
        """The columns that hold what the machine read."""
        participants = record.participants
        return {
            "kind": record.kind,
            "title": record.title or "",
            "first_day": record.date.first if record.date else None,
            "last_day": record.date.last if record.date else None,
            "region": record.region or "",
            "place": record.place or "",
            "organiser": record.organiser or "",
            "audience": record.audience,
            "participants_least": participants.least if participants else None,
            "participants_most": participants.most if participants else None,
            "count_least": max(record.count.least, 1),
            "count_most": record.count.most,
            "partners": record.partners,
            "materials": record.materials,
            "online": record.online,
            "planned": record.planned,
            "start": record.evidence.start,
            "end": record.evidence.end,
            "confidence": record.confidence,
            "sources": {name: list(span) for name, span in record.sources},
            "reasons": list(record.reasons),
        }

    def record(self) -> records.Activity:
        """As the core knows it."""
        return records.Activity(
            kind=self.kind,
            evidence=self.evidence,
            title=self.title or None,
            date=self.date,
            region=self.region or None,
            place=self.place or None,
            organiser=self.organiser or None,
            audience=self.audience,
            participants=self.participants,
            count=self.count,
            partners=self.partners,
            materials=self.materials,
            online=self.online,
            planned=self.planned,
            confidence=self.confidence,
            sources=tuple((name, Span(*span)) for name, span in self.sources.items()),
            reasons=tuple(self.reasons),
        )
