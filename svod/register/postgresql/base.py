"""Statements that each request makes are told to the server once, and then by name: to understand and plan one takes it
longer than to carry it out. All others are Django's, which writes values into the words: not all SQL can do without.

Whether the server is still there is seen in the socket: at each request Django would ask it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from selectors import EVENT_READ, DefaultSelector
from typing import Any

from django.db.backends.postgresql import base
from psycopg.pq import TransactionStatus

AT_ONCE = 0  # times that a statement is told by its words before it has a name


class DatabaseOperations(base.DatabaseOperations):
    compiler_module = "svod.register.postgresql.compiler"

    def last_executed_query(self, cursor: Any, sql: str, params: Any) -> str:
        """For whoever looks on: psycopg keeps no words of what it told by name."""
        return super().last_executed_query(cursor, sql, params) or sql


class DatabaseWrapper(base.DatabaseWrapper):
    ops_class = DatabaseOperations
    plans_once = False  # whether that holds for what is written now

    @contextmanager
    def planned_once(self) -> Iterator[None]:
        """For statements whose words stay the same, and whose values the database knows the types of."""
        self.ensure_connection()
        opened = self.connection
        before = opened.cursor_factory, opened.prepare_threshold, self.plans_once
        opened.cursor_factory, opened.prepare_threshold, self.plans_once = base.ServerBindingCursor, AT_ONCE, True
        try:
            yield
        finally:
            opened.cursor_factory, opened.prepare_threshold, self.plans_once = before

    def is_usable(self) -> bool:
        """A server that ends a line says so, or closes it: either way there is something to read.

        Not usable is a line whose transaction failed, too, as Django's own question would be refused there.
        """
        opened = self.connection
        if opened is None or opened.closed or opened.info.transaction_status == TransactionStatus.INERROR:
            return False
        with DefaultSelector() as lines:
            lines.register(opened, EVENT_READ)
            is_quiet = not lines.select(0)
        return is_quiet or super().is_usable()
