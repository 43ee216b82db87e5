"""The data folder and the disk it lies on."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext as _

from svod.register.services.keep import ensure_within_reach, is_on_disk
from svod.web.doctor.finding import Finding, good, look, wrong

MB = 1024 * 1024
SCARCE, LOW = 300 * MB, 3000 * MB
ELSEWHERE = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p")


def folder() -> Iterator[Finding]:
    """Written by the one it belongs to, read by nobody else."""
    data = Path(settings.DATA)
    places = [path for path in (data, Path(settings.MEDIA_ROOT), data / "svod.sqlite3") if path.exists()]
    shut = [path for path in places if not os.access(path, os.R_OK | os.W_OK)]
    owners = {path.stat().st_uid for path in places}
    if shut:
        todo = _("Run Svod as the user it belongs to, or give it to this one: chown -R USER %(folder)s")
        yield wrong(_("%(place)s cannot be written.") % {"place": shut[0]}, todo % {"folder": data})
    elif len(owners) > 1:
        todo = _("Give all of it to the user that runs Svod: chown -R USER %(folder)s") % {"folder": data}
        yield wrong(_("The data folder and what lies in it belong to different users."), todo)
    else:
        yield good(_("The data folder %(folder)s can be written.") % {"folder": data})
    if data.stat().st_mode & 0o007:
        todo = _("Close it: chmod o-rwx %(folder)s") % {"folder": data}
        yield look(_("Every user of this machine can look into the data folder."), todo)


def bucket() -> Iterator[Finding]:
    if is_on_disk():
        return
    try:
        ensure_within_reach()
    except OSError as error:
        todo = _("Look at SVOD_FILES and at the keys in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.")
        yield wrong(_("The bucket with the files does not answer: %(error)s") % {"error": error}, todo)
    else:
        yield good(_("The bucket with the files answers."))


def secret() -> Iterator[Finding]:
    """The key that signs sessions: with it anybody could be anybody."""
    kept = Path(settings.DATA) / "secret"
    if kept.exists() and kept.stat().st_mode & 0o077:
        todo = _("Close it: chmod 600 %(place)s. Who had read it could sign in as anybody: delete it and start anew.")
        yield wrong(_("Others on this machine can read the key that signs sessions."), todo % {"place": kept})


def room() -> Iterator[Finding]:
    for place in sorted({Path(settings.DATA), Path(tempfile.gettempdir())}):
        free = shutil.disk_usage(place).free
        told = {"place": place, "free": free // MB}
        if free < SCARCE:
            todo = _("Make room, or nothing more can be taken in: old backups and logs first, never the data folder.")
            yield wrong(_("Only %(free)s MB are free at %(place)s.") % told, todo)
        elif free < LOW:
            todo = _("Make room, or plan a larger disk.")
            yield look(_("Only %(free)s MB are free at %(place)s.") % told, todo)
        else:
            yield good(_("%(free)s MB are free at %(place)s.") % told)


def network() -> Iterator[Finding]:
    """SQLite's file on another machine's disk."""
    if connection.vendor == "sqlite" and _kind_of(Path(settings.DATA)) in ELSEWHERE:
        todo = _(
            "Move the data folder to a disk of this machine, or use PostgreSQL: a network share breaks SQLite's file."
        )
        yield wrong(_("The database lies on a network share."), todo)


def _kind_of(place: Path) -> str:
    """The kind of file system, "" where this system does not tell."""
    try:
        rows = [line.split() for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines()]
    except OSError:
        return ""
    above = [(len(row[1]), row[2]) for row in rows if place.is_relative_to(row[1])]
    return max(above)[1] if above else ""
