"""What becomes of a submission that could not be read; it stays on record whatever way is taken."""

from io import BytesIO
from pathlib import PurePosixPath
from typing import IO

from django.db import transaction

from svod.register.errors import Stale
from svod.register.history import operation
from svod.register.models import Person, Submission
from svod.register.services.submit import submit


def replace(submission: Submission, stream: IO[bytes], name: str, person: Person) -> Submission:
    """A better copy in its place. Raises Stale where somebody found a way on already, and what `submit` raises."""
    with transaction.atomic():
        old = _stuck(submission)
        return submit(stream, name, old.campaign, old.organisation, person, replaces=old)


def type_in(submission: Submission, text: str, person: Person) -> Submission:
    """Its text, typed by a person. Raises Stale, and what `submit` raises."""
    with transaction.atomic():
        old = _stuck(submission)
        name = str(PurePosixPath(old.name).with_suffix(".txt")) if PurePosixPath(old.name).name else "text.txt"
        channel = Submission.Channel.PASTE
        return submit(BytesIO(text.encode()), name, old.campaign, old.organisation, person, channel, old)


def set_aside(submission: Submission, why: str, person: Person) -> None:
    """It is no report, or nothing can be done. Raises Stale where somebody found a way on already."""
    with operation("set_aside", person, submission.campaign, submission.organisation, note=why) as deed:
        deed.update(_stuck(submission), set_aside_why=why)


def _stuck(submission: Submission) -> Submission:
    found = Submission.objects.select_for_update().get(pk=submission.pk)
    if not found.is_stuck:
        raise Stale(row=found)
    return found
