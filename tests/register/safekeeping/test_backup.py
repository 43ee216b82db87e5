"""A backup is made while people work, and is there whole or not at all; a restore proves every byte and overwrites
nothing. The drill: back up beside a writer, restore, count."""

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pyrage
import pytest
from django.db import connection, connections

from svod.register.models import Submission
from svod.register.safekeeping import backup as backup_module
from svod.register.safekeeping.archive import MANIFEST, CannotKeep, Manifest, Packer
from svod.register.safekeeping.backup import back_up
from svod.register.safekeeping.moment import moment
from svod.register.safekeeping.restore import stage
from tests.packs.abroad import FILES, write_abroad
from tests.world import World, make_world

Drill = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def data(tmp_path: Path, settings: Any) -> Path:
    """A data folder of the test's own; the database is where the tests have it."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "secret").write_text("the key that signs sessions")
    settings.DATA, settings.MEDIA_ROOT = folder, folder / "files"
    return folder


@pytest.fixture
def world(transactional_db: None, data: Path) -> World:
    """Committed: a backup sees what others see."""
    made = make_world()
    made.submission()
    return made


@pytest.fixture
def svod(tmp_path: Path) -> Iterator[Drill]:
    """Calls the program as another machine would have it: nothing of the test's settings; a database of its own."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("SVOD_", "DJANGO_"))}
    environment.pop("DATABASE_URL", None)
    name = "svod_restored"
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {name}")
            cursor.execute(f"CREATE DATABASE {name}")
        environment["DATABASE_URL"] = os.environ["DATABASE_URL"].replace("/postgres?", f"/{name}?")

    def call(*words: str | Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "svod", *map(str, words)]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    yield call
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def archive(world: World, tmp_path: Path) -> Path:
    back_up(tmp_path / "kept.tar")
    return tmp_path / "kept.tar"


def refused(archive: Path, data: Path, key: Path | None = None) -> str:
    """Why it is not put back; nothing of it is left in the folder then."""
    with pytest.raises(CannotKeep) as told:
        stage(archive, data, key)
    assert not data.exists()
    return str(told.value)


def test_it_works(world: World, tmp_path: Path, svod: Drill) -> None:
    """The drill, beside somebody who goes on writing."""
    stop, wrote = Event(), Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            world.submission(text=f"{number} декабря в школе прошёл семинар, было 20 учителей.", name=f"{number}.txt")
            number += 1
            wrote.set()
        connections.close_all()

    writer = Thread(target=write)
    writer.start()
    try:
        assert wrote.wait(60)
        before = Submission.objects.count()
        made = back_up(tmp_path / "kept.tar")
        after = Submission.objects.count()
    finally:
        stop.set()
        writer.join(60)
    assert before <= made.counts["register_submission"] <= after
    assert made.missing == []
    restored = tmp_path / "restored"
    done = svod("restore", tmp_path / "kept.tar", "--data", restored)
    assert done.returncode == 0, done.stderr
    assert f"{made.counts['register_activity']} activities" in done.stdout
    assert (restored / "secret").read_text() == "the key that signs sessions"
    files = {
        path.relative_to(restored / "files").as_posix() for path in (restored / "files").rglob("*") if path.is_file()
    }
    assert {one.file.name for one in Submission.objects.order_by("pk")[: made.counts["register_submission"]]} <= files
    assert not list(restored.glob(".*"))
    checked = svod("check", "--data", restored)
    assert checked.returncode == 0, checked.stdout
    assert "Nothing is wrong." in checked.stdout
    again = svod("restore", tmp_path / "kept.tar", "--data", restored)
    assert again.returncode == 1
    assert "overwrites nothing" in again.stderr


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL's files are its own business")
def test_a_database_file_that_is_no_longer_whole(archive: Path, tmp_path: Path, svod: Drill) -> None:
    restored = tmp_path / "restored"
    restored.mkdir()
    stage(archive, restored, None)[0].joinpath("svod.sqlite3").rename(restored / "svod.sqlite3")
    damaged = bytearray((restored / "svod.sqlite3").read_bytes())
    damaged[40 * 4096 : 44 * 4096] = bytes(4 * 4096)
    (restored / "svod.sqlite3").write_bytes(damaged)
    again = svod("backup", tmp_path / "bad.tar", "--data", restored)
    assert "database is damaged" in again.stderr
    checked = svod("check", "--data", restored)
    assert checked.returncode == 1
    assert "The file is damaged" in checked.stdout
    assert "svod restore" in checked.stdout
    (restored / "svod.sqlite3").write_bytes(b"something else" * 1000)
    assert not (tmp_path / "bad.tar").exists()
    served = svod("serve", "--data", restored, "--port", "0")
    assert served.returncode == 1
    assert "The database is damaged: file is not a database" in served.stderr
    assert "svod restore" in served.stderr


def test_all_of_it_is_of_one_moment(world: World, tmp_path: Path) -> None:
    def write() -> None:
        world.submission(text="Прошёл семинар.", name="b.txt")
        connections.close_all()

    with moment() as now:
        writer = Thread(target=write)
        writer.start()
        writer.join(60)
        assert now.counts["register_submission"] == 1
        now.write(tmp_path / "copy")
    assert Submission.objects.count() == 2
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(tmp_path / "copy")) as copy:
            assert copy.execute("SELECT count(*) FROM register_submission").fetchone() == (1,)


def test_it_overwrites_nothing(archive: Path) -> None:
    was = archive.read_bytes()
    with pytest.raises(CannotKeep, match="there already"):
        back_up(archive)
    assert archive.read_bytes() == was


