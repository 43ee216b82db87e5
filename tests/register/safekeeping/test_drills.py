"""The drills in short: `make drills` has them in full."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

TOOL = Path(__file__).parents[3] / "tools" / "drills"
ROW = re.compile(r"^(kill -9|full disk) +(\w+) +(?:1 +(\d+)|not tried)", re.MULTILINE)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="they are about SQLite's file and the files beside it")
def test_nothing_is_lost_by_a_kill_or_a_full_disk(empty_register: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("SVOD_", "DJANGO_"))}
    command = [sys.executable, TOOL, "--rounds", "1", "--tables", empty_register / "svod.sqlite3"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(ROW.findall(done.stdout)) == 12, done.stdout  # each deed, with each blow
