"""Whether the tables are those of this version: what a newer one changed in them, and what this one still has to."""

from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def applied() -> set[tuple[str, str]]:
    """The migrations that the database says it had; none where it holds no register."""
    return set(MigrationExecutor(connection).loader.applied_migrations)


def newer() -> list[str]:
    """Those that a newer Svod made and this one does not know."""
    loader = MigrationExecutor(connection).loader
    return sorted(".".join(one) for one in set(loader.applied_migrations) - set(loader.disk_migrations))


def missing() -> list[str]:
    """Those that this version still has to make, in their order."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{one.app_label}.{one.name}" for one, _backwards in plan]
