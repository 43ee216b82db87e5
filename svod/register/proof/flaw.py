"""What is wrong, and how to mend it, in words for the person who runs the installation."""

from dataclasses import dataclass

OLDER = "Restore the last backup for which svod check finds nothing into an empty folder, and compare: svod restore."

WAY_BACK = (
    f"Stop svod serve. Keep the data folder as it is, under another name. {OLDER} "
    "Without a backup, what can still be read is saved by: sqlite3 svod.sqlite3 .recover | sqlite3 saved.sqlite3"
)


@dataclass(frozen=True, slots=True)
class Flaw:
    where: str
    what: str
    mend: str = OLDER
