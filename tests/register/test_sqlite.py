"""The engine of a register in one file: commits that share a sync, and still lose nothing."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import OperationalError
from django.db.utils import ConnectionHandler

from svod.settings import base

pytestmark = pytest.mark.django_db


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[ConnectionHandler]:
    """A file of its own, opened as an installation does: twice, as two threads would."""
    told = {"ENGINE": "svod.register.sqlite", "NAME": str(tmp_path / "one.sqlite3"), "OPTIONS": OPTIONS}
    made = ConnectionHandler({"default": told, "other": told})
    made["default"].cursor().execute("CREATE TABLE row (what TEXT)")
    yield made
    for one in made.all():
        one.close()


OPTIONS = {
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    "transaction_mode": "IMMEDIATE",
    "timeout": 0,
}


def write(opened: ConnectionHandler, alias: str = "default") -> None:
    connection = opened[alias]
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    try:
        connection.cursor().execute("INSERT INTO row VALUES ('written')")
        connection.commit()
    finally:
        connection.rollback()
        connection.set_autocommit(True)


def rows(opened: ConnectionHandler) -> int:
    return opened["other"].cursor().execute("SELECT count(*) FROM row").fetchone()[0]


def level(opened: ConnectionHandler) -> int:
    return opened["default"].cursor().execute("PRAGMA synchronous").fetchone()[0]


def test_a_commit_ends_when_the_log_is_synced(opened: ConnectionHandler, monkeypatch: pytest.MonkeyPatch) -> None:
    synced = []
    monkeypatch.setattr(os, "fsync", lambda handle: synced.append(os.fstat(handle).st_ino))
    write(opened)
    assert synced == [Path(f"{opened['default'].settings_dict['NAME']}-wal").stat().st_ino]


def test_another_one_writes_while_the_log_is_synced(opened: ConnectionHandler, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has no patience at all finds the lock free."""
    during = []

    def sync(handle: int) -> None:
        if not during:
            during.append(handle)
            write(opened, "other")

    monkeypatch.setattr(os, "fsync", sync)
    write(opened)
    assert during
    assert rows(opened) == 2


def test_outside_of_a_transaction_sqlite_syncs(opened: ConnectionHandler) -> None:
    assert level(opened) == 2
    write(opened)
    assert level(opened) == 2


def test_what_is_taken_back_leaves_all_as_it_was(opened: ConnectionHandler) -> None:
    connection = opened["default"]
    connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    connection.cursor().execute("INSERT INTO row VALUES ('taken back')")
    connection.rollback()
    connection.set_autocommit(True)
    assert (rows(opened), level(opened)) == (0, 2)


def test_who_waits_in_vain_for_the_lock_syncs_again(opened: ConnectionHandler) -> None:
    other = opened["other"]
    other.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    with pytest.raises(OperationalError):
        opened["default"].set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    other.rollback()
    other.set_autocommit(True)
    assert level(opened) == 2


def test_a_disk_that_fails_is_told(opened: ConnectionHandler, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(handle: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OperationalError, match="could not be synced"):
        write(opened)


def test_less_that_was_asked_for_is_less(opened: ConnectionHandler, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests themselves sync nothing."""
    told = {**OPTIONS, "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"}
    opened["default"].close()
    opened["default"].settings_dict["OPTIONS"] = told
    monkeypatch.setattr(os, "fsync", lambda handle: pytest.fail("synced"))
    write(opened)
    assert level(opened) == 0


def test_an_installation_on_sqlite_has_it() -> None:
    if base.DATABASES["default"]["ENGINE"].endswith("postgresql"):
        pytest.skip("the register is on PostgreSQL")
    assert base.DATABASES["default"]["ENGINE"] == "svod.register.sqlite"


def test_a_turn_ends_with_its_connection(opened: ConnectionHandler) -> None:
    """Whatever became of the transaction, the next one need not wait."""
    other = opened["other"]
    other.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    other.close()
    write(opened)
    write(opened, "other")
    assert rows(opened) == 2
