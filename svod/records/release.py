"""What a person released although the guard found it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Release:
    """Somebody stood by it that what has this key may be told: who, why, when."""

    key: str
    by: str
    reason: str
    at: datetime
