"""What must be installed beside Svod."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _

from svod.web.doctor.finding import Finding, good, look, wrong

SCRIPTS = {"rus", "kaz"}  # that Tesseract must know
ONE_ZONE_SINCE = datetime(2024, 3, 1, tzinfo=UTC)  # when the clocks of Kazakhstan became one


def tesseract() -> Iterator[Finding]:
    todo = _("On Debian: apt-get install tesseract-ocr tesseract-ocr-rus tesseract-ocr-kaz")
    if shutil.which("tesseract") is None:
        yield look(_("Tesseract is not installed: photos of pages and scans cannot be read."), todo)
        return
    known = set(_said("tesseract", "--list-langs").split())
    if missing := sorted(SCRIPTS - known):
        yield look(_("Tesseract does not know: %(languages)s.") % {"languages": ", ".join(missing)}, todo)
    else:
        yield good(_("Tesseract reads Russian and Kazakh."))


def postgresql() -> Iterator[Finding]:
    """An older pg_dump does not back up a newer server."""
    if connection.vendor != "postgresql":
        return
    todo = _("Install PostgreSQL's client programs of the server's version: svod backup needs them.")
    if shutil.which("pg_dump") is None or shutil.which("pg_restore") is None:
        yield wrong(_("pg_dump and pg_restore are not installed."), todo)
        return
    connection.ensure_connection()
    server, found = connection.pg_version // 10000, re.search(r"(\d+)", _said("pg_dump", "--version"))
    if found and int(found[1]) < server:
        told = {"own": found[1], "server": server}
        yield wrong(_("pg_dump is of version %(own)s, the server of %(server)s.") % told, todo)
    else:
        yield good(_("pg_dump is there, and not older than the server."))


def time_zone() -> Iterator[Finding]:
    """Old data of time zones have Almaty an hour too late."""
    offset = ONE_ZONE_SINCE.astimezone(ZoneInfo("Asia/Almaty")).utcoffset()
    if offset != timedelta(hours=5):
        todo = _("Bring the data of time zones up to date: apt-get install tzdata")
        yield wrong(_("This machine does not know that the clocks of Kazakhstan were set back in 2024."), todo)
    else:
        yield good(_("The time zone is %(zone)s.") % {"zone": settings.TIME_ZONE})


def _said(*command: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 # our own words
            command, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=20, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout + done.stderr
