"""The files below a folder that somebody may have handed in."""

import os
from pathlib import Path

_CLUTTER = frozenset({"thumbs.db", "desktop.ini"})


def is_clutter(name: str) -> bool:
    """Whether a file of that name is nobody's submission: hidden, an office program's lock file, a system's cache."""
    return name.startswith((".", "~$")) or name.lower() in _CLUTTER


def submissions(folder: Path) -> list[Path]:
    """Every submission below `folder`, sorted by path.

    Links are not followed, neither to folders nor to files: nothing outside the folder is read, nothing is read twice.
    """
    found = []
    for place, folders, files in os.walk(folder, followlinks=False):
        folders[:] = [name for name in folders if not is_clutter(name)]
        paths = (Path(place, name) for name in files if not is_clutter(name))
        found += [path for path in paths if path.is_file() and not path.is_symlink()]
    return sorted(found)
