"""The database, said in one line."""

from pathlib import Path
from typing import Any

import dj_database_url

# WAL lets readers go on while one writes, a full sync keeps what was answered "received" through a power cut
# (svod.register.sqlite shares it between commits), and a write takes its lock when it begins, so that two never wait
# for each other.
SQLITE = {
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-64000;",
    "transaction_mode": "IMMEDIATE",
    "timeout": 30,
}
# A page asks many small things of tables that lie in memory or on a disk without a head that moves: to compile a
# question takes longer than to answer it. What an index found is remembered row by row, not page by page.
POSTGRESQL = "-c jit=off -c random_page_cost=1.1 -c work_mem=16MB"


def database_settings(address: str, default: Path) -> dict[str, Any]:
    """ "postgres://user:password@host/name", "sqlite:////srv/svod.sqlite3"; "" is SQLite's file at `default`."""
    found: dict[str, Any] = dict(
        dj_database_url.parse(address or f"sqlite:///{default}", conn_max_age=600, conn_health_checks=True)
    )
    if found["ENGINE"].endswith("sqlite3"):
        return {**found, "ENGINE": "svod.register.sqlite", "OPTIONS": dict(SQLITE)}
    options = {"options": POSTGRESQL, **found.get("OPTIONS", {})}
    return {**found, "ENGINE": "svod.register.postgresql", "OPTIONS": options}
