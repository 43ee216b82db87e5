"""How much waits, asked of the register when somebody looks."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Min
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from prometheus_client.core import GaugeMetricFamily

from svod.register.heartbeat import readers_live
from svod.register.models import Activity, Incoming, ReportedTotal, State as Decided, Submission
from svod.register.models.submission import WAITING
from svod.register.safekeeping.noted import last_backup


class State:
    """A collector, in Prometheus's words."""

    def collect(self) -> Iterator[GaugeMetricFamily]:
        for name, about, value in _numbers():
            if value is not None:
                yield GaugeMetricFamily(f"svod_{name}", about, value)

    def describe(self) -> list[GaugeMetricFamily]:
        """Asked when it is registered: nothing has to be looked up for that."""
        return []


def _numbers() -> Iterator[tuple[str, str, float | None]]:
    unread = Submission.objects.filter(state__in=WAITING)
    drafts = Activity.objects.filter(state=Decided.DRAFT, same_as__isnull=True).count()
    drafts += ReportedTotal.objects.filter(state=Decided.DRAFT).count()
    oldest = unread.aggregate(first=Min("received_at"))["first"]
    yield "submissions_unread", "Received and not read yet", unread.count()
    yield "oldest_unread_seconds", "How long the oldest of them waits", _age(oldest) or 0
    yield "drafts_waiting", "Read, and not decided by anybody yet", drafts
    yield "messages_held", "Messages from outside that wait for a person", _held()
    yield "queue_length", "Tasks that wait or run", _queued()
    yield "readers_live", "1 where a reader lives", float(readers_live())
    yield "backup_age_seconds", "Since the last backup; none was made where this is missing", _age(last_backup())


def _age(moment: datetime | None) -> float | None:
    return None if moment is None else max(0.0, (timezone.now() - moment).total_seconds())


def _held() -> int:
    return Incoming.objects.filter(state=Incoming.State.HELD).count()


def _queued() -> int:
    return DBTaskResult.objects.filter(status__in=(TaskResultStatus.READY, TaskResultStatus.RUNNING)).count()
