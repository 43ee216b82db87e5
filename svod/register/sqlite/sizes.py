"""SQLite learns how its tables are filled when it is told to: else it looks for a school's activities among those of
the whole campaign. PostgreSQL learns by itself."""

from django.core.cache import cache
from django.db import connection

EVERY = 3600  # seconds
ROWS = 100_000  # of each index that are looked at: half a second in a register of a million activities


def learn_sizes() -> None:
    """Where that is a while ago; connections that open from now on know."""
    if connection.vendor == "sqlite" and cache.add("sizes-learned", 1, EVERY):
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA analysis_limit={ROWS}")
            cursor.execute("ANALYZE")
