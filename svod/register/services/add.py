"""What the machine missed: a person marks the words, and an activity stands on them."""

import re

from django.utils import timezone

from svod.records import Span
from svod.register.errors import NoSuchPassage
from svod.register.history import operation
from svod.register.models import Activity, Document, Person, State
from svod.register.services.locks import ensure_open, ensure_standing


def add(document: Document, start: int, end: int, kind: str, person: Person) -> Activity:
    """A confirmed activity of that kind; its other fields are empty until somebody types them. Raises NoSuchPassage
    for a range outside the text or without words, Locked in a signed part, Withdrawn."""
    passage = document.text[start:end]
    if not 0 <= start < end <= len(document.text) or not passage.strip():
        raise NoSuchPassage(quote=passage)
    start, end = start + len(passage) - len(passage.lstrip()), end - len(passage) + len(passage.rstrip())
    submission = document.submission
    activity = Activity(
        campaign=submission.campaign,
        organisation=submission.organisation,
        document=document,
        start=start,
        end=end,
        kind=kind,
        region=submission.organisation.region,
        state=State.CONFIRMED,
        decided_by=person,
        decided_at=timezone.now(),
        origins={"kind": "typed", "region": "organisation"},
        reasons=["person"],
    )
    with operation("add", person, submission.campaign, submission.organisation, note=passage.strip()) as deed:
        ensure_open(submission.campaign, submission.organisation)
        ensure_standing([document.pk])
        deed.create(activity)
    return activity


def find_passage(text: str, quote: str) -> Span:
    """Where the words stand, whatever white space is between them. Raises NoSuchPassage where they do not."""
    words = [re.escape(word) for word in quote.split()]
    found = re.search(r"\s+".join(words), text) if words else None
    if found is None:
        raise NoSuchPassage(quote=quote)
    return Span(found.start(), found.end())
