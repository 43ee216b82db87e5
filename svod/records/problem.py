"""What could not be read, or what a person should look at first."""

from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["unreadable", "warning", "look"]


@dataclass(frozen=True, slots=True)
class Problem:
    """`code` names a message of the catalogue, `details` fill its gaps; `source` is the path a person knows.

    "unreadable": the submission gave no text. "warning": it was read, but something in it was not (an attachment,
    macros, tracked changes). "look": a person should look at it first (nothing found, a contradiction).
    """

    severity: Severity
    code: str
    source: str
    details: tuple[tuple[str, str], ...] = field(default=())
