"""`svod doctor`: each thing that is wrong is told in words, with what to do; a sound installation has none."""

import ssl
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from smtplib import SMTPAuthenticationError
from types import SimpleNamespace
from typing import Any, NoReturn

import pytest
import time_machine
from django.db import DatabaseError, connection
from django.utils import timezone, translation

from svod.register import heartbeat
from svod.register.models import Operation, Submission
from svod.register.safekeeping import noted
from svod.web.doctor import examine as examine_module, place, programs, safety, tables, work
from svod.web.doctor.examine import examine
from svod.web.doctor.finding import Finding, good, look, wrong
from svod.web.serving.doctor import _language_of_terminal, _say_all
from tests.world import World

Examined = Callable[[], Iterator[Finding]]


@pytest.fixture(autouse=True)
def data(tmp_path: Path, settings: Any) -> Path:
    folder = tmp_path / "data"
    (folder / "files").mkdir(parents=True)
    folder.chmod(0o700)
    settings.DATA, settings.MEDIA_ROOT = folder, folder / "files"
    return folder


def told(one: Examined) -> str:
    """What is not in order; each says what to do."""
    with translation.override("en"):
        bad = [finding for finding in one() if finding.state != "good"]
    assert all(finding.todo for finding in bad)
    return "\n".join(f"{finding.state}: {finding.what}" for finding in bad)


