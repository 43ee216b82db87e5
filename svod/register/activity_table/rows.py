"""A row of a table and what it would change."""

from dataclasses import dataclass, field
from typing import Any

from svod.register.models import Activity, Organisation
from svod.register.workbook import SheetRow

ORDER = ("error", "conflict", "changed", "new", "same")  # as a person looks at them


@dataclass(frozen=True, slots=True)
class Difference:
    """A field: what the register has and what the row says; `was` is what the table said, where that is another."""

    field: str
    now: str
    said: str
    was: str = ""


@dataclass
class Row(SheetRow):
    """`target` is the activity it is about, `organisation` whose it is; `columns` what would be written. `notes` are
    (code, details): what a person should know of how it was understood."""

    target: Activity | None = None
    organisation: Organisation | None = None
    values: dict[str, Any] = field(default_factory=dict)
    columns: dict[str, Any] = field(default_factory=dict)
    changes: list[Difference] = field(default_factory=list)
    notes: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    @property
    def seen(self) -> str:
        """The row and the version that it was compared with: what a person says yes to."""
        return f"{self.number}.{self.target.version if self.target else 0}"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The rows in the order of the table; the activities that no row is about. They stay as they are."""

    rows: list[Row]
    missing: list[Activity]
