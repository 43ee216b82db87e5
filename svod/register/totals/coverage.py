"""Who was to report, and who has, as DHIS2 counts it: reporting rate and reporting rate on time (docs/coverage.md).

https://docs.dhis2.org/en/use/user-guides: actual reports of the expected; organisations are counted and not forms.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from functools import cached_property, lru_cache
from typing import Any

from django.db import models
from django.db.models import Exists, Field, Func, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from svod.register.models import Campaign, Expected, Level, Organisation, Submission
from svod.register.models.submission import STANDING
from svod.register.totals.counted import Part
from svod.register.totals.denied import denied
from svod.register.totals.shares import BELOW, DENIED, ITSELF, LATE, NOTHING, UNREAD, Share, added

STEP = Organisation.steplen


class Heard(models.TextChoices):
    """How an organisation was heard from."""

    ITSELF = "itself", _("has reported")
    DENIED = "denied", _("has said that nothing was held")
    BELOW = "below", _("only organisations below have reported")
    UNREAD = "unread", _("sent a file that could not be read")
    NOTHING = "nothing", _("nothing yet")


@dataclass(frozen=True, slots=True)
class Duty:
    """What an organisation owes a campaign: its level says beside whom it is counted."""

    level: str
    due: date


class Seconds(Func):
    """A moment in whole seconds, which is quicker to read than a date: a number as the database gives it."""

    output_field = Field()

    def as_sqlite(self, compiler: Any, connection: Any) -> Any:
        return self.as_sql(compiler, connection, template="CAST(strftime('%%%%s', %(expressions)s) AS INTEGER)")

    def as_postgresql(self, compiler: Any, connection: Any) -> Any:
        return self.as_sql(compiler, connection, template="FLOOR(EXTRACT(EPOCH FROM %(expressions)s))::bigint")


class Coverage:
    """How each expected organisation was heard from, looked up by its path, as of a day: `today` where none is said."""

    def __init__(self, part: Part, today: date | None = None) -> None:
        self.part = part
        self._places = list(_places(part))
        self._unread = _unread(part)
        self._own = {path: at for path, _, at in self._places if at is not None and path not in self._unread}
        for path, at in _replaced(part):
            self._own[path] = min(at, self._own.get(path, at))
        self._denied = denied(part)
        self._today, self._zone = today or timezone.localdate(), timezone.get_current_timezone()
        self._subtree = _above(self._own)

    def heard(self, path: str) -> Heard:
        if path in self._own:
            return Heard.DENIED if path in self._denied else Heard.ITSELF
        if path in self._unread:
            return Heard.UNREAD
        return Heard.BELOW if path in self._subtree else Heard.NOTHING

    def late(self, path: str) -> bool:
        """Whether the organisation's first report, or the first from below where it has none, came after its day."""
        first = self._own.get(path, None if path in self._unread else self._subtree.get(path))
        return first is not None and first >= _end_of(self.due(path), self._zone)

    def due(self, path: str) -> date:
        duty = self.expected.get(path)
        return duty.due if duty else self.part.campaign.report_by

    def overdue(self, path: str) -> bool:
        """Whether the organisation's day is over and it has not reported itself."""
        return path in self.expected and path not in self._own and self._today > self.due(path)

    @property
    def all_overdue(self) -> int:
        """How many organisations are overdue."""
        return sum(path not in self._own and self._today > duty.due for path, duty in self.expected.items())

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
        top, due = self.part.campaign.organisation.path, self.part.campaign.report_by
        closed = Organisation.objects.filter(self.part.within(""), is_closed=True).order_by()
        out = {top, *closed.values_list("path", flat=True)}
        duties = {level: Duty(level, due) for level in Level}
        return {path: duties[level] for path, level, _ in self._places if path not in out and path.startswith(top)}

    def by_level(self) -> list[Share]:
        """The share of each level from the top down; levels without organisations are left out."""
        tallies = added(Counter((duty.level, self._marks[path]) for path, duty in self.expected.items()))
        return [Share(level, *tallies[level]) for level in Level if level in tallies]

    def shares_of(self, paths: Iterable[str]) -> Mapping[str, Share]:
        """The share of each of these organisations with all below it; those where nobody is to report are left out."""
        wanted = set(paths)
        lengths = sorted({len(path) for path in wanted})
        tallies = added(
            Counter(
                (path[:length], mark)
                for path, mark in self._marks.items()
                for length in lengths
                if path[:length] in wanted and length <= len(path)
            )
        )
        return {path: Share("", *tally) for path, tally in tallies.items()}

    @cached_property
    def _marks(self) -> dict[str, str]:
        """How each expected organisation is counted."""
        ends = {day: _end_of(day, self._zone) for day in {duty.due for duty in self.expected.values()}}
        return {path: self._mark(path, ends[duty.due]) for path, duty in self.expected.items()}

    def _mark(self, path: str, end: int) -> str:
        first = self._own.get(path)
        if first is not None:
            heard = DENIED if path in self._denied else ITSELF
            return heard if first < end else LATE[heard]
        if path in self._unread:
            return UNREAD
        first = self._subtree.get(path)
        return NOTHING if first is None else BELOW if first < end else LATE[BELOW]


