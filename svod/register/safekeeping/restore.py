"""Put a backup back, into an empty place only: all of it is proven before anything is where it is used."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from svod.register.safekeeping.archive import DATABASES, FILES, CannotKeep, Manifest, unpack
from svod.register.safekeeping.sealed import opened

ROOM = ".restore"
NOTHING = {ROOM, "lost+found"}  # what an empty folder may hold


def stage(archive: Path, data: Path, key: Path | None) -> tuple[Path, Manifest]:
    """Unpack it below the data folder and prove every hash; where it lies there. Raises CannotKeep, and leaves the
    place as it was."""
    if not archive.is_file():
        raise CannotKeep(f"There is no file {archive}.")
    if data.is_dir() and {path.name for path in data.iterdir()} - NOTHING:
        raise CannotKeep(f"{data} holds something already, and a restore overwrites nothing. Name an empty folder.")
    clear(data)  # of a restore that was killed
    try:
        return _unpacked(archive, data / ROOM, key)
    except OSError as error:
        clear(data)
        raise CannotKeep(f"It could not be unpacked below {data}: {error}. Nothing was put in place.") from error
    except CannotKeep:
        clear(data)
        raise


def _unpacked(archive: Path, room: Path, key: Path | None) -> tuple[Path, Manifest]:
    staged = room / "data"
    staged.mkdir(parents=True, mode=0o700)
    with opened(archive, key, room / "opened").open("rb") as stream:
        return staged, unpack(stream, staged)


def ensure_it_fits(manifest: Manifest) -> None:
    """Whether its database is of the kind that this installation uses. Raises CannotKeep."""
    elsewhere = bool(os.environ.get("DATABASE_URL"))
    if manifest.database == "sqlite" and elsewhere:
        raise CannotKeep("Its database is SQLite's, which lies in the data folder. Restore it without DATABASE_URL.")
    if manifest.database == "postgresql" and not elsewhere:
        raise CannotKeep("Its database is PostgreSQL's. Name an empty one by DATABASE_URL to restore it into.")


def fill_database(staged: Path, manifest: Manifest) -> None:
    """PostgreSQL's is filled in one transaction; SQLite's lies there already. Either is then compared with what was
    counted when it was taken. Needs Django on the staged folder. Raises CannotKeep."""
    from django.db import DatabaseError

    try:
        _fill(staged, manifest)
    except DatabaseError as error:
        raise CannotKeep(f"The database does not take it: {error}. Nothing was put in place.") from error


def _fill(staged: Path, manifest: Manifest) -> None:
    from django.db import connection, connections

    from svod.register.safekeeping.moment import rows_in, run

    _ensure_not_newer(manifest)
    if manifest.database == "postgresql":
        if connection.vendor != "postgresql" or connection.introspection.table_names():
            raise CannotKeep("DATABASE_URL does not name an empty PostgreSQL database: a restore overwrites nothing.")
        dump = staged / DATABASES["postgresql"]
        run("pg_restore", "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges", str(dump))
        dump.unlink()
    found = rows_in(sorted(manifest.counts))
    connections.close_all()
    if found != manifest.counts:
        wrong = sorted(table for table, count in manifest.counts.items() if found[table] != count)
        raise CannotKeep(f"The restored database does not hold what was backed up: {', '.join(wrong)}.")


def _ensure_not_newer(manifest: Manifest) -> None:
    from django.db.migrations.loader import MigrationLoader

    known = {".".join(one) for one in MigrationLoader(None).disk_migrations}
    newer = sorted(set(manifest.migrations) - known)
    if newer:
        raise CannotKeep(
            f"A newer Svod ({manifest.svod}) made this backup: {newer[0]} is not known here. Install that first."
        )


def hand_over(staged: Path) -> None:
    """Its files to where the settings keep them, if that is a bucket or a folder of their own: an object is never
    overwritten by other bytes, since its name tells them. Needs Django. Raises CannotKeep."""
    from django.conf import settings
    from django.core.files.base import File
    from django.core.files.storage import default_storage

    from svod.register.services.keep import is_on_disk

    files = staged / FILES
    if is_on_disk() and Path(settings.MEDIA_ROOT) == files:
        return
    try:
        for path in sorted(path for path in files.rglob("*") if path.is_file()):
            place = path.relative_to(files).as_posix()
            if not default_storage.exists(place):
                with path.open("rb") as stream:
                    default_storage.save(place, File(stream))
    except Exception as error:  # whatever a bucket says
        raise CannotKeep(f"The files could not be handed over: {error}. Restore again.") from error
    shutil.rmtree(files, ignore_errors=True)


def put_in_place(staged: Path, data: Path) -> None:
    """The database last: without it there is no register, so a restore that is cut off here is not taken for one."""
    os.sync()
    last = DATABASES["sqlite"]
    try:
        for path in sorted(staged.iterdir(), key=lambda path: path.name == last):
            path.rename(data / path.name)
    except OSError as error:
        raise CannotKeep(f"It could not be put in place: {error}. Empty {data} and restore again.") from error
    shutil.rmtree(data / ROOM)
    os.sync()


def clear(data: Path) -> None:
    """Leave the place as it was: an empty folder goes too, which a restore makes again."""
    shutil.rmtree(data / ROOM, ignore_errors=True)
    with suppress(OSError):
        data.rmdir()
