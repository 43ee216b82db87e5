"""A file on its way, in pieces: what a broken connection left half-sent."""

import uuid

from django.db import models

from svod.register.arriving import Arriving, arriving
from svod.register.models.campaign import Campaign
from svod.register.models.incoming import Incoming
from svod.register.models.organisation import Organisation
from svod.register.models.people import Person
from svod.register.models.submission import Submission


class Upload(models.Model):
    """How much has arrived is told by what lies there, see arriving.py.

    `modified` is the sender's own date of the file: with name and size it tells that the same file is sent again.
    `submission` is what came of it; `held` where it has no `organisation`, since nobody has said yet whose it is.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="+")
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    name = models.CharField(max_length=500)
    size = models.PositiveBigIntegerField()
    modified = models.BigIntegerField(default=0)  # milliseconds, as browsers tell it
    submission = models.ForeignKey(Submission, models.CASCADE, null=True, related_name="+")
    held = models.ForeignKey(Incoming, models.CASCADE, null=True, related_name="+")
    touched_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["campaign", "organisation", "person", "name", "size", "modified"],
                condition=models.Q(submission__isnull=True),
                name="one_upload_of_a_file",
            )
        ]
        indexes = [models.Index(fields=["touched_at"], name="upload_by_age")]

    def __str__(self) -> str:
        return self.name

    @property
    def pieces(self) -> Arriving:
        return arriving(self.pk)

    @property
    def arrived(self) -> int:
        return self.pieces.arrived
