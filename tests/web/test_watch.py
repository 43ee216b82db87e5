"""What a machine asks: does it live, can it serve, how much is there to do; and who may ask."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.db import DatabaseError, connection
from django.test import Client
from django.utils import timezone

from svod.register import heartbeat
from svod.register.models import Submission
from svod.register.safekeeping import noted
from svod.web.watch import ready as ready_module, slow
from tests.world import World


@pytest.fixture
def reader_lives(world: World) -> None:
    heartbeat.beat()


def test_it_lives_whatever_it_is_called(client: Client, settings: Any) -> None:
    """Without the database, as a machine calls it: by number and without HTTPS."""
    settings.SECURE_SSL_REDIRECT = True
    answer = client.get("/health/", headers={"host": "10.0.0.7"})
    assert (answer.status_code, answer.content) == (200, b"alive\n")


def test_it_is_ready(client: Client, reader_lives: None) -> None:
    answer = client.get("/ready/", headers={"host": "10.0.0.7"})
    assert answer.json() == {"ready": True, "database": "ok", "tables": "ok", "files": "ok", "readers": "ok"}
    assert not client.cookies


def test_no_reader_lives(client: Client, world: World) -> None:
    cache.delete(heartbeat.KEY)
    answer = client.get("/ready/")
    assert (answer.status_code, answer.json()["readers"]) == (503, "wrong")


def test_tables_that_are_missing(client: Client, reader_lives: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ready_module.QUESTIONS, "tables", type(ready_module.QUESTIONS["tables"])())
    monkeypatch.setattr(ready_module, "missing", lambda: ["register.9999_later"])
    assert client.get("/ready/").json()["tables"] == "wrong"


def test_files_that_cannot_be_written(client: Client, reader_lives: None, settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = settings.DATA = tmp_path / "gone"
    assert client.get("/ready/").json()["files"] == "wrong"


def test_a_database_that_does_not_answer(
    client: Client, world: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def silent() -> bool:
        raise DatabaseError("no answer")

    monkeypatch.setitem(ready_module.QUESTIONS, "database", silent)
    answer = client.get("/ready/")
    assert (answer.status_code, answer.json()["database"]) == (503, "no answer")
    assert not caplog.records  # it is asked every few seconds


def numbers(client: Client, **asked: Any) -> dict[str, float]:
    answer = client.get("/metrics", **asked)
    assert answer.status_code == 200
    lines = [line for line in answer.content.decode().splitlines() if not line.startswith("#")]
    return {name: float(value) for name, _, value in (line.rpartition(" ") for line in lines)}


def test_the_numbers(client: Client, world: World, settings: Any, tmp_path: Path) -> None:
    settings.METRICS, settings.DATA = "local", tmp_path
    before = numbers(client)
    assert "svod_backup_age_seconds" not in before
    client.get("/account/login/?next=/secret/")
    noted.note_backup()
    made = world.submission()
    hour = timezone.now() - timedelta(hours=1)
    Submission.objects.filter(pk=made.pk).update(state="received", read_at=None, received_at=hour)
    found = numbers(client)
    name = 'svod_requests_total{method="GET",status="200",view="account_login"}'
    assert found[name] == before.get(name, 0) + 1
    assert found['svod_request_seconds_count{view="account_login"}'] >= 1
    assert found["svod_submissions_unread"] == 1
    assert 3600 <= found["svod_oldest_unread_seconds"] < 3700
    assert found["svod_drafts_waiting"] == 3
    assert found["svod_queue_length"] == before["svod_queue_length"] + 1
    assert 0 <= found["svod_backup_age_seconds"] < 100
    assert "secret" not in str(found)


@pytest.mark.parametrize(
    ("setting", "asked", "seen"),
    [
        ("", {}, False),
        ("local", {}, True),
        ("local", {"REMOTE_ADDR": "::1"}, True),
        ("local", {"REMOTE_ADDR": "10.0.0.7"}, False),
        ("local", {"REMOTE_ADDR": ""}, False),
        ("local", {"headers": {"x-forwarded-for": "10.0.0.7"}}, False),
        ("a-long-token", {}, False),
        ("a-long-token", {"headers": {"authorization": "Bearer a-long-tokem"}}, False),
        ("a-long-token", {"headers": {"authorization": "Bearer a-long-token"}, "REMOTE_ADDR": "10.0.0.7"}, True),
    ],
)
def test_who_may_see_the_numbers(
    client: Client, world: World, settings: Any, setting: str, asked: dict[str, Any], seen: bool
) -> None:
    settings.METRICS = setting
    assert client.get("/metrics", **asked).status_code == (200 if seen else 404)


def test_processes_add_up(tmp_path: Path) -> None:
    """Two that counted and ended, and one that tells."""
    count = "from svod.web.watch import numbers; numbers.note('inbox', 'POST', 200, 0.02)"
    tell = "from svod.web.watch import numbers; print(numbers.counted().decode())"
    begin = "import django; django.setup(); "
    environment = {
        **os.environ,
        "PROMETHEUS_MULTIPROC_DIR": str(tmp_path),
        "SVOD_METRICS": "local",
        "DJANGO_SETTINGS_MODULE": "svod.settings.test",
    }
    for words in (count, count, tell):
        command = [sys.executable, "-c", begin + words]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert 'svod_requests_total{method="POST",status="200",view="inbox"} 2.0' in done.stdout


def test_a_slow_query_is_told_without_what_it_asks_for(
    world: World, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    settings.SLOW_QUERY_MS = 0.000001
    before = list(connection.execute_wrappers)
    slow.watch(connection)
    slow.watch(connection)
    try:
        with caplog.at_level("WARNING", "svod.slow"):
            Submission.objects.filter(name="Planted Name.txt").extra(where=["name <> 'Planted too'"]).exists()
    finally:
        connection.execute_wrappers[:] = before
    (record,) = caplog.records
    assert "register_submission" in record.getMessage()
    assert "Planted" not in record.getMessage()
    assert record.told["ms"] >= 0