def test_a_full_disk_leaves_nothing_under_the_name(world: World, data: Path, tmp_path: Path) -> None:
    """Sealed or not: no file can grow beyond a few KB."""
    room = tmp_path / "full"
    room.mkdir()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    for keys in ((), (str(pyrage.x25519.Identity.generate().to_public()),)):
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
        try:
            with pytest.raises(CannotKeep, match=r"could not be written|did not succeed"):
                back_up(room / "kept.tar", keys)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        assert list(room.iterdir()) == []
        assert not (data / ".backup").exists()


def test_a_file_deleted_meanwhile_is_taken_once_more(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody is erased between the moment of the database and the turn of their file."""
    other = world.submission(text="Прошёл семинар для родителей.", name="b.txt")
    add_files = backup_module._add_files

    def erase_first(packer: Packer) -> None:
        if Submission.objects.filter(pk=other.pk).exclude(file="").exists():
            Path(other.file.path).unlink()
            Submission.objects.filter(pk=other.pk).update(file="")
        add_files(packer)

    monkeypatch.setattr(backup_module, "_add_files", erase_first)
    assert back_up(tmp_path / "kept.tar").missing == []


def test_a_file_that_is_lost_is_named(world: World, tmp_path: Path) -> None:
    lost = Submission.objects.get()
    Path(lost.file.path).unlink()
    assert back_up(tmp_path / "kept.tar").missing == [lost.file.name]


def test_packs_of_ones_own_come_back(world: World, data: Path, tmp_path: Path) -> None:
    pack = write_abroad(data / "packs")
    (pack / "notes.txt").write_text("not of the pack", encoding="utf-8")
    back_up(tmp_path / "kept.tar")
    staged, _manifest = stage(tmp_path / "kept.tar", tmp_path / "restored", None)
    came = {path.relative_to(staged).as_posix() for path in (staged / "packs").rglob("*") if path.is_file()}
    assert came == {f"packs/water_week/{path}" for path in FILES}


def test_what_somebody_else_laid_there_is_left_out(world: World, data: Path, tmp_path: Path) -> None:
    """A restore would refuse it, and all the rest with it."""
    (data / "files" / "список школ (копия).txt").write_text("a")
    made = back_up(tmp_path / "kept.tar")
    assert not [name for name in made.members if "школ" in name]
    stage(tmp_path / "kept.tar", tmp_path / "restored", None)


@pytest.mark.parametrize("left", [0.3, 0.7, 0.999])
def test_one_that_is_cut_off(archive: Path, tmp_path: Path, left: float) -> None:
    data = archive.read_bytes().rstrip(b"\0")
    archive.write_bytes(data[: int(len(data) * left)])
    assert "cut off" in refused(archive, tmp_path / "restored")


@pytest.mark.parametrize("place", [b"SQLite format", b"the key that signs", b'"counts"', "круглый стол".encode()])
def test_a_flipped_bit(archive: Path, tmp_path: Path, place: bytes) -> None:
    data = bytearray(archive.read_bytes())
    found = data.rfind(place)
    if found < 0:  # PostgreSQL's dump is compressed
        pytest.skip("it does not stand there in the clear")
    data[found + 3] ^= 1
    archive.write_bytes(data)
    assert "damaged" in refused(archive, tmp_path / "restored")


def test_another_tar_is_none(tmp_path: Path) -> None:
    """One that would write outside the folder, too."""
    for name in ("a.txt", "files/../../a", "/etc/a", "files/.a"):
        out = BytesIO()
        packer = Packer(out)
        (tmp_path / "a").write_text("a")
        packer.add(name, tmp_path / "a")
        packer.close(Manifest("1", "", "sqlite", [], {}, members=packer.members))
        (tmp_path / "other.tar").write_bytes(out.getvalue())
        assert "no backup of Svod" in refused(tmp_path / "other.tar", tmp_path / "restored")


def test_a_sealed_one_opens_with_its_key_only(world: World, tmp_path: Path) -> None:
    ours, other = (pyrage.x25519.Identity.generate() for _ in range(2))
    sealed, data = tmp_path / "kept.age", tmp_path / "restored"
    back_up(sealed, [str(ours.to_public())])
    assert MANIFEST.encode() not in sealed.read_bytes()
    (tmp_path / "ours").write_text(f"# created by age-keygen\n{ours}\n")
    (tmp_path / "other").write_text(f"{other}\n")
    assert "encrypted" in refused(sealed, data)
    assert "does not open with this key" in refused(sealed, data, tmp_path / "other")
    assert "no secret key" in refused(sealed, data, sealed)
    staged, manifest = stage(sealed, data, tmp_path / "ours")
    assert manifest.counts["register_submission"] == 1
    assert (staged / "secret").exists()
    shutil.rmtree(data)
    whole = sealed.read_bytes()
    sealed.write_bytes(whole[:-100])
    assert "damaged" in refused(sealed, data, tmp_path / "ours")


def test_a_secret_key_is_no_recipient(world: World, tmp_path: Path) -> None:
    secret = str(pyrage.x25519.Identity.generate())
    with pytest.raises(CannotKeep) as told:
        back_up(tmp_path / "kept.age", [secret])
    assert secret not in str(told.value)
    assert not list(tmp_path.glob("*kept*"))


def test_a_newer_ones_is_refused(world: World, tmp_path: Path, svod: Drill, monkeypatch: pytest.MonkeyPatch) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('register', '9999_new', '2030-01-01')"
        )
        try:
            back_up(tmp_path / "kept.tar")
        finally:
            cursor.execute("DELETE FROM django_migrations WHERE name = '9999_new'")
    done = svod("restore", tmp_path / "kept.tar", "--data", tmp_path / "restored")
    assert done.returncode == 1
    assert "newer Svod" in done.stderr
    assert not (tmp_path / "restored").exists()
