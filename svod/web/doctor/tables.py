"""The database: whether it answers, whether its tables are this version's, what time it has."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import DatabaseError, connection
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from svod.register.models import Operation
from svod.register.proof.broken import is_broken
from svod.register.proof.versions import applied, missing, newer
from svod.web.doctor.finding import Finding, good, look, wrong

SKEW = timedelta(seconds=5)
AHEAD = timedelta(minutes=5)


def answers() -> Iterator[Finding]:
    """Nothing else is asked of one that does not."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        known = bool(applied())
    except DatabaseError as error:
        yield _silent(error)
        return
    if known:
        yield good(_("The database answers."))
    else:
        todo = _("Name the right folder: svod doctor --data FOLDER. A new register is made by svod serve.")
        yield wrong(_("The database holds no register."), todo)


def _silent(error: DatabaseError) -> Finding:
    if is_broken(error):
        todo = _("Stop svod serve, keep the data folder under another name, and restore the last backup: svod restore.")
        return wrong(_("The database is damaged."), todo)
    todo = _("See that PostgreSQL runs and that DATABASE_URL names it: psql \"$DATABASE_URL\" -c 'select 1'")
    return wrong(_("The database does not answer: %(error)s") % {"error": str(error).strip().splitlines()[0]}, todo)


def version() -> Iterator[Finding]:
    if unknown := newer():
        todo = _("Install that version, or restore a backup made before the upgrade.")
        yield wrong(_("A newer Svod made this register: %(name)s is not known here.") % {"name": unknown[0]}, todo)
    elif missing():
        todo = _("Back up, then start svod serve once: it brings the tables up to date.")
        yield wrong(_("An older Svod made this register: its tables are not this version's."), todo)
    else:
        yield good(_("The tables are this version's."))


def clock() -> Iterator[Finding]:
    """This machine's beside the database's, and beside what was written last."""
    apart, last = _apart(), Operation.objects.aggregate(at=Max("at"))["at"]
    todo = _("Set the clock of both by a time server: timedatectl set-ntp true")
    if apart > SKEW:
        told = {"seconds": round(apart.total_seconds())}
        yield wrong(_("This machine's clock and the database's are %(seconds)s seconds apart.") % told, todo)
    elif last is not None and last > timezone.now() + AHEAD:
        told = {"moment": timezone.localtime(last).strftime("%Y-%m-%d %H:%M")}
        yield look(
            _("The register holds a deed of %(moment)s, which is yet to come: a clock was or is wrong.") % told, todo
        )
    else:
        yield good(_("The clock agrees with the database's."))


def _apart() -> timedelta:
    if connection.vendor != "postgresql":
        return timedelta()  # the same machine's
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        theirs: datetime = cursor.fetchone()[0]
    return abs(timezone.now() - theirs)
