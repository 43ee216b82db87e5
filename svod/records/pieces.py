"""Pieces of materials: printed, passed on, and given out to people."""

from dataclasses import dataclass

from svod.records.text import Evidence


@dataclass(frozen=True, slots=True)
class Move:
    """Pieces of one item on their way. What is printed comes from nobody (None), what people take goes to nobody."""

    item: str
    source: str | None
    target: str | None
    pieces: int


@dataclass(frozen=True, slots=True)
class HandedOut:
    """Pieces that an organisation gave out to people; `kind` is the pack's code of the material, `evidence` the line of
    the log that says so."""

    kind: str
    region: str | None
    pieces: int
    evidence: Evidence
