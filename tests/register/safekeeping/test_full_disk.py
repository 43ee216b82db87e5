"""A full disk: nothing is half done, a person is told why, and what was handed in is read when there is room.

`tools/drills` fills a real one.
"""

import errno
import os
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, OperationalError
from django.test import Client

from svod.register.models import Submission
from svod.register.proof.broken import is_broken, is_full
from svod.register.services import keep as keep_module, read as read_module
from tests.world import World


def no_room(*_: Any, **__: Any) -> NoReturn:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.fixture
def files(tmp_path: Path, settings: Any) -> Path:
    settings.MEDIA_ROOT = tmp_path / "files"
    return Path(settings.MEDIA_ROOT)


def test_who_hands_in_is_told(world: World, client: Client, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(world.people["reporter"])
    client.cookies["django_language"] = "en"
    monkeypatch.setattr(keep_module.os, "fsync", no_room)
    sent = {"files-organisation": world.school.pk, "files": SimpleUploadedFile("a.txt", "Прошёл семинар.".encode())}
    answer = client.post(f"/c/{world.campaign.slug}/inbox/files/", sent)
    assert (answer.status_code, "disk is full" in answer.content.decode()) == (507, True)
    assert not Submission.objects.exists()
    assert not [path for path in files.rglob("*") if path.is_file()]  # not half of it


def test_it_is_no_fault_of_the_file(world: World, files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = world.submission()
    Submission.objects.filter(pk=made.pk).update(state="received", read_at=None, attempts=0)
    monkeypatch.setattr("svod.register.look_through.TemporaryDirectory", no_room)
    for _time in range(read_module.MOST_ATTEMPTS + 1):
        made.refresh_from_db()
        with pytest.raises(OSError, match="No space"):
            read_module.read(made)
    made.refresh_from_db()
    assert (made.is_waiting, made.attempts) == (True, 0)


@pytest.mark.parametrize(
    ("error", "full"),
    [
        (OperationalError("database or disk is full"), True),
        (OperationalError("database is locked"), False),
        (OSError(errno.ENOSPC, ""), True),
        (OSError(errno.EACCES, ""), False),
        (None, False),
    ],
)
def test_how_a_full_disk_says_so(error: BaseException | None, full: bool) -> None:
    assert is_full(error) is full


def test_a_disk_that_does_not_answer_is_full_or_fails(
    tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite says the same of both."""
    settings.DATA = tmp_path
    error = OperationalError("disk I/O error")
    for free, full in ((10_000, True), (10**9, False)):
        monkeypatch.setattr("shutil.disk_usage", lambda _path, free=free: SimpleNamespace(free=free))
        assert (is_full(error), is_broken(error)) == (full, not full)


def test_how_postgresql_says_so() -> None:
    from psycopg.errors import DiskFull

    error = DatabaseError("could not extend file")
    error.__cause__ = DiskFull()
    assert is_full(error)
