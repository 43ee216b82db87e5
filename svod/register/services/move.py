"""A report that was handed in for the wrong organisation becomes the other one's, with all that was read from it."""

from typing import Any

from django.db import IntegrityError

from svod.register.announce import announce_beside
from svod.register.errors import SameFileThere
from svod.register.history import Deed, operation
from svod.register.models import Activity, Organisation, Person, Submission
from svod.register.models.finding import Finding
from svod.register.services.locks import ensure_open
from svod.register.services.one_report import ensure_not_shown, findings_of, leave_plans, one_report


def move(submission: Submission, organisation: Organisation, person: Person) -> None:
    """Make the submission the other organisation's. What was decided stays decided, what is merged stays merged.

    Raises what `one_report` does, Locked where the other part is signed, SameFileThere, PhotoInReport.
    """
    old = submission.organisation
    note = f"{submission.name}: {old} → {organisation}"
    try:
        with operation("move", person, submission.campaign, old, note=note) as deed:
            copies = one_report(submission)
            ensure_open(submission.campaign, organisation)
            ensure_not_shown(copies, organisation)
            findings = findings_of(copies)
            for one in copies:
                _move(deed, one, organisation)
            for row in findings:
                deed.update(row, organisation=organisation, **_region(row, old, organisation))
            leave_plans(deed, findings, organisation)
            announce_beside("move", copies[0], organisation, old)
    except IntegrityError as error:  # of all that is moved, only a file may be there once
        raise SameFileThere(organisation=organisation) from error


def _move(deed: Deed, submission: Submission, organisation: Organisation) -> None:
    old = submission.organisation.region
    places = [[*place, organisation.region if region == old else region] for *place, region in submission.nothing_held]
    deed.update(submission, organisation=organisation, nothing_held=places)
    for message in submission.incoming.all():
        deed.update(message, organisation=organisation)


def _region(row: Finding, old: Organisation, new: Organisation) -> dict[str, Any]:
    """The other organisation's where the text says none and nobody gave one. What was read before that was noted
    follows, too, where no place in the text tells the region, unless that would leave it without any."""
    if row.region != old.region:
        return {}
    origin, told = row.origins.get("region"), isinstance(row, Activity) and "region" in row.sources
    follows = origin == "organisation" or (origin is None and not told and new.region)
    return {"region": new.region} if follows else {}
