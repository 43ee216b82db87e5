"""Queue again what the queue lost: what the register says is still to be done and no task is there for."""

from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult, get_date_max

from svod.register import tasks
from svod.register.lease import one_after_another
from svod.register.models import Edition, Erasure, Incoming, Letter, PlanSheet, Publication, Submission, Survey
from svod.register.models.submission import WAITING
from svod.register.relief import are_gone

LONGEST = timedelta(hours=1)  # a task; thirty scanned pages take half of it at worst


def take_up_again(worker: str = "") -> int:
    """Queue every submission that was received, is not read and is in no task, as after a crash; how many there were.

    `worker` is the name of the worker that begins: a task that runs under that name died with its forerunner, and so
    did one that has been running for too long, or whose worker holds its name no longer (relief.py).
    """

    with transaction.atomic():
        one_after_another("take up again")
        running = DBTaskResult.objects.running()
        gone = are_gone({name for one in running for name in one.worker_ids})
        died = [one.pk for one in running if _has_died(one, worker, gone)]
        compared = _of(running.filter(pk__in=died), tasks.find_resemblances)
        later = tasks.find_resemblances.using(
            run_after=timezone.now() + tasks.TIDY_EVERY
        )  # it may end its worker again
        for (key,) in {tuple(arguments["args"]) for arguments in compared.values_list("args_kwargs", flat=True)}:
            later.enqueue(key)
        running.filter(pk__in=died).delete()
        there = queued(tasks.read_submission)
        waiting = Submission.objects.filter(state__in=WAITING).order_by("pk").values_list("pk", flat=True)
        lost = [key for key in waiting if key not in there]
        for key in lost:
            tasks.read_submission.enqueue(key)
    return len(lost)


def _has_died(running: DBTaskResult, worker: str, gone: set[str]) -> bool:
    too_long = timezone.now() - LONGEST
    return worker in running.worker_ids or running.started_at < too_long or not gone.isdisjoint(running.worker_ids)


def compare_again() -> None:
    """Queue every campaign of which something was read and not compared, unless more waits to be read."""
    from svod.register.services.resemble import to_compare  # it brings what links, which the web needs not

    with transaction.atomic():
        reading = Submission.objects.filter(state__in=WAITING).values("campaign")
        unseen = to_compare().exclude(campaign__in=reading).order_by("campaign").values_list("campaign", flat=True)
        for key in set(unseen.distinct()) - queued(tasks.find_resemblances):
            tasks.find_resemblances.enqueue(key)


def wait_no_longer() -> None:
    """Queue all that waits and is in no task: letters, receipts, tables, versions of reports, public files, posters,
    files and messages of which nobody has said whose they are."""
    from svod.register.services.acknowledge import to_answer

    waiting = (
        (Letter.objects.filter(state=Letter.State.WAITING, way=Letter.Way.MAIL), tasks.post_letter),
        (to_answer(), tasks.acknowledge),
        (PlanSheet.objects.filter(state=PlanSheet.State.RECEIVED), tasks.read_plan_sheet),
        (Edition.objects.filter(state=Edition.State.WAITING), tasks.make_edition),
        (Publication.objects.filter(state=Publication.State.WAITING), tasks.fill_publication),
        (Survey.objects.filter(posters={}, closed_on__isnull=True), tasks.print_posters),
        (Erasure.objects.filter(state=Erasure.State.SEARCHING), tasks.find_traces),
        (Erasure.objects.filter(state=Erasure.State.ERASING), tasks.erase_traces),
    )
    unsaid = Incoming.objects.filter(state=Incoming.State.HELD, looked_at=None)
    for key in set(unsaid.values_list("campaign", flat=True)) - queued(tasks.propose_whose):
        tasks.propose_whose.enqueue(key)
    for rows, what in waiting:
        for key in set(rows.values_list("pk", flat=True)) - queued(what):
            what.enqueue(key)


def tidy_from_now_on() -> None:
    """Queue one such task, whatever earlier runs left in the queue.

    A task that is put off for longer than until the next one was put off before the clock was put back.
    """
    with transaction.atomic():
        waiting, now = DBTaskResult.objects.filter(status=TaskResultStatus.READY), timezone.now()
        _of(waiting, tasks.tidy).delete()
        waiting.filter(run_after__gt=now + tasks.TIDY_EVERY).exclude(run_after=get_date_max()).update(run_after=now)
        tasks.tidy.enqueue()


def queued(what: Task) -> set[int]:
    """The keys for which such tasks wait or run."""
    alive = DBTaskResult.objects.filter(status__in=(TaskResultStatus.READY, TaskResultStatus.RUNNING))
    return _keys(alive, what)


def _keys(rows: QuerySet[DBTaskResult], what: Task) -> set[int]:
    return {arguments["args"][0] for arguments in _of(rows, what).values_list("args_kwargs", flat=True)}


def _of(rows: QuerySet[DBTaskResult], what: Task) -> QuerySet[DBTaskResult]:
    return rows.filter(task_path=what.module_path)
