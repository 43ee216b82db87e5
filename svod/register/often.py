"""What every request asks: Django writes the SQL of such a question once, and PostgreSQL plans it once. To do so
each time takes both longer than to answer.

HELD_BY = Often(RoleAt.objects.filter(person=Given("person", models.BigIntegerField())))
HELD_BY.rows(person=12)
"""

from collections.abc import Callable
from copy import copy
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Expression, Field, QuerySet
from django.db.models.sql.compiler import SQLCompiler

Row = TypeVar("Row")


class Given(Expression):
    """Stands in a question for a value that is told later."""

    def __init__(self, name: str, field: Field[Any, Any]) -> None:
        super().__init__(output_field=field)
        self.name = name

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, list[Any]]:
        return "%s", [self]


class Often(Generic[Row]):
    """A question whose words stay the same."""

    def __init__(self, question: QuerySet[Any, Row]) -> None:
        self._question = question
        self._written: tuple[SQLCompiler, str, tuple[Any, ...]] | None = None

    def rows(self, **given: Any) -> list[Row]:
        connection, asked = connections[DEFAULT_DB_ALIAS], self._question.all()
        compiler = self._told(given, connection)
        asked.query.get_compiler = lambda *_, **__: compiler  # type: ignore[method-assign]
        with connection.planned_once():
            return list(asked)

    def row(self, **given: Any) -> Row | None:
        """The first one."""
        return next(iter(self.rows(**given)), None)

    def _told(self, given: dict[str, Any], connection: Any) -> SQLCompiler:
        """What has written the question, for this thread's connection and with values in place of names."""
        if self._written is None:
            compiler = self._question.query.get_compiler(connection=connection)
            self._written = compiler, *compiler.as_sql()
        written, sql, parameters = self._written
        values = tuple(_value(one, given, connection) for one in parameters)
        compiler = copy(written)
        compiler.connection = connection
        compiler.as_sql = _answers((sql, values))  # type: ignore[method-assign]
        return compiler


def _value(parameter: Any, given: dict[str, Any], connection: Any) -> Any:
    if isinstance(parameter, Given):
        return parameter.output_field.get_db_prep_value(given[parameter.name], connection)
    return parameter


def _answers(told: tuple[str, tuple[Any, ...]]) -> Callable[..., tuple[str, tuple[Any, ...]]]:
    return lambda *_, **__: told
