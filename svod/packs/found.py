"""Where packs lie: those that come with the program, and those of one's own in the folder that SVOD_PACKS names."""

import os
from pathlib import Path

HERE = Path(__file__).parent
HEAD = "pack.toml"
OWN = "SVOD_PACKS"


def bundled() -> tuple[str, ...]:
    """The names of the packs that come with the program."""
    return _packs_in(HERE)


def own() -> tuple[str, ...]:
    """The names of one's own packs. One that is called as a bundled one is none."""
    return tuple(name for name in _packs_in(_own_folder()) if name not in bundled())


def available() -> tuple[str, ...]:
    """The names of the packs that a campaign can be made of: one's own first."""
    return (*own(), *bundled())


def folder_of(name_or_path: str | Path) -> Path:
    """The folder of the pack of that name, or that folder."""
    name, folder = str(name_or_path), _own_folder()
    if name in bundled():
        return HERE / name
    return folder / name if folder and name in own() else Path(name_or_path)


def _own_folder() -> Path | None:
    named = os.environ.get(OWN)
    return Path(named) if named else None


def _packs_in(folder: Path | None) -> tuple[str, ...]:
    return tuple(sorted(path.parent.name for path in folder.glob(f"*/{HEAD}"))) if folder else ()
