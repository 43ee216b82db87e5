"""Look for activities of one campaign that several submissions tell, and keep the pairs for a person to decide."""

from collections import defaultdict

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from svod import linking, records
from svod.register.models import Activity, Campaign, Document, Resemblance, State, Submission
from svod.register.services.apart import Pair, told_apart
from svod.register.tasks import COMPARE_EVERY, find_resemblances

KEPT = ("score", "certain", "findings")


def resemble(campaign: Campaign) -> int:
    """Bring the open pairs up to date; how many there are. What a person decided stays, whatever is read later.

    Never two of one submission: it tells them apart itself. A merged activity stands for all its tellings.
    """
    unseen = list(to_compare().filter(campaign=campaign).values_list("pk", flat=True))  # before their rows are read
    found = _found(campaign)
    with transaction.atomic():
        known = {(one.one_id, one.other_id): one for one in Resemblance.objects.filter(one__campaign=campaign)}
        gone = [one.pk for pair, one in known.items() if _is_open(one) and pair not in found]
        Resemblance.objects.filter(pk__in=gone).delete()
        new = [one for pair, one in found.items() if pair not in known]
        Resemblance.objects.bulk_create(new, ignore_conflicts=True)  # another worker may have just found the same
        _renew([(known[pair], one) for pair, one in found.items() if pair in known])
        to_compare().filter(campaign=campaign, pk__in=unseen).update(compared=True)
        now = timezone.now()
        Campaign.objects.filter(pk=campaign.pk).update(compared_at=now)
        find_resemblances.using(run_after=now + COMPARE_EVERY).enqueue(campaign.pk)  # for what comes until then
    return sum(pair not in known or _is_open(known[pair]) for pair in found)


def to_compare() -> QuerySet[Submission]:
    """What was read since activities were last compared."""
    return Submission.objects.filter(state=Submission.State.READ, compared=False)


def _renew(pairs: list[tuple[Resemblance, Resemblance]]) -> None:
    changed = []
    for kept, new in pairs:
        if _is_open(kept) and any(getattr(kept, name) != getattr(new, name) for name in KEPT):
            for name in KEPT:
                setattr(kept, name, getattr(new, name))
            changed.append(kept)
    Resemblance.objects.bulk_update(changed, KEPT, batch_size=200)


def _is_open(resemblance: Resemblance) -> bool:
    return resemblance.decision == Resemblance.Decision.OPEN


def _found(campaign: Campaign) -> dict[Pair, Resemblance]:
    rows = {row.pk: row for row in Activity.objects.filter(campaign=campaign).exclude(state=State.REJECTED)}
    documents = Document.objects.filter(submission__campaign=campaign).only("text", "language", "submission_id")
    told: dict[int, list[records.Activity]] = defaultdict(list)
    row_of: dict[int, Activity] = {}  # by the identity of its record: two rows may say the same
    for row in rows.values():
        record = row.record()
        told[row.document_id].append(record)
        row_of[id(record)] = row
    readings = [records.Reading(_document(one), tuple(told[one.pk]), ()) for one in documents]
    found: dict[Pair, Resemblance] = {}
    for pair in linking.resemblances(readings, campaign.pack):
        one, other = (_head(row_of[id(record)], rows) for record in (pair.one, pair.other))
        if one.pk != other.pk:
            key = (min(one.pk, other.pk), max(one.pk, other.pk))
            found.setdefault(key, _row(key, pair))  # the surest comes first
    apart = told_apart(found)
    return {key: row for key, row in found.items() if key not in apart}


def _head(row: Activity, rows: dict[int, Activity]) -> Activity:
    return rows.get(row.same_as_id or row.pk, row)


def _document(row: Document) -> records.Document:
    return records.Document(str(row.pk), row.text, language=row.language or None)


def _row(key: Pair, pair: linking.Resemblance) -> Resemblance:
    findings = [[one.field, one.level, one.weight, one.detail] for one in pair.findings]
    return Resemblance(one_id=key[0], other_id=key[1], score=pair.score, certain=pair.certain, findings=findings)
