"""The settings for a server behind HTTPS: what Django itself would object to, and what they demand."""

import os
import subprocess
import sys
from pathlib import Path

CHECK = ("check", "--deploy", "--fail-level", "WARNING")


def check(tmp_path: Path, **more: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SVOD_", "DJANGO_"))}
    environment = {**kept, "SVOD_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "svod.settings.production", **more}
    command = [sys.executable, "-m", "django", *CHECK]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_django_objects_to_nothing(tmp_path: Path) -> None:
    done = check(tmp_path, SVOD_HOSTS="svod.example.org")
    assert (done.returncode, "no issues (0 silenced)" in done.stdout) == (0, True), done.stdout + done.stderr


def test_the_hosts_must_be_named(tmp_path: Path) -> None:
    done = check(tmp_path)
    assert done.returncode != 0
    assert "SVOD_HOSTS: name the hosts" in done.stderr
