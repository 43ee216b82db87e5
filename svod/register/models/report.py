"""A consolidated report that people work on: what it is about, and what of its text a person wrote."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from svod.register.models.activity import Activity
from svod.register.models.campaign import Campaign
from svod.register.models.fields import Versioned
from svod.register.models.organisation import Organisation
from svod.register.models.people import Person
from svod.register.models.photo import Photo


class Report(Versioned):
    """Its text is told anew from the register each time; only what a person wrote is kept, in `passages`.

    `language`, `length` and `style` are the narrator's. `organisation` with all below it is what it is about; the days
    are empty for the whole campaign.
    """

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="reports")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="reports")
    title = models.CharField(_("title"), max_length=300, blank=True)
    first_day = models.DateField(_("first day"), null=True, blank=True)
    last_day = models.DateField(_("last day"), null=True, blank=True)
    language = models.CharField(_("language"), max_length=2)
    length = models.CharField(_("length"), max_length=20)
    style = models.CharField(_("style"), max_length=20)
    with_drafts = models.BooleanField(_("with drafts"), default=False)
    created_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(first_day__isnull=True, last_day__isnull=True)
                | models.Q(first_day__lte=models.F("last_day")),
                name="report_days_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.campaign} · {self.organisation}"


class Passage(Versioned):
    """A part of the report in a person's own words, under the key of the narrator's part.

    `text` holds marks such as "[45 #12.people]": words bound to a fact of the register. `known` is what each fact was
    when somebody last looked, `groups` the activities behind the facts of several, `machine` what the narrator wrote
    then.
    """

    report = models.ForeignKey(Report, models.PROTECT, related_name="passages")
    key = models.CharField(max_length=60)
    text = models.TextField(_("text"))
    known = models.JSONField(default=dict)
    groups = models.JSONField(default=dict)
    machine = models.TextField(blank=True)
    written_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "key"], name="one_rewriting_of_a_passage")]

    def __str__(self) -> str:
        return self.key


class Comment(Versioned):
    """What somebody says about a passage, until it is settled."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="comments")
    key = models.CharField(max_length=60)
    text = models.CharField(_("comment"), max_length=2000)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    is_settled = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text[:60]


class Recommendation(Versioned):
    """What a round table or a meeting recommended or decided, for the closing part. `activity` is where it is told."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="recommendations")
    who = models.CharField(_("who recommends or decides"), max_length=300, blank=True)
    text = models.CharField(_("what"), max_length=2000)
    activity = models.ForeignKey(Activity, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text[:60]


class Illustration(Versioned):
    """A photo of a submission, chosen for the report. `faces` says who can be recognised in it, `consent` who agreed
    that it is shown, and how."""

    class Faces(models.TextChoices):
        NOBODY = "nobody", _("nobody can be recognised")
        GROWN = "grown", _("grown-ups: they agreed themselves")
        CHILDREN = "children", _("children: their parents agreed")

    report = models.ForeignKey(Report, models.PROTECT, related_name="illustrations")
    photo = models.ForeignKey(Photo, models.PROTECT, related_name="+")
    caption = models.CharField(_("caption"), max_length=300)
    faces = models.CharField(_("who can be recognised"), max_length=8, choices=Faces.choices)
    consent = models.CharField(_("consent"), max_length=500)
    chosen_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    chosen_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["report", "photo"], name="photo_chosen_once"),
            models.CheckConstraint(condition=~models.Q(consent="") & ~models.Q(faces=""), name="photo_with_consent"),
        ]

    def __str__(self) -> str:
        return self.caption