def _places(part: Part) -> Iterable[tuple[str, str, int | None]]:
    """Each organisation's path, level, and when its first report came."""
    own = Submission.objects.filter(STANDING, campaign=part.campaign, organisation=OuterRef("pk"))
    first = Seconds(Subquery(own.order_by("received_at").values("received_at")[:1]))
    return Organisation.objects.filter(part.within("")).order_by("path").values_list("path", "level", first)


def _unread(part: Part) -> set[str]:
    """Who sent only what could not be read."""
    came = Submission.objects.filter(STANDING, campaign=part.campaign).order_by()
    readable = came.exclude(state=Submission.State.UNREADABLE).filter(organisation=OuterRef("organisation"))
    alone = came.filter(part.within(), ~Exists(readable), state=Submission.State.UNREADABLE)
    return set(alone.values_list("organisation__path", flat=True))


def _replaced(part: Part) -> list[tuple[str, int]]:
    """Which organisation had handed in what a later report of it replaced, and when: what is corrected is not late."""
    rows = Submission.objects.filter(part.within(), ~STANDING, campaign=part.campaign, replaced_by__isnull=False)
    known = list(rows.order_by().values_list("pk", "replaced_by", "organisation__path", Seconds("received_at")))
    following = {key: after for key, after, _, _ in known}
    if not following:
        return []
    last = {key: _last(key, following) for key in following}
    standing = set(Submission.objects.filter(STANDING, pk__in=set(last.values())).values_list("pk", flat=True))
    return [(path, at) for key, _, path, at in known if last[key] in standing]


def _last(key: int, following: Mapping[int, int]) -> int:
    while key in following:
        key = following[key]
    return key


def _above(own: Mapping[str, int]) -> dict[str, int]:
    """When each organisation was first heard from below.

    What lies above was heard from no later, so the way up ends at the first that is known to be as early.
    """
    found: dict[str, int] = {}
    for path, at in own.items():
        for end in range(len(path) - STEP, 0, -STEP):
            known = found.get(path[:end])
            if known is not None and known <= at:
                break
            found[path[:end]] = at
    return found


@lru_cache(maxsize=1_000)
def _end_of(day: date, zone: tzinfo) -> int:
    """In seconds."""
    return int(datetime.combine(day + timedelta(days=1), time(), zone).timestamp())


def below_holder(campaign: Campaign) -> Q:
    """Organisations below the one that holds the campaign: it does not report to itself."""
    root = campaign.organisation
    return Q(path__startswith=root.path, depth__gt=root.depth)


def coverage(part: Part, today: date | None = None) -> Coverage:
    return Coverage(part, today)
