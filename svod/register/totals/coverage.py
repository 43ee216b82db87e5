"""Who was to report, and who has. Nobody is expected twice, so no share exceeds the whole."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db import models
from django.db.models import Min
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from svod.register.models import Level, Organisation, Submission
from svod.register.totals.counted import Part
from svod.register.totals.denied import denied

STEP = Organisation.steplen


# How the organisations of a level are called where several are counted.
LEVELS = {
    Level.NATIONAL: _("national organisations"),
    Level.REGION: _("regional organisations"),
    Level.DISTRICT: _("district organisations"),
    Level.PRIMARY: _("primary organisations"),
}


class Heard(models.TextChoices):
    """How an organisation was heard from."""

    ITSELF = "itself", _("has reported")
    DENIED = "denied", _("has said that nothing was held")
    BELOW = "below", _("only organisations below have reported")
    NOTHING = "nothing", _("nothing yet")


@dataclass(frozen=True, slots=True)
class Share:
    """The organisations of one level: `reported` of `expected`, `late` of the reported; `only_below` are those of the
    reported that only organisations below them speak for, `denied` those that say that nothing was held."""

    level: str
    expected: int
    reported: int
    only_below: int
    denied: int
    late: int

    @property
    def silent(self) -> int:
        return self.expected - self.reported

    @property
    def level_name(self) -> str:
        return str(LEVELS[self.level])


class Coverage:
    """How each expected organisation was heard from, looked up by its path."""

    def __init__(self, part: Part) -> None:
        self.part = part
        own = Submission.objects.filter(part.within(), campaign=part.campaign)
        first = own.order_by().values_list("organisation__path").annotate(first=Min("received_at"))
        self._own: Mapping[str, datetime] = dict(first)
        self._denied = denied(part)
        self._subtree: dict[str, datetime] = {}
        self._telling: set[str] = set()  # what somebody in the subtree told more of than that nothing was held
        for path, at in self._own.items():
            for end in range(STEP, len(path) + 1, STEP):
                known = self._subtree.get(path[:end])
                self._subtree[path[:end]] = at if known is None else min(known, at)
                if path not in self._denied:
                    self._telling.add(path[:end])

    def heard(self, path: str) -> Heard:
        if path in self._own:
            return Heard.DENIED if path in self._denied else Heard.ITSELF
        return Heard.BELOW if path in self._subtree else Heard.NOTHING

    def late(self, path: str) -> bool:
        """Whether the first thing that came from it or from below came after the day reports are due by. Who had
        nothing to report is never late."""
        first = self._subtree.get(path) if path in self._telling else None
        return first is not None and timezone.localdate(first) > self.part.campaign.report_by

    @cached_property
    def expected(self) -> list[tuple[str, str]]:
        """The paths and levels of those who are to report: all below the organisation that holds the campaign, but
        those that are closed."""
        root = self.part.campaign.organisation
        below = Organisation.objects.filter(self.part.within(""), path__startswith=root.path, depth__gt=root.depth)
        below = below.filter(is_closed=False)
        return list(below.order_by("path").values_list("path", "level"))

    def by_level(self) -> list[Share]:
        """From the top down, levels without organisations left out."""
        expected, reported, late = Counter[str](), Counter[str](), Counter[str]()
        below, denying = Counter[str](), Counter[str]()
        for path, level in self.expected:
            heard = self.heard(path)
            expected[level] += 1
            reported[level] += heard != Heard.NOTHING
            below[level] += heard == Heard.BELOW
            denying[level] += heard == Heard.DENIED
            late[level] += self.late(path)
        return [
            Share(level, expected[level], reported[level], below[level], denying[level], late[level])
            for level in Level
            if expected[level]
        ]


def coverage(part: Part) -> Coverage:
    return Coverage(part)
