"""Who was to report, and who has, as DHIS2 counts it: reporting rate and reporting rate on time (docs/coverage.md).

https://docs.dhis2.org/en/use/user-guides: actual reports of the expected; organisations are counted and not forms.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import add

from django.db import models
from django.db.models import Min, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from svod.register.models import Campaign, Expected, Level, Organisation, Submission
from svod.register.totals.counted import Part
from svod.register.totals.denied import denied

STEP = Organisation.steplen

Tally = tuple[int, ...]  # the numbers of a Share, in its order


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
class Duty:
    """What an organisation owes a campaign: its level says beside whom it is counted."""

    level: str
    due: date


@dataclass(frozen=True, slots=True)
class Share:
    """Some of the organisations that are to report, of one level or of one subtree: `reported` of `expected`.

    `only_below` are those of the reported that only organisations below them speak for, `denied` those that say that
    nothing was held, `late` those that were first heard from after their day.
    """

    level: str = ""
    expected: int = 0
    reported: int = 0
    only_below: int = 0
    denied: int = 0
    late: int = 0
    on_time: int = 0

    @property
    def silent(self) -> int:
        return self.expected - self.reported

    @property
    def answered(self) -> int:
        """Those that spoke for themselves, if only to say that nothing was held."""
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


class Coverage:
    """How each expected organisation was heard from, looked up by its path."""

    def __init__(self, part: Part) -> None:
        self.part = part
        self._paths = dict(Organisation.objects.filter(part.within("")).values_list("pk", "path"))
        first = Submission.objects.filter(part.within(), campaign=part.campaign).order_by()
        zone = timezone.get_current_timezone()
        self._own = {
            self._paths[key]: at.astimezone(zone).date()
            for key, at in first.values_list("organisation").annotate(first=Min("received_at"))
        }
        self._denied = denied(part)
        self._today = timezone.localdate()
        self._subtree: dict[str, date] = {}
        for path, day in self._own.items():
            for end in range(STEP, len(path) + 1, STEP):
                above = path[:end]
                known = self._subtree.get(above)
                if known is None or day < known:
                    self._subtree[above] = day

    def heard(self, path: str) -> Heard:
        if path in self._own:
            return Heard.DENIED if path in self._denied else Heard.ITSELF
        return Heard.BELOW if path in self._subtree else Heard.NOTHING

    def late(self, path: str) -> bool:
        """Whether its own first word, or the first from below where it has none, came after the day it was due by."""
        first = self._own.get(path) or self._subtree.get(path)
        return first is not None and first > self.due(path)

    def due(self, path: str) -> date:
        duty = self.expected.get(path)
        return duty.due if duty else self.part.campaign.report_by

    def overdue(self, path: str) -> bool:
        """Whether its day is over and it has not spoken for itself."""
        return path in self.expected and path not in self._own and self._today > self.due(path)

    @cached_property
    def frozen(self) -> bool:
        """Whether the list of who is to report is fixed; until then it follows the tree."""
        return Expected.objects.filter(campaign=self.part.campaign).exists()

    @cached_property
    def expected(self) -> dict[str, Duty]:
        """Who is to report, by path in the order of the tree, each once: no rate exceeds the whole."""
        if self.frozen:
            listed = Expected.objects.filter(self.part.within(), campaign=self.part.campaign, excused_why="")
            rows = listed.order_by("organisation__path").values_list("organisation__path", "organisation__level", "due")
            return {path: Duty(level, due) for path, level, due in rows}
        below = Organisation.objects.filter(self.part.within(""), below_holder(self.part.campaign), is_closed=False)
        rows = below.order_by("path").values_list("path", "level")
        return {path: Duty(level, self.part.campaign.report_by) for path, level in rows}

    def by_level(self) -> list[Share]:
        """From the top down, levels without organisations left out."""
        tallies: dict[str, Tally] = {}
        for path, duty in self.expected.items():
            _add(tallies, duty.level, self._marks[path])
        return [Share(level, *tallies[level]) for level in Level if level in tallies]

    def shares_of(self, paths: Iterable[str]) -> Mapping[str, Share]:
        """Of each of these organisations and all below it; without those where nobody is to report."""
        wanted, tallies = set(paths), dict[str, Tally]()
        lengths = sorted({len(path) for path in wanted})
        for path, marks in self._marks.items():
            for above in (path[:length] for length in lengths if length <= len(path)):
                if above in wanted:
                    _add(tallies, above, marks)
        return {path: Share("", *tally) for path, tally in tallies.items()}

    @cached_property
    def _marks(self) -> dict[str, Tally]:
        """Of each expected organisation alone, in the order of `Share`."""
        return {path: self._mark(path, self.heard(path), self.late(path)) for path in self.expected}

    def _mark(self, path: str, heard: Heard, late: bool) -> Tally:
        in_time = path in self._own and not late
        told = (heard != Heard.NOTHING, heard == Heard.BELOW, heard == Heard.DENIED)
        return (1, *map(int, told), int(late), int(in_time))


def _add(tallies: dict[str, Tally], key: str, more: Tally) -> None:
    known = tallies.get(key)
    tallies[key] = tuple(map(add, known, more)) if known else more


def below_holder(campaign: Campaign) -> Q:
    """Organisations below the one that holds the campaign: it does not report to itself."""
    root = campaign.organisation
    return Q(path__startswith=root.path, depth__gt=root.depth)


def coverage(part: Part) -> Coverage:
    return Coverage(part)
