"""The floor of taking anything in: how many rows a second the bare database commits to the disk, one after another."""

import sqlite3
import time
from pathlib import Path

SECONDS = 3
ROW = "x" * 400


def bare_commits(folder: Path) -> float:
    """On the database that the settings name, or on a SQLite file in that folder, synced as the register's is."""
    from django.db import connection

    if connection.vendor == "postgresql":
        return _counted(*_postgresql(connection.get_connection_params()))
    return _counted(*_sqlite(folder / "bare.sqlite3"))


def _sqlite(file: Path):
    bare = sqlite3.connect(file, isolation_level=None)
    for word in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "CREATE TABLE IF NOT EXISTS bare (row TEXT)"):
        bare.execute(word)
    return bare, "INSERT INTO bare VALUES (?)"


def _postgresql(told: dict):
    import psycopg

    words = {name: value for name, value in told.items() if name in ("dbname", "user", "password", "host", "port")}
    bare = psycopg.connect(**words, autocommit=True)
    bare.execute("CREATE TABLE IF NOT EXISTS bare (row TEXT)")
    return bare, "INSERT INTO bare VALUES (%s)"


def _counted(bare, word: str) -> float:
    begun, number = time.monotonic(), 0
    while time.monotonic() - begun < SECONDS:
        bare.execute(word, (ROW,))
        number += 1
    lasted = time.monotonic() - begun
    bare.close()
    return number / lasted