def test_a_sound_installation(world: World, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
    heartbeat.beat()
    noted.note_backup()
    monkeypatch.setattr("shutil.disk_usage", lambda _path: SimpleNamespace(free=10**12))
    monkeypatch.setattr(examine_module.connections, "close_all", lambda: None)  # the test goes on
    assert [line for line in told(examine).split("\n") if "mail" not in line] == []


def test_the_folder_of_somebody_else(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place.os, "access", lambda path, _how: path != data / "files")
    assert told(place.folder) == f"wrong: {data / 'files'} cannot be written."
    data.chmod(0o755)
    assert "look: Every user of this machine" in told(place.folder)


def test_a_key_that_others_can_read(data: Path) -> None:
    (data / "secret").write_text("key")
    (data / "secret").chmod(0o644)
    assert "key that signs sessions" in told(place.secret)
    (data / "secret").chmod(0o600)
    assert told(place.secret) == ""


@pytest.mark.parametrize(("megabytes", "state"), [(10, "wrong"), (1000, "look"), (100_000, "")])
def test_room(megabytes: int, state: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.disk_usage", lambda _path: SimpleNamespace(free=megabytes * place.MB))
    assert told(place.room).startswith(state)
    assert bool(told(place.room)) is bool(state)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a server's files are its own business")
def test_a_network_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(place, "_kind_of", lambda _path: "nfs4")
    assert "network share" in told(place.network)


@pytest.mark.parametrize(
    ("error", "said"),
    [("database disk image is malformed", "The database is damaged."), ("refused\nby 10.0.0.7", "not answer: refused")],
)
def test_a_database_that_does_not_answer(error: str, said: str, monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    """It is asked nothing more."""

    def fails() -> NoReturn:
        raise DatabaseError(error)

    monkeypatch.setattr(tables, "applied", fails)
    monkeypatch.setattr(examine_module.connections, "close_all", lambda: None)
    assert said in told(tables.answers)
    assert "reader" not in told(examine)


def test_tables_of_another_version(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "missing", lambda: ["register.0009_x"])
    assert "An older Svod" in told(tables.version)
    monkeypatch.setattr(tables, "newer", lambda: ["register.0010_y"])
    assert "register.0010_y is not known" in told(tables.version)


def test_a_clock_that_is_wrong(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(tables.clock) == ""
    Operation.objects.update(at=timezone.now() + timedelta(days=1))
    assert "yet to come" in told(tables.clock)
    monkeypatch.setattr(tables, "_apart", lambda: timedelta(seconds=61))
    assert "61 seconds apart" in told(tables.clock)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has the machine's own clock")
def test_the_clock_of_another_machine(db: None) -> None:
    with time_machine.travel(timezone.now() + timedelta(hours=1)):
        assert "seconds apart" in told(tables.clock)


def test_nobody_reads(world: World) -> None:
    made = world.submission()
    hour = timezone.now() - timedelta(hours=1)
    Submission.objects.filter(pk=made.pk).update(state="received", read_at=None, received_at=hour)
    assert "No reader is at work" in told(work.readers)
    assert "for 60 minutes" in told(work.waiting)


def test_backups() -> None:
    assert "No backup was made yet" in told(work.backup)
    with time_machine.travel(timezone.now() - timedelta(days=5), tick=False):
        noted.note_backup()
    assert "5 days old" in told(work.backup)


@pytest.mark.database  # which one it is
def test_programs_that_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "_said", lambda *_words: "eng\nrus\n")
    monkeypatch.setattr(programs.shutil, "which", lambda name: name)
    assert "does not know: kaz" in told(programs.tesseract)
    monkeypatch.setattr(programs.shutil, "which", lambda _name: None)
    assert "Tesseract is not installed" in told(programs.tesseract)
    assert ("pg_dump" in told(programs.postgresql)) is (connection.vendor == "postgresql")


def test_old_time_zones(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(programs.time_zone) == ""
    monkeypatch.setattr(programs, "ZoneInfo", lambda _name: timezone.get_fixed_timezone(360))
    assert "were set back in 2024" in told(programs.time_zone)


def test_settings_that_let_anybody_in(settings: Any) -> None:
    settings.DEBUG, settings.SECRET_KEY, settings.ALLOWED_HOSTS = True, "short", ["*"]
    assert told(safety.django).count("wrong:") == 3
    settings.SESSION_COOKIE_SECURE = False
    assert "without encryption" in told(safety.https)


def test_certificates(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.ALLOWED_HOSTS, settings.SESSION_COOKIE_SECURE = ["localhost", "svod.example.org"], True
    for error, said in ((ConnectionRefusedError(), "Nobody answers at"), (ssl.SSLError(1, "expired"), "is not good")):
        monkeypatch.setattr(safety.socket, "create_connection", _raising(error))
        assert said in told(safety.https)


def test_a_mail_server_that_refuses(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.MAIL_WORKS = False
    assert "No mail is sent" in told(safety.mail)
    settings.MAIL_WORKS = True
    refusing = SimpleNamespace(open=_raising(SMTPAuthenticationError(535, b"no")), close=lambda: None)
    monkeypatch.setattr(safety, "get_connection", lambda **_: refusing)
    assert "does not take us: SMTPAuthenticationError" in told(safety.mail)


def test_an_examination_that_fails_is_told(monkeypatch: pytest.MonkeyPatch, db: None) -> None:
    monkeypatch.setattr(place, "_kind_of", _raising(RuntimeError("planted")))
    on_sqlite = ["This could not be examined: place.network (RuntimeError)."]
    with translation.override("en"):
        found = [one.what for one in examine_module._told(place.network)]
    assert found == (on_sqlite if connection.vendor == "sqlite" else [])


@pytest.mark.parametrize(
    ("found", "last", "status"),
    [
        ([good("a")], "Nothing is wrong.", 0),
        ([look("a", "b"), good("a"), look("a", "b")], "2 things to look at.", 0),
        ([wrong("a", "b"), look("a", "b")], "1 thing is wrong.\n1 thing to look at.", 1),
    ],
)
def test_it_ends_with_how_many_things_there_are(
    found: list[Finding], last: str, status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(examine_module, "examine", lambda: found)
    with translation.override("en"):
        assert _say_all() == status
    told = capsys.readouterr().out
    assert told.endswith(f"\n{last}\n")
    assert ("Nothing is wrong." in told) is (last == "Nothing is wrong.")


@pytest.mark.parametrize(
    ("terminal", "language"), [("ru_RU.UTF-8", "ru"), ("kk_KZ.UTF-8", "kk"), ("C.UTF-8", "en"), ("", "en")]
)
def test_the_language_of_the_terminal(terminal: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", terminal)
    assert _language_of_terminal() == language


def _raising(error: BaseException) -> Callable[..., NoReturn]:
    def raises(*_: Any, **__: Any) -> NoReturn:
        raise error

    return raises
