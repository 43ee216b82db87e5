"""The drills in short: `make drills` has them in full."""

import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection

TOOL = Path(__file__).parents[3] / "tools" / "drills"
ROW = re.compile(r"^(kill -9|full disk) +(\w+) +(?:1 +(\d+)|not tried)", re.MULTILINE)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="they are about SQLite's file and the files beside it")
def test_nothing_is_lost_by_a_kill_or_a_full_disk(db: None, tmp_path: Path) -> None:
    tables = tmp_path / "tables.sqlite3"
    with closing(sqlite3.connect(connection.settings_dict["NAME"])) as there:
        there.execute("VACUUM INTO ?", [str(tables)])
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("SVOD_", "DJANGO_"))}
    command = [sys.executable, TOOL, "--rounds", "1", "--tables", tables]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(ROW.findall(done.stdout)) == 12, done.stdout  # each deed, with each blow
