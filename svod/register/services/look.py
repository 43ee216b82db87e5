"""Look at a file's name and size before it is taken: what nobody could read is said at the door."""

from pathlib import PurePosixPath

from svod.reading.folder import is_clutter
from svod.reading.limits import MEGABYTE, Limits
from svod.records import Problem


def objection(name: str, size: int) -> Problem | None:
    """Why such a file is not taken, as a Problem of the core; None where it is."""
    limit = Limits().file_bytes
    if size == 0:
        return Problem("unreadable", "empty", name)
    if size > limit:
        return Problem(
            "unreadable", "too_large", name, (("size", str(-(-size // MEGABYTE))), ("limit", str(limit // MEGABYTE)))
        )
    return None


def comes_along(name: str) -> bool:
    """Whether it is what folders hold beside reports: hidden files, an office program's lock, a system's cache."""
    return any(is_clutter(part) for part in PurePosixPath(name.replace("\\", "/")).parts)
