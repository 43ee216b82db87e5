"""When the last backup was made: noted beside the data, for those who watch."""

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.utils import timezone


def note_backup() -> None:
    _place().write_text(timezone.now().isoformat(), encoding="ascii")


def last_backup() -> datetime | None:
    """None where none was made here."""
    try:
        return datetime.fromisoformat(_place().read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None


def _place() -> Path:
    return Path(settings.DATA) / "backed-up"
