"""Photos that came with a submission. Whoever sees it sees them; one goes out only with a consent on record."""

from django.db import models

from svod.register.models.submission import Submission


class Photo(models.Model):
    """A picture drawn anew from its pixels: place, time and device that the sender's file held are in none of it.

    `sent_sha256` is of the bytes as they came, which are not kept: sent again, it is the same photo.
    """

    submission = models.ForeignKey(Submission, models.PROTECT, related_name="photos")
    sent_sha256 = models.CharField(max_length=64)
    file = models.FileField(max_length=200)  # under the hash of its bytes: see services/keep.py
    size = models.PositiveIntegerField()
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["submission", "sent_sha256"], name="photo_received_once")]

    def __str__(self) -> str:
        return f"{self.submission}: {self.width} × {self.height}"
