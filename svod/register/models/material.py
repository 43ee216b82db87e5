"""Materials of a campaign, who asked for how many, and where their pieces went."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext, gettext_lazy as _

from svod import records
from svod.register.models.activity import Activity
from svod.register.models.campaign import Campaign
from svod.register.models.fields import Versioned
from svod.register.models.organisation import Organisation
from svod.register.models.people import Person


class Material(Versioned):
    """A brochure, a leaflet, a video: `kind` is the pack's, `organisation` the one that makes it and sends it out.

    `is_public`: its newest files and links are offered on the campaign's public page.
    """

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="materials")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="materials")
    kind = models.CharField(_("kind"), max_length=40)
    title = models.CharField(_("title"), max_length=300)
    about = models.CharField(_("what it is about"), max_length=1000, blank=True)
    is_public = models.BooleanField(_("on the public page"), default=False)

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "organisation", "kind", "title"], name="material_named_once"),
        ]

    def __str__(self) -> str:
        return self.title


class Issue(models.Model):
    """A version of a material in a language. What was sent out is known by it, so it never changes; a better one is the
    next version."""

    class Language(models.TextChoices):
        RU = "ru", _("Russian")
        KK = "kk", _("Kazakh")
        EN = "en", _("English")
        BOTH = "both", _("Russian and Kazakh")
        NONE = "none", _("without words")

    material = models.ForeignKey(Material, models.PROTECT, related_name="issues")
    language = models.CharField(_("language"), max_length=4, choices=Language.choices)
    number = models.PositiveSmallIntegerField(_("version"))
    name = models.CharField(max_length=300, blank=True)  # of the file, as its maker called it
    file = models.FileField(max_length=200, blank=True)  # under the hash of its bytes: see services/keep.py
    size = models.PositiveBigIntegerField(default=0)
    link = models.URLField(_("link"), max_length=500, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["material", "language", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["material", "language", "number"], name="one_version_of_a_language"),
        ]

    def __str__(self) -> str:
        known = {"title": self.material, "language": self.get_language_display(), "number": self.number}
        return gettext("%(title)s (%(language)s, version %(number)s)") % known


class PieceRequest(Versioned):
    """An organisation asks for pieces. `granted` is how many the office gives; `answer` its words."""

    class State(models.TextChoices):
        ASKED = "asked", _("asked for")
        GRANTED = "granted", _("granted")
        SENT = "sent", _("sent")
        DECLINED = "declined", _("turned down")

    issue = models.ForeignKey(Issue, models.PROTECT, related_name="requests")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="piece_requests")
    pieces = models.PositiveIntegerField(_("pieces"))
    note = models.CharField(_("what for"), max_length=500, blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.ASKED)
    granted = models.PositiveIntegerField(_("granted"), null=True)
    answer = models.CharField(_("answer"), max_length=500, blank=True)
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(pieces__gte=1), name="some_pieces_asked_for"),
            models.CheckConstraint(
                condition=Q(state__in=("asked", "declined")) | Q(granted__gte=1, decided_by__isnull=False),
                name="pieces_granted_by_a_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.issue}: {self.pieces}"


class PieceMove(models.Model):
    """A line of the log: pieces printed (no `source`), passed on, or given out to people (no `target`).

    `why` says how more went than was there, where it did. Lines are never changed: a wrong one is taken back.
    """

    issue = models.ForeignKey(Issue, models.PROTECT, related_name="moves")
    source = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="pieces_from")
    target = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="pieces_to")
    pieces = models.PositiveIntegerField(_("pieces"))
    day = models.DateField(_("day"))
    activity = models.ForeignKey(Activity, models.PROTECT, null=True, blank=True, related_name="pieces_given")
    request = models.ForeignKey(PieceRequest, models.PROTECT, null=True, related_name="sent")
    why = models.CharField(_("why more than was there"), max_length=500, blank=True)

    class Meta:
        ordering = ["-day", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(pieces__gte=1), name="some_pieces_moved"),
            models.CheckConstraint(
                condition=Q(source__isnull=False) | Q(target__isnull=False), name="pieces_somewhere"
            ),
            models.CheckConstraint(condition=~Q(source=F("target")), name="pieces_go_elsewhere"),
            models.CheckConstraint(
                condition=Q(activity__isnull=True) | Q(target__isnull=True), name="given_out_at_an_activity"
            ),
        ]
        indexes = [
            models.Index(fields=["source", "issue"], name="pieces_by_source"),
            models.Index(fields=["target", "issue"], name="pieces_by_target"),
        ]

    def __str__(self) -> str:
        return f"{self.issue}: {self.pieces}"

    def record(self) -> records.Move:
        """As the core knows it."""
        source, target = (str(key) if key else None for key in (self.source_id, self.target_id))
        return records.Move(str(self.issue_id), source, target, self.pieces)
