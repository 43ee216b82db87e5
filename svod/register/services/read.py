"""Read a submission: its documents, draft activities and reported totals, in one transaction, once."""

import logging
from contextlib import suppress

from django.db import DatabaseError, transaction
from django.db.models import F
from django.utils import timezone

from svod import records
from svod.odk.told import ANSWERED
from svod.packs import Pack
from svod.register.announce import announce
from svod.register.chats import KnownTo
from svod.register.left_out import kept
from svod.register.look_through import Outcome, Read, look_through, stops_reading
from svod.register.models import Activity, Document, ReportedTotal, Submission
from svod.register.models.submission import WAITING
from svod.register.proof.broken import is_full
from svod.register.services.locks import hold
from svod.register.services.photos import put_beside
from svod.register.services.photos_along import MOST, Along, find_along
from svod.register.services.read_answers import read_answers

log = logging.getLogger(__name__)

MOST_ATTEMPTS = 5  # a file that ends the worker each time must not keep it from the others


def read(submission: Submission) -> bool:
    """Read the submission; whether this call did. Of two workers that try at once the second finds it read."""
    pack = submission.campaign.pack
    begun = Submission.objects.filter(pk=submission.pk, state__in=WAITING)
    if not begun.update(state=Submission.State.READING, attempts=F("attempts") + 1):
        return False
    done = None
    try:
        while done is None:
            done = _read(submission, pack)
    except (OSError, DatabaseError) as error:
        if is_full(error):
            _give_back_attempt(submission)
        raise
    return done


def _give_back_attempt(submission: Submission) -> None:
    """Do not count an attempt that a full disk ended: that is not the file's fault. Where there is no room to write
    this either, one attempt fewer is left."""
    with suppress(DatabaseError):
        Submission.objects.filter(pk=submission.pk, attempts__gt=0).update(attempts=F("attempts") - 1)


def _read(submission: Submission, pack: Pack) -> bool | None:
    """Whether this call read it; None where a chat of the same organisation was read meanwhile, which may be the same
    one: then it is told from that."""
    before, hopeless = KnownTo(submission), submission.attempts >= MOST_ATTEMPTS
    outcomes = [stops_reading(submission)] if hopeless else _outcomes(submission, pack, before)
    along = _along(submission, outcomes)
    with transaction.atomic():
        row = Submission.objects.select_for_update().get(pk=submission.pk)
        if row.state not in WAITING:
            return False
        if before.was_asked:
            hold(submission.campaign)
            if before.has_grown():
                return None
        row.campaign, row.organisation = submission.campaign, submission.organisation
        _keep([*outcomes, *_left_out(along, row)], row)
        if along.drawn:
            put_beside(row, along.drawn, None, MOST)
    return True


def _outcomes(submission: Submission, pack: Pack, before: KnownTo) -> list[Outcome]:
    answered = read_answers(submission, pack)
    return look_through(submission, pack, before) if answered is None else answered


def _along(submission: Submission, outcomes: list[Outcome]) -> Along:
    """The photos that came with what could be read; where they cannot be had, the report is read without them."""
    documents = [one.document for one in outcomes if isinstance(one, Read)]
    try:
        pages = {one.sha256 for one in documents if one.format == "image"}
        return find_along(submission, pages) if documents else Along()
    except Exception:
        log.exception("the photos of submission %s could not be read", submission.pk)
        return Along()


def _left_out(along: Along, submission: Submission) -> list[Outcome]:
    details = (("count", str(along.more)),)
    return [records.Problem("warning", "photos_beside", submission.name, details)] if along.more else []


def _keep(outcomes: list[Outcome], submission: Submission) -> None:
    readings = [one for one in outcomes if isinstance(one, Read)]
    problems = [one for one in outcomes if isinstance(one, records.Problem)]
    for position, read_one in enumerate(readings):
        _keep_document(read_one, position, submission)
    submission.problems = [[one.severity, one.code, one.source, dict(one.details)] for one in problems]
    submission.nothing_held = [
        [position, one.evidence.start, one.evidence.end, one.region or submission.organisation.region]
        for position, read_one in enumerate(readings)
        for one in read_one.reading.nothing_held
    ]
    submission.state = Submission.State.READ if readings else Submission.State.UNREADABLE
    submission.read_at = timezone.now()
    submission.save(update_fields=["problems", "nothing_held", "state", "read_at"])
    announce("read", submission)


def _keep_document(read_one: Read, position: int, submission: Submission) -> None:
    document, reading = read_one.document, read_one.reading
    campaign, organisation = submission.campaign, submission.organisation
    row = Document.objects.create(
        submission=submission,
        position=position,
        source=document.source[:1000],
        format=document.format,
        language=document.language or "",
        text=document.text,
        blocks=[[one.start, one.end, one.role, one.author, one.on and one.on.isoformat()] for one in document.blocks],
        sha256=document.sha256,
        found=read_one.found,
        known=read_one.known,
        left_out=kept(reading.left_out),
    )
    known = {"campaign": campaign, "organisation": organisation, "document": row}
    activities = [
        Activity(
            **known,
            **_placed(Activity.values_of(one), organisation.region),
            origins=_answered(one) or _origins(one, "kind"),
        )
        for one in reading.activities
    ]
    for activity in activities:
        activity.words = activity.found_by()
    Activity.objects.bulk_create(activities)
    ReportedTotal.objects.bulk_create(
        ReportedTotal(
            **known,
            **_placed(ReportedTotal.values_of(one), organisation.region),
            origins=_origins(one, "value"),
        )
        for one in reading.totals
    )


def _placed(values: dict[str, object], region: str) -> dict[str, object]:
    """Where the text names no region, it is that of the organisation that handed it in."""
    return values if values["region"] else {**values, "region": region}


def _answered(one: records.Activity) -> dict[str, str]:
    """What a person answered in a form no machine has read."""
    if ANSWERED not in one.reasons:
        return {}
    return {**{name: "typed" for name, _place in one.sources}, "region": "organisation"}


def _origins(one: records.Activity | records.ReportedTotal, head: str) -> dict[str, str]:
    """What a model found (all of it: its `head` says so), gave or reads otherwise, by field; and whether the region is
    that of the organisation."""
    origins = {} if one.region else {"region": "organisation"}
    for reason in one.reasons:
        if reason == "model_found":
            origins[head] = "model"
        elif reason.startswith("model_gave_"):
            origins[reason.removeprefix("model_gave_")] = "model"
        elif reason.startswith("model_differs_"):
            origins[reason.removeprefix("model_differs_")] = "disputed"
    return origins
