"""Some of the organisations that are to report, and the rates among them."""

from collections.abc import Mapping
from dataclasses import dataclass
from operator import add

from django.utils.translation import gettext_lazy as _

from svod.register.models import Level

# How the organisations of a level are called where several are counted.
LEVELS = {
    Level.NATIONAL: _("national organisations"),
    Level.REGION: _("regional organisations"),
    Level.DISTRICT: _("district organisations"),
    Level.PRIMARY: _("primary organisations"),
}


@dataclass(frozen=True, slots=True)
class Share:
    """Some of the organisations that are to report, of one level or of one subtree: `reported` of `expected`.

    `only_below` are those of the reported that only organisations below them speak for, `denied` those that say that
    nothing was held, `late` those that were first heard from after their day. `unread` are none of the reported: all
    that came from them could not be read.
    """

    level: str = ""
    expected: int = 0
    reported: int = 0
    only_below: int = 0
    denied: int = 0
    late: int = 0
    on_time: int = 0
    unread: int = 0

    @property
    def silent(self) -> int:
        return self.expected - self.reported - self.unread

    @property
    def answered(self) -> int:
        """How many reported themselves, if only that nothing was held."""
        return self.reported - self.only_below

    @property
    def rate(self) -> int | None:
        """Reporting rate, in whole per cent rounded down: 100 only where nobody is missing. None of nobody."""
        return 100 * self.answered // self.expected if self.expected else None

    @property
    def timeliness(self) -> int | None:
        """Reporting rate on time, rounded down."""
        return 100 * self.on_time // self.expected if self.expected else None

    @property
    def level_name(self) -> str:
        return str(LEVELS[self.level])


NOTHING, ITSELF, DENIED, BELOW, UNREAD = "nothing", "itself", "denied", "below", "unread"
LATE = {heard: f"{heard} late" for heard in (ITSELF, DENIED, BELOW)}
ONE = {  # what one organisation adds to a Share, by how it was heard from, in the order of its numbers
    NOTHING: (1, 0, 0, 0, 0, 0, 0),
    ITSELF: (1, 1, 0, 0, 0, 1, 0),
    DENIED: (1, 1, 0, 1, 0, 1, 0),
    BELOW: (1, 1, 1, 0, 0, 0, 0),
    LATE[ITSELF]: (1, 1, 0, 0, 1, 0, 0),
    LATE[DENIED]: (1, 1, 0, 1, 1, 0, 0),
    LATE[BELOW]: (1, 1, 1, 0, 1, 0, 0),
    UNREAD: (1, 0, 0, 0, 0, 0, 1),
}


def added(counts: Mapping[tuple[str, str], int]) -> dict[str, tuple[int, ...]]:
    """The numbers of a Share for each key, of how often what was counted under it."""
    found: dict[str, tuple[int, ...]] = {}
    for (key, heard), times in counts.items():
        more = tuple(times * number for number in ONE[heard])
        found[key] = tuple(map(add, found[key], more)) if key in found else more
    return found
