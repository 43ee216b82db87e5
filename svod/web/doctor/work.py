"""Whether the work is done: readers, what waits, the last backup."""

from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext as _
from django_tasks_db.models import DBTaskResult

from svod.register.heartbeat import readers_live
from svod.register.models import Submission
from svod.register.models.submission import WAITING
from svod.register.safekeeping.noted import last_backup
from svod.web.doctor.finding import Finding, good, look, wrong

LATE = timedelta(minutes=30)
OLD = timedelta(days=2)
LATELY = timedelta(days=1)


def readers() -> Iterator[Finding]:
    if readers_live():
        yield good(_("A reader is at work."))
    else:
        todo = _("Start svod serve: what is handed in is kept meanwhile, and read then.")
        yield wrong(_("No reader is at work: what is handed in is not read."), todo)


def waiting() -> Iterator[Finding]:
    oldest = Submission.objects.filter(state__in=WAITING).aggregate(first=Min("received_at"))["first"]
    if oldest is not None and timezone.now() - oldest > LATE:
        minutes = round((timezone.now() - oldest).total_seconds() / 60)
        todo = _("See what the readers write; start svod serve anew. More readers at once: SVOD_READERS.")
        yield look(_("A submission has been waiting to be read for %(minutes)s minutes.") % {"minutes": minutes}, todo)
    failed = DBTaskResult.objects.failed().filter(finished_at__gt=timezone.now() - LATELY).count()
    if failed:
        todo = _("See what svod serve wrote. What is still to be done is taken up again by itself.")
        yield look(_("%(number)s tasks failed within a day.") % {"number": failed}, todo)


def backup() -> Iterator[Finding]:
    last, example = last_backup(), f"svod backup FILE --data {settings.DATA}"
    todo = _("Make one every night, and take it to another building: %(command)s") % {"command": example}
    if last is None:
        yield look(_("No backup was made yet."), todo)
    elif timezone.now() - last > OLD:
        days = (timezone.now() - last).days
        yield look(_("The last backup is %(days)s days old.") % {"days": days}, todo)
    else:
        moment = timezone.localtime(last).strftime("%Y-%m-%d %H:%M")
        yield good(_("The last backup is of %(moment)s.") % {"moment": moment})
