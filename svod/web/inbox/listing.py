"""The list of submissions, and how far their reading has come."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Count, Min, Q, QuerySet
from django.utils import timezone

from svod.register.models import Activity, Campaign, Document, Organisation, Person, ReportedTotal, State, Submission
from svod.register.models.submission import SETTLED, STANDING, STUCK, WAITING
from svod.register.services.confirm import has_drafts
from svod.register.totals import denying, part_of

PACE_OVER = timedelta(seconds=10)  # the time left is told from what was read meanwhile

WAITS = Q(state__in=WAITING)
STATES = {
    "waiting": WAITS,
    "read": Q(state=Submission.State.READ),
    "stuck": STUCK,
    "settled": SETTLED | ~STANDING,
    "drafts": has_drafts(),
}


def submissions(person: Person, campaign: Campaign) -> QuerySet[Submission]:
    return Submission.objects.filter(part_of(campaign, person).within(), campaign=campaign)


def shown(rows: QuerySet[Submission], state: str, organisation: Organisation | None) -> QuerySet[Submission]:
    if organisation is not None:
        rows = rows.filter(organisation__path__below=organisation.path)
    related = ("organisation", "received_by", "replaces")
    return (
        rows.filter(STATES.get(state, Q()))
        .select_related(*related)
        .prefetch_related("incoming", "replaced_by")
        .defer("organisation__contact")
    )


def count_findings(rows: Sequence[Submission]) -> None:
    """Gives each row its `drafts`, `confirmed` and `rejected` findings, totals among them, and whether it `denies` that
    anything was held, with a query or two for all."""
    saying = [row.pk for row in rows if row.nothing_held]
    denies = set(denying(Submission.objects.filter(pk__in=saying)).values_list("pk", flat=True)) if saying else set()
    documents = Document.objects.filter(submission__in=[row.pk for row in rows])
    submission_of = dict(documents.order_by().values_list("pk", "submission"))
    within = {"document__in": list(submission_of)}
    numbers: Counter[tuple[int, str]] = Counter()
    decided = Q(state=State.DRAFT, same_as__isnull=False)  # merged into another: nothing waits there
    for found in (Activity.objects.filter(**within).exclude(decided), ReportedTotal.objects.filter(**within)):
        counted = found.values_list("document", "state").annotate(number=Count("pk"))
        for document, state, number in counted.order_by():
            numbers[submission_of[document], state] += number
    for row in rows:
        row.drafts = numbers[row.pk, State.DRAFT]
        row.confirmed = numbers[row.pk, State.CONFIRMED]
        row.denies = row.pk in denies
        row.rejected = numbers[row.pk, State.REJECTED]


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of what was handed in since then are read, and how many seconds the others will take."""

    since: datetime
    read: int
    total: int
    seconds_left: int | None

    @property
    def waiting(self) -> int:
        return self.total - self.read

    @property
    def minutes_left(self) -> int:
        return -(-(self.seconds_left or 0) // 60)


def progress_of(rows: QuerySet[Submission], since: datetime | None) -> Progress:
    """Since the first of those that are being read together, where no moment is given."""
    since = since or _beginning(rows) or timezone.now()
    recent = rows.filter(received_at__gte=since)
    lasted = min(PACE_OVER, timezone.now() - since)
    pace = Q(read_at__gte=timezone.now() - lasted)
    told = recent.aggregate(total=Count("pk"), waiting=Count("pk", WAITS), lately=Count("pk", pace))
    total, waiting, lately = told["total"], told["waiting"], told["lately"]
    left = round(waiting * lasted.total_seconds() / lately) if lately and waiting else None
    return Progress(since, total - waiting, total, left)


def _beginning(rows: QuerySet[Submission]) -> datetime | None:
    """When the first came of those that wait, and of those that were read while they waited."""
    if not rows.filter(WAITS).exists():  # where nothing waits, the database would look for it among all
        return None
    first = Min("received_at")
    oldest = rows.filter(WAITS).aggregate(first=first)["first"]
    return oldest and rows.filter(WAITS | Q(read_at__gte=oldest)).aggregate(first=first)["first"]
