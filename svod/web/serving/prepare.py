"""Before anything is served: a folder to write to, a port to listen on, a database and files as this version needs."""

import errno
import fcntl
import os
import socket
import threading
import time
from pathlib import Path
from typing import IO

from svod.register.proof.flaw import WAY_BACK

PATIENCE = 15.0  # seconds for the children of a parent that was killed to end


class CannotServe(Exception):  # noqa: N818 # what is said to the person who started it
    pass


def folder_of_our_own(data: Path, what: str = "serve") -> IO[bytes]:
    """The data folder, made where it is missing, and locked while the file that is returned is open here or in a child:
    children that outlive their parent for a moment are waited for. Pages and work may each be one's own."""
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        place = data / f"{what}.lock"
        lock = place.open("r+b" if place.exists() else "w+b")
    except OSError as error:
        raise CannotServe(f"The data folder {data} cannot be written: {error.strerror}.") from None
    until = time.monotonic() + PATIENCE
    while not _locked(lock):
        if _holder_lives(lock) or time.monotonic() > until:
            raise CannotServe(f"Another svod serve is running on the data folder {data}.")
        time.sleep(0.1)
    lock.truncate(0)
    lock.write(str(os.getpid()).encode())
    lock.flush()
    return lock


def _locked(lock: IO[bytes]) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _holder_lives(lock: IO[bytes]) -> bool:
    """Whether the process that wrote its number into the file is there."""
    lock.seek(0)
    number = lock.read(20)
    if not number.isdigit():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        pass
    return True


def listener(host: str, port: int) -> socket.socket:
    """A socket that listens. It outlives the server: who calls while that is started anew waits a moment."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=1024)
    except OSError as error:
        raise CannotServe(_why_not(host, port, error)) from None


def _why_not(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is taken by another program. Choose another one: svod serve --port {port + 1}"
    if error.errno == errno.EACCES:
        return f"Port {port} is not open to you. Choose one above 1023: svod serve --port 8000"
    return f"Cannot listen on {host}, port {port}: {error.strerror or error}."


def names_of(host: str) -> str:
    """The names under which browsers may call this machine, for SVOD_HOSTS."""
    names = {"localhost", "127.0.0.1", "[::1]", f"[{host}]" if ":" in host else host}
    if not is_local(host):
        own = socket.gethostname()
        names |= {own, f"{own.split('.')[0]}.local", _address_in_the_network()}
    return ",".join(sorted(names - {"0.0.0.0", "[::]", ""}))  # noqa: S104 # told apart, not listened on


def is_local(host: str) -> bool:
    return host in ("127.0.0.1", "localhost", "::1")


def _address_in_the_network() -> str:
    """The address of this machine as its neighbours know it; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address of nobody, set apart for documents
            return str(probe.getsockname()[0])
        except OSError:
            return ""


def ensure_register(data: Path) -> None:
    """Raises CannotServe for a folder without one: to look into it must not make one."""
    if not os.environ.get("DATABASE_URL") and not (data / "svod.sqlite3").is_file():
        raise CannotServe(f"There is no register in {data}. Name its folder: --data FOLDER")


def ensure_not_lost(data: Path) -> None:
    """Raises CannotServe where files lie that were handed in and the database is gone: a new one in its place would
    look as if nothing had ever been there."""
    database = data / "svod.sqlite3"
    handed_in = data / "files" / "submissions"
    if os.environ.get("DATABASE_URL") or (database.is_file() and database.stat().st_size):
        return
    if handed_in.is_dir() and any(handed_in.iterdir()):
        gone = "is empty" if database.is_file() else "is missing"
        raise CannotServe(f"{database} {gone}, and {handed_in} holds what was handed in.\n{WAY_BACK}")


def bring_up_to_date(address: str) -> str:
    """The database's tables and the static files. The link that makes the first administrator, "" where there is
    somebody already."""
    import django
    from django.core.management import call_command
    from django.db import DatabaseError, connections

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "svod.settings.local")
    django.setup()
    from svod.register.proof.broken import is_broken, told

    try:
        _migrate()
    except DatabaseError as error:
        if not is_broken(error):
            raise
        raise CannotServe(told(error)) from None
    call_command("collectstatic", verbosity=0, interactive=False)
    from svod.register.services.first_start import first_start_link

    link = first_start_link(address)
    connections.close_all()
    return link or ""


def wait_for_tables(stop: threading.Event) -> None:
    """Until they are this version's: the pages' process makes them so. Raises CannotServe where it is told to stop."""
    import django
    from django.db import DatabaseError, connections

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "svod.settings.local")
    django.setup()
    from svod.register.proof.versions import missing, newer

    while not stop.wait(1):
        try:
            if not missing() and not newer():
                return connections.close_all()
        except DatabaseError:  # it is not there yet
            connections.close_all()
    raise CannotServe("Stopped before the tables were those of this version: the pages' svod serve makes them so.")


def _migrate() -> None:
    """Raises CannotServe for tables of a newer version: this one does not know what they hold."""
    from django.core.management import call_command

    from svod.register.lease import one_at_a_time
    from svod.register.proof.versions import newer

    if unknown := newer():
        raise CannotServe(
            f"A newer Svod made this register: {unknown[0]} is not known here. Install that version. "
            "To go back to this one, restore a backup made before the upgrade: svod restore."
        )
    with one_at_a_time("migrate"):
        call_command("migrate", verbosity=0, interactive=False)
