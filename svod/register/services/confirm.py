"""Stand behind what was read: one draft, many, or all that the machine is certain of."""

from collections.abc import Iterable, Sequence
from itertools import chain

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from svod.extraction import against_its_day
from svod.register.errors import NotInEvidence
from svod.register.history import operation
from svod.register.models import Activity, Document, Person, ReportedTotal, Resemblance, State, Submission
from svod.register.models.finding import Finding
from svod.register.services.locks import ensure_rows_open
from svod.register.services.numbers import ensure_in_evidence

# A clause with a word for the kind and a verb that says it was held has 0.95; with either missing, or a verb that
# leaves it open, at most 0.85. A person's eye is asked for everything below this.
CERTAIN = 0.9


def confirm(rows: Sequence[Finding], person: Person, number_reason: str = "") -> None:
    """Confirm the rows, all of them or none.

    Raises NotInEvidence for a number that its text does not say and that has no reason, Locked in a signed part, Stale
    where somebody was faster.
    """
    first = rows[0]
    with operation("confirm", person, first.campaign, first.organisation, note=_note(rows)) as deed:
        ensure_rows_open(rows)
        for row in rows:
            deed.update(row, **stood_by(row, person, number_reason))
            ensure_in_evidence(row)


def stood_by(row: Finding, person: Person, number_reason: str = "") -> dict[str, object]:
    """The columns of a confirmed row."""
    said = {"number_reason": number_reason} if number_reason else {}
    if row.state == State.CONFIRMED:
        return said
    return {"state": State.CONFIRMED, "decided_by": person, "decided_at": timezone.now(), **said}


def confirm_certain(submission: Submission, person: Person) -> list[Finding]:
    """Confirm the drafts of the submission that are certain, and return them."""
    certain = certain_among(drafts_of(submission))
    if certain:
        confirm(certain, person)
    return certain


def drafts_of(submission: Submission) -> list[Finding]:
    """What nobody has decided on yet. A draft that was merged into another is decided."""
    drafts = {"document__submission": submission, "state": State.DRAFT}
    activities = Activity.objects.filter(**drafts, same_as__isnull=True)
    known = ("document", "campaign", "organisation")
    return list(chain(activities.select_related(*known), ReportedTotal.objects.filter(**drafts).select_related(*known)))


def has_drafts() -> Q:
    """A filter for submissions in which something is left to decide."""
    drafts = {"document__submission": OuterRef("pk"), "state": State.DRAFT}
    activities = Activity.objects.filter(**drafts, same_as__isnull=True)
    return Q(Exists(activities)) | Q(Exists(ReportedTotal.objects.filter(**drafts)))


def certain_among(rows: Sequence[Finding]) -> list[Finding]:
    """Those that nobody need look at: the machine is certain, the text says their numbers and was not seen in a
    picture, their days are the campaign's, and none surely tells what is confirmed already: that would count twice
    until somebody joins the two."""
    certain = [row for row in rows if _is_certain(row)]
    told = _told_already(row.pk for row in certain if isinstance(row, Activity))
    pictures = _pictures({row.document_id for row in certain})
    return [
        row for row in certain if row.document_id not in pictures and not (isinstance(row, Activity) and row.pk in told)
    ]


def _pictures(documents: set[int]) -> set[int]:
    """Those whose text was seen in a picture, where a "5" may be an "8"."""
    rows = Document.objects.filter(pk__in=documents).values_list("pk", "source", "submission__problems")
    return {
        key
        for key, name, problems in rows
        if any((code, source) == ("read_by_ocr", name) for _severity, code, source, _details in problems)
    }


def _told_already(keys: Iterable[int]) -> set[int]:
    keys = set(keys)
    confirmed = Q(one__in=keys, other__state=State.CONFIRMED) | Q(other__in=keys, one__state=State.CONFIRMED)
    pairs = Resemblance.objects.filter(confirmed, decision=Resemblance.Decision.OPEN, certain=True)
    return keys.intersection(chain.from_iterable(pairs.values_list("one", "other")))


def _is_certain(row: Finding) -> bool:
    if row.confidence < CERTAIN or (isinstance(row, Activity) and is_outside(row)):
        return False
    try:
        ensure_in_evidence(row)
    except NotInEvidence:
        return False
    return True


def is_outside(row: Activity) -> bool:
    """Whether it was held wholly before or after the campaign's own days."""
    days, campaign = row.date, row.campaign
    return days is not None and (days.last < campaign.first_day or days.first > campaign.last_day)


def days_against(row: Activity) -> tuple[str, ...]:
    """What speaks against the days the activity has now: a person may have mended those that the machine read."""
    return against_its_day(row.date, row.campaign.first_day, row.campaign.last_day)


def _note(rows: Sequence[Finding]) -> str:
    return str(rows[0]) if len(rows) == 1 else str(len(rows))
