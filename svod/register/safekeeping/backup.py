"""Back up while people go on working: all of it under the name that was asked for, or nothing."""

import fcntl
import os
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import pyrage
from django.conf import settings
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection
from django.utils import timezone

from svod import __version__
from svod.register.proof.broken import is_broken, is_full
from svod.register.safekeeping.archive import DATABASES, FILES, OURS, PACKS, CannotKeep, Manifest, Packer
from svod.register.safekeeping.moment import DAMAGED, moment
from svod.register.safekeeping.noted import note_backup
from svod.register.safekeeping.sealed import known, sealed
from svod.register.services.keep import is_on_disk, sync

BESIDE = ("secret", "demo.json")  # in the data folder
NOT_WRITTEN = "The backup could not be written"
LEFT_OUT = "uploads"  # half-sent files: whoever sends them begins again


def back_up(target: Path, keys: Sequence[str] = ()) -> Manifest:
    """Everything as it is at this moment, sealed to the public keys where there are any. Raises CannotKeep.

    A file may be deleted between the moment and its turn, because its time is over or somebody is erased. Then what is
    erased must not be kept here either: it is all taken once more.
    """
    to = known(keys)
    if target.exists():
        raise CannotKeep(f"{target} is there already, and a backup overwrites nothing. Choose another name.")
    half = target.with_name(f".{target.name}.half")
    try:
        with _alone() as room:
            made = _write(half, to, room)
            if made.missing:
                made = _write(half, to, room)
            half.replace(target)
            sync(target.parent)
            note_backup()
    except (OSError, sqlite3.Error, DatabaseError, pyrage.EncryptError) as error:
        why = f"{DAMAGED} ({error})" if is_broken(error) else error
        raise CannotKeep(f"{NOT_WRITTEN}: {why}. There is nothing under its name.") from error
    finally:
        half.unlink(missing_ok=True)
    return made


@contextmanager
def _alone() -> Iterator[Path]:
    """A room for the copy of the database, beside it; what a backup that was killed left there is cleared away."""
    room = settings.DATA / ".backup"
    with (settings.DATA / "backup.lock").open("wb") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise CannotKeep(f"Another backup of {settings.DATA} is under way.") from None
        shutil.rmtree(room, ignore_errors=True)
        room.mkdir(mode=0o700)
        try:
            yield room
        except (OSError, sqlite3.Error, DatabaseError) as error:
            if is_full(error):  # asked before the room is cleared, and with it perhaps what filled the disk
                raise CannotKeep(f"{NOT_WRITTEN}: the disk is full. There is nothing under its name.") from error
            raise
        finally:
            shutil.rmtree(room, ignore_errors=True)


def _write(half: Path, to: Sequence[pyrage.x25519.Recipient], room: Path) -> Manifest:
    database = DATABASES[connection.vendor]
    (room / database).unlink(missing_ok=True)
    with moment() as now:
        made = Manifest(__version__, timezone.now().isoformat(), connection.vendor, now.migrations, now.counts)
        named = now.places
        now.write(room / database)
    with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as out:
        with sealed(out, to) as inner:
            packer = Packer(inner)
            packer.add(database, room / database)
            _add_beside(packer)
            _add_files(packer) if is_on_disk() else _add_objects(packer, sorted(named))
            missing = sorted(named - {name.removeprefix(f"{FILES}/") for name in packer.members})
            made = replace(made, missing=missing, members=packer.members)
            packer.close(made)
        out.flush()
        os.fsync(out.fileno())
    return made


def _add_beside(packer: Packer) -> None:
    for name in BESIDE:
        if (settings.DATA / name).exists():
            packer.add(name, settings.DATA / name)
    for path in sorted((settings.DATA / PACKS).rglob("*.toml")):
        name = path.relative_to(settings.DATA).as_posix()
        if OURS.fullmatch(name):
            packer.add(name, path)


def _add_objects(packer: Packer, named: list[str]) -> None:
    """Of a bucket those that the database names: what else lies there is not asked for one by one."""
    for place in named:
        with suppress(FileNotFoundError), default_storage.open(place) as stream:
            packer.add_stream(f"{FILES}/{place}", stream, stream.size)


def _add_files(packer: Packer) -> None:
    root = Path(settings.MEDIA_ROOT)
    for path in _whole_files(root):
        name = f"{FILES}/{path.relative_to(root).as_posix()}"
        if OURS.fullmatch(name):  # what somebody else laid there a restore would refuse
            with suppress(FileNotFoundError):  # deleted meanwhile: the manifest names it where the database still does
                packer.add(name, path)


def _whole_files(root: Path) -> Iterator[Path]:
    """In the order of their names. A hidden one is half-written."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if (folder, name) != (str(root), LEFT_OUT))
        yield from (Path(folder, name) for name in sorted(names) if not name.startswith("."))
