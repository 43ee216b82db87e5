"""What an organisation handed in, and the texts read from it. Both are kept for ever."""

from collections.abc import Collection
from dataclasses import dataclass

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from svod import records
from svod.register.models.campaign import Campaign
from svod.register.models.fields import HashField
from svod.register.models.organisation import Organisation
from svod.register.models.people import Person


class Submission(models.Model):
    """A file, a pasted text, a letter. `problems` are the core's, as lists [severity, code, source, details].

    `nothing_held` are the places where it says for itself that nothing was held, as [document's position, start, end,
    region]; whether it holds is asked of `totals.denying`, since a person may have added what was missed.
    """

    class State(models.TextChoices):
        RECEIVED = "received", _("received")
        READING = "reading", _("being read")
        READ = "read", _("read")
        UNREADABLE = "unreadable", _("unreadable")
        WITHDRAWN = "withdrawn", _("withdrawn")  # counts nowhere, see services/withdraw.py; it was read or unreadable

    class Channel(models.TextChoices):
        UPLOAD = "upload", _("file")
        PASTE = "paste", _("pasted text")
        FORM = "form", _("form")  # told field by field: its text is composed, see services/tell.py
        EMAIL = "email", _("e-mail")  # the sender of one can be forged: see SECURITY.md
        TELEGRAM = "telegram", _("Telegram")
        ODK = (
            "odk",
            _("form app"),
        )  # ODK Collect, KoboCollect, or an export of their servers: see services/take_answers.py
        TABLE = "table", _("table")  # of activities, compared row by row: see services/take_table.py

    campaign = models.ForeignKey(Campaign, models.PROTECT, related_name="submissions")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="submissions")
    name = models.CharField(_("name"), max_length=500)  # as a person knows it, with the folder it lay in
    channel = models.CharField(max_length=10, choices=Channel.choices, default=Channel.UPLOAD)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    file = models.FileField(max_length=200)  # under the hash of its bytes: see services/keep.py
    state = models.CharField(max_length=10, choices=State.choices, default=State.RECEIVED)
    problems = models.JSONField(default=list)
    nothing_held = models.JSONField(default=list)
    attempts = models.PositiveSmallIntegerField(default=0)  # how often its reading was begun
    compared = models.BooleanField(default=False)  # with the others, for activities that may be the same
    replaces = models.OneToOneField("self", models.PROTECT, null=True, related_name="replaced_by")  # a better copy
    set_aside_why = models.CharField(_("why it was set aside"), max_length=500, blank=True)
    said_on = models.DateField(
        null=True
    )  # its words were written then, where that is known: "yesterday" is the day before
    told_as = models.UUIDField(null=True)  # what the sender's phone calls it: sent again, it is the same
    received_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    received_at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-received_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "organisation", "sha256"],
                condition=~models.Q(state="withdrawn"),
                name="file_received_once",
            ),
            models.UniqueConstraint(fields=["received_by", "told_as"], name="told_once"),
            models.CheckConstraint(
                condition=models.Q(state__in=("received", "reading"), read_at__isnull=True)
                | models.Q(state__in=("read", "unreadable", "withdrawn"), read_at__isnull=False),
                name="submission_read_at_its_time",
            ),
        ]
        indexes = [
            models.Index(fields=["campaign", "state"], name="submission_by_state"),
            models.Index(fields=["campaign", "read_at"], name="submission_by_reading"),
            models.Index(fields=["campaign", "-received_at", "-id"], name="submission_by_receipt"),
            models.Index(fields=["campaign", "organisation", "received_at", "state"], name="submission_first_of"),
            models.Index(
                fields=["campaign", "organisation"],
                condition=~models.Q(nothing_held=[]),
                name="submission_denying",
            ),
            models.Index(
                fields=["campaign"],
                condition=models.Q(state="read", compared=False),
                name="submission_to_compare",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_waiting(self) -> bool:
        return self.state in WAITING

    @property
    def is_withdrawn(self) -> bool:
        return self.state == self.State.WITHDRAWN

    @property
    def is_stuck(self) -> bool:
        """It could not be read, and nobody has found a way on yet."""
        return self.state == self.State.UNREADABLE and not self.set_aside_why and not hasattr(self, "replaced_by")

    @property
    def trouble(self) -> list[records.Problem]:
        """The core's problems, whose messages are `svod.reading.message`."""
        return [
            records.Problem(severity, code, source, tuple(details.items()))
            for severity, code, source, details in self.problems
        ]


WAITING = (Submission.State.RECEIVED, Submission.State.READING)
STANDING = ~Q(state=Submission.State.WITHDRAWN)  # what somebody has handed in, and not taken back as a whole
SETTLED = Q(state=Submission.State.UNREADABLE) & (~Q(set_aside_why="") | Q(replaced_by__isnull=False))
STUCK = Q(state=Submission.State.UNREADABLE) & ~SETTLED  # nobody found a way on yet


@dataclass(frozen=True, slots=True)
class Found:
    """Something at [start, end) of a text that must not leave the circle; `kind` and `key` are the guard's."""

    kind: str
    start: int
    end: int
    key: str


class Document(models.Model):
    """A text of a submission: an archive or a letter holds several. Its text and positions never change.

    `known` is what a chat that was handed in again holds of what was read before, and is not in `text`: "runs" of
    messages, each as [place in the text, how many, first day, last day, document, start, end], and messages that were
    "changed" since, each as [start, end, document, start, end]. A document 0 is another one of the same submission.
    `left_out` is what it may tell besides what was drafted, see left_out.py.
    """

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="documents")
    position = models.PositiveIntegerField()
    source = models.CharField(max_length=1000)  # "отчёты.zip › отчёт.docx"
    format = models.CharField(max_length=20)
    language = models.CharField(max_length=5, blank=True)
    text = models.TextField()
    text_sha256 = HashField("text")  # proves that it is the text that was read: see `svod check`
    blocks = models.JSONField(default=list)  # [start, end, role, author, on]
    found = models.JSONField(default=list)  # by the guard, see care.py: [kind, start, end, key]
    sha256 = models.CharField(max_length=64, blank=True)  # of the file it was read from
    known = models.JSONField(default=dict)
    left_out = models.JSONField(default=list, db_default=[], encoder=DjangoJSONEncoder)

    class Meta:
        ordering = ["submission", "position"]
        constraints = [
            models.UniqueConstraint(fields=["submission", "position"], name="one_document_at_a_position"),
        ]
        indexes = [models.Index(fields=["sha256"], name="document_by_bytes")]

    def __str__(self) -> str:
        return self.source

    def held_back(self, released: Collection[str]) -> list[Found]:
        """What of the text must not leave the circle, but for what has one of these keys."""
        return [one for row in self.found if (one := Found(*row)).key not in released]

    def record(self) -> records.Document:
        """As the core knows it; its id is the row's, so that an evidence names the row."""
        year = self.submission.campaign.year
        return records.Document(
            str(self.pk), self.text, self.source, self.format, language=self.language or None, year=year
        )
