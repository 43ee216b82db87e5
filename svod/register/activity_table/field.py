"""What a field of the table is: its cells, the register's columns, and the way from the ones to the others."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from svod.register.activity_table.names import Names

Values = Mapping[str, Any]  # columns of an activity
Written = str | int | date | None


class Unclear(ValueError):  # noqa: N818 # what somebody typed, not a fault of ours
    """A cell that cannot be understood. `code` says why, `details` fill the gaps of its message."""

    def __init__(self, code: str, **details: Any) -> None:
        self.code, self.details = code, details
        super().__init__(code)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an activity in the table.

    `cells` are the table's columns, of which a file must have the first for the field to be read; `columns` are the
    register's. `read` takes the cells' texts, None for a column that the file lacks; it gives {} where an empty cell
    is no answer. `listed` gives the choices that the table offers, `several` says that more than one may be chosen.
    """

    code: str
    cells: tuple[str, ...]
    columns: tuple[str, ...]
    write: Callable[[Values, Names], tuple[Written, ...]]
    read: Callable[[Sequence[str | None], Names], Values]
    listed: Callable[[Names], list[str]] | None = None
    several: bool = False
