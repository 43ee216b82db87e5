"""What runs in the background. What is still to be done stands in the register, not in the queue: a task that is lost
or queued twice loses and doubles nothing."""

from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

from svod.register.often import Given, Often

if TYPE_CHECKING:
    from svod.register.models import Campaign

KEPT_FOR = timedelta(days=7)  # a finished task, for whoever looks for a fault
TIDY_EVERY = timedelta(minutes=10)
COMPARE_EVERY = timedelta(seconds=20)  # the activities of a campaign, at most, while reports keep coming
SOON = 10  # the priority of what somebody waits for: a folder of a thousand files must not go before it
WAITING_TASKS = Often(
    DBTaskResult.objects.filter(status=TaskResultStatus.READY, task_path=Given("task", models.TextField()))
    .order_by()
    .values_list("args_kwargs", flat=True)
)
ALSO: list[Callable[[], None]] = []  # what packages above this one tidy up


@task()
def read_submission(key: int) -> None:
    from svod.register.models import Submission
    from svod.register.services.read import read  # the readers and the lexicon are the worker's, not the web's

    submission = Submission.objects.select_related("campaign", "organisation").filter(pk=key).first()
    if submission is not None and read(submission):
        look_for_resemblances(submission.campaign)


def look_for_resemblances(campaign: "Campaign") -> None:
    """Queue one search for all that is being read: who reads the last submission does, unless the search before is
    still to be followed by another. To be called after the commit, so that a waiting search sees what was committed."""
    if _is_followed(campaign):
        return
    waiting = {told["args"][0] for told in WAITING_TASKS.rows(task=find_resemblances.module_path)}
    if campaign.pk not in waiting and not _reads(campaign):
        find_resemblances.enqueue(campaign.pk)


@task()
def find_resemblances(key: int) -> None:
    """Compare a campaign's activities, unless submissions are still to be read; comparing queues the next task."""
    from svod.register.models import Campaign
    from svod.register.services.resemble import resemble, to_compare

    campaign = Campaign.objects.get(pk=key)
    if not _is_followed(campaign) and not _reads(campaign) and to_compare().filter(campaign=campaign).exists():
        resemble(campaign)


def _is_followed(campaign: "Campaign") -> bool:
    """Whether the search that follows the last one, and was queued in the same commit, is still to begin."""
    last = campaign.compared_at
    return last is not None and last <= timezone.now() < last + COMPARE_EVERY


def _reads(campaign: "Campaign") -> bool:
    """Whether submissions of the campaign wait to be read: the reader of the last one queues a search."""
    from svod.register.models import Submission
    from svod.register.models.submission import WAITING

    return Submission.objects.filter(campaign=campaign, state__in=WAITING).exists()


def look_whose_later(campaign: "Campaign") -> None:
    """Queue one task for all that waits. To be called after the commit: a waiting task then sees what was committed."""
    waiting = {told["args"][0] for told in WAITING_TASKS.rows(task=propose_whose.module_path)}
    if campaign.pk not in waiting:
        propose_whose.enqueue(campaign.pk)


@task(priority=SOON)
def propose_whose(key: int) -> None:
    """Propose whose a campaign's files may be, of those of which nobody has said it."""
    from svod.register.services.propose_whose import propose_whose as look_at_all

    look_at_all(key)


@task()
def read_plan_sheet(key: int) -> None:
    from svod.register.services.import_plan import read_sheet

    read_sheet(key)


@task()
def find_traces(key: int) -> None:
    from svod.register.rights.erase import find_all

    find_all(key)


@task()
def erase_traces(key: int) -> None:
    from svod.register.rights.erase import erase

    erase(key)


@task(priority=SOON)
def fill_publication(key: int) -> None:
    from svod.register.services.publish import fill

    fill(key)


@task()
def post_letter(key: int) -> None:
    from svod.register.services.post import post

    post(key)


@task()
def fetch_mail() -> None:
    """Fetch letters because somebody asked for it; `svod serve` does so each minute."""
    from django.conf import settings

    from svod.register.mailbox.fetch import fetch

    if settings.MAILBOX is not None:
        fetch(settings.MAILBOX)


@task()
def acknowledge(key: int) -> None:
    from svod.register.services.acknowledge import acknowledge

    acknowledge(key)


@task(priority=SOON)
def make_edition(key: int) -> None:
    """Make the files of a frozen version of a report."""
    from svod.register.models import Edition
    from svod.register.services.make_edition import make  # the publishers are the worker's

    known = Edition.objects.select_related("report__campaign__organisation", "report__organisation")
    edition = known.filter(pk=key).first()
    if edition is not None:
        make(edition)


@task(priority=SOON)
def print_posters(key: int) -> None:
    from svod.register.services.print_posters import print_posters as print_all

    print_all(key)


@task()
def count_anew(key: int) -> None:
    """Count anew what is stale of the sums that are kept for a part."""
    from svod.register.models import Book
    from svod.register.totals.keeping import catch_up

    book = Book.objects.select_related("campaign__organisation", "organisation").filter(pk=key).first()
    if book is not None:
        catch_up(book)


@task()
def tidy() -> None:
    """What is done every few minutes; it queues itself again. What goes by age goes only where the clock can be
    believed."""
    from svod.register.clock import is_steady
    from svod.register.queue import compare_again, take_up_again, wait_no_longer
    from svod.register.reachable import turn_to_mail
    from svod.register.rights.retain import retain
    from svod.register.services.close_survey import close_due
    from svod.register.services.remind_by_rule import remind_by_rule
    from svod.register.services.upload import drop_old
    from svod.register.sqlite.sizes import learn_sizes

    close_due(timezone.localdate())
    if is_steady(timezone.now()):
        drop_old()
        retain(timezone.localdate())
    remind_by_rule(timezone.localtime())
    DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - KEPT_FOR).delete()
    take_up_again()
    compare_again()
    turn_to_mail()
    wait_no_longer()
    learn_sizes()
    for one in ALSO:
        one()
    tidy.using(run_after=timezone.now() + TIDY_EVERY).enqueue()
