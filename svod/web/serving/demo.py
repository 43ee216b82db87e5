"""`svod serve --demo`: a register that holds the bundled samples, made once, in a data folder of its own."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from svod.reading.samples import sample_reports
from svod.web.serving.prepare import CannotServe

MARKER = "demo.json"  # says that the folder holds nothing but the demonstration; it has the password of its users
OURS = {"serve.lock", "secret"}  # what is in a folder in which nothing was done yet


def make_room(data: Path) -> None:
    """Clear away a demonstration that this version would make otherwise. Raises CannotServe for a folder that holds
    somebody's register."""
    if os.environ.get("DATABASE_URL"):
        raise CannotServe("The demonstration needs a database of its own: start it without DATABASE_URL.")
    if sample_reports() is None:
        raise CannotServe("The sample reports are not installed.")
    told = _told(data)
    if told.get("made_from") == _fingerprint():
        return
    left = [path for path in data.iterdir() if path.name not in OURS]
    if left and not told:
        raise CannotServe(f"{data} holds a register already. Give the demonstration a folder of its own: --data FOLDER")
    for path in left:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    _tell(data, {"made_from": "not finished"})


def fill(data: Path, address: str) -> None:
    """Hand the samples in, read and review them, where that is not done yet: a process of its own, which needs the
    readers and the words that this one does not. `address` is where the demonstration is open."""
    if _told(data).get("made_from") == _fingerprint():
        return
    sys.stdout.write("Making the demonstration: the sample reports are handed in, read and partly reviewed.\n")
    sys.stdout.flush()
    command = [sys.executable, "-m", "svod.web.serving.demo", address]  # this module
    done = subprocess.run(command, check=False)  # noqa: S603 # our own words
    if done.returncode:
        raise CannotServe("The demonstration could not be made.")


def told(data: Path) -> list[str]:
    """Who can sign in, and with what."""
    kept = _told(data)
    users = [f"  sign in as {user['username']:<14} who works at: {user['organisation']}" for user in kept["users"]]
    return [f"Sign in with the password {kept['password']} as one of these", *users]


def _make() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "svod.settings.local")
    django.setup()
    from django.conf import settings

    from svod.register.services.demo import make_demo, new_password

    samples, password = sample_reports(), new_password()
    assert samples is not None  # noqa: S101 # make_room has looked
    users = make_demo(samples, password, sys.argv[1])
    shown = [{"username": user.username, "organisation": user.organisation} for user in users]
    _tell(settings.DATA, {"made_from": _fingerprint(), "password": password, "users": shown})


def _fingerprint() -> str:
    """Of what the demonstration is made from: the samples, and the tables and rules of this version."""
    package = Path(__file__).parents[2]
    samples = sample_reports()
    files = sorted(path for path in (package / "register").rglob("*") if path.suffix in (".py", ".toml"))
    files += sorted(path for path in samples.rglob("*") if path.is_file()) if samples else []
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _told(data: Path) -> dict[str, Any]:
    try:
        return json.loads((data / MARKER).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}


def _tell(data: Path, kept: dict[str, Any]) -> None:
    place = data / MARKER
    place.touch(mode=0o600)
    place.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    _make()
