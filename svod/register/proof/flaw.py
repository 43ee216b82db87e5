"""What is wrong, and how to mend it, in words for the person who runs the installation."""

from dataclasses import dataclass

OLDER = "Restore the last backup for which svod check finds nothing into an empty folder, and compare: svod restore."


@dataclass(frozen=True, slots=True)
class Flaw:
    where: str
    what: str
    mend: str = OLDER
