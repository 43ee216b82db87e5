"""Questions are written as Django writes them, but for a few rows that are planned once: they go as they are. Arrays
of their columns, which it makes so that many are planned faster, cost more."""

from typing import Any

from django.db.backends.postgresql.compiler import (
    SQLAggregateCompiler,
    SQLCompiler,
    SQLDeleteCompiler,
    SQLInsertCompiler as ByColumns,
    SQLUpdateCompiler,
)
from django.db.models.sql.compiler import SQLInsertCompiler as ByRows

__all__ = ["SQLAggregateCompiler", "SQLCompiler", "SQLDeleteCompiler", "SQLInsertCompiler", "SQLUpdateCompiler"]


class SQLInsertCompiler(ByColumns):
    def assemble_as_sql(self, fields: Any, value_rows: Any) -> Any:
        if self.connection.plans_once:
            return ByRows.assemble_as_sql(self, fields, value_rows)
        return super().assemble_as_sql(fields, value_rows)
