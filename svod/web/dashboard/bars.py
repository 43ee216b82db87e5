"""Breakdowns as rows with a bar: what is certain is solid, what the texts leave open is pale."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_skeleton
from django.utils.translation import get_language, gettext

from svod.publishing.names import PackNames
from svod.register.models import Campaign
from svod.register.totals import Books, Sum
from svod.web.activities.days import AFTER, BEFORE
from svod.web.activities.found import NONE
from svod.web.dashboard.addresses import Addresses

KINDS_SHOWN, FEW = 12, 3  # rows; a few more are not worth folding away
OPEN_END = 6.0  # of a hundred: how far a bar goes on where the most is open


@dataclass(frozen=True, slots=True)
class Bar:
    """`sure`, `start` and `maybe` are widths and a place in a drawing a hundred wide, as SVG writes them."""

    label: str
    sum: Sum
    address: str
    sure: str
    start: str
    maybe: str
    open: bool


@dataclass(frozen=True, slots=True)
class Breakdown:
    """`code` names it in the page's addresses; `shared` says that its rows are not to be added up; those after
    `shown` are folded away."""

    code: str
    title: str
    column: str
    rows: tuple[Bar, ...]
    shared: bool = False
    shown: int = 100

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is seen first."""
        return self._told if len(self._told) <= self.shown + FEW else self._told[: self.shown]

    @property
    def further(self) -> tuple[Bar, ...]:
        return self._told[len(self.bars) :]

    @property
    def nothing(self) -> tuple[str, ...]:
        """Where nothing is counted: named in a line, for a row each would hide the others."""
        return tuple(bar.label for bar in self.rows if not bar.sum.rows)

    @property
    def _told(self) -> tuple[Bar, ...]:
        return tuple(bar for bar in self.rows if bar.sum.rows)


Labelled = Iterable[tuple[str, Sum, str]]  # label, sum, address


def drawn(rows: Labelled) -> tuple[Bar, ...]:
    rows = list(rows)
    ends = [one.activities.most if one.activities.most is not None else one.activities.least for _, one, _ in rows]
    scale = (100 - OPEN_END) / max([*ends, 1])
    return tuple(_bar(label, one, address, scale) for label, one, address in rows)


def _bar(label: str, one: Sum, address: str, scale: float) -> Bar:
    least, most = one.activities.least, one.activities.most
    sure = least * scale
    maybe = OPEN_END if most is None else (most - least) * scale
    return Bar(label, one, address, f"{sure:.2f}", f"{sure:.2f}", f"{maybe:.2f}", most is None)


def by_kind(books: Books, names: PackNames, to: Addresses) -> Breakdown:
    rows = _largest_first(books.by("kind"))
    labelled = ((names.kind(code), one, to.activities(kind=code)) for code, one in rows)
    return Breakdown("kinds", gettext("By kind"), gettext("Kind"), drawn(labelled), shown=KINDS_SHOWN)


def by_audience(books: Books, names: PackNames, to: Addresses) -> Breakdown:
    rows = _largest_first(books.by_audience())
    labelled = (
        (names.audience(code) or gettext("not named"), one, to.activities(audience=code or NONE)) for code, one in rows
    )
    return Breakdown("audiences", gettext("By audience"), gettext("Audience"), drawn(labelled), shared=True)


def by_region(books: Books, regions: Mapping[str, str], names: PackNames, to: Addresses) -> Breakdown:
    """In the pack's order; `regions` are the names of those the page is about, also where nothing came."""
    found = books.by("region")
    shown = {**regions, **{code: names.region(code) for code in sorted(found) if code and code not in regions}}
    labelled = [(name, found.get(code, Sum()), to.activities(region=code)) for code, name in shown.items()]
    if "" in found:
        labelled.append((gettext("not named"), found[""], to.activities(region=NONE)))
    return Breakdown("regions", gettext("By region"), gettext("Region"), drawn(labelled))


def by_days(books: Books, campaign: Campaign, to: Addresses) -> Breakdown:
    """Each day of the campaign, and what began outside it or on no known day."""
    found = books.by_day()
    labelled = [
        (_day_and_month(day), found.get(day, Sum()), to.activities(on=day.isoformat())) for day in _days(campaign)
    ]
    outside: list[tuple[str, str, Callable[[date], bool]]] = [
        (gettext("before the campaign"), BEFORE, lambda day: day < campaign.first_day),
        (gettext("after the campaign"), AFTER, lambda day: day > campaign.last_day),
    ]
    for label, code, lies in outside:
        some = [one for day, one in found.items() if lies(day)]
        if some:
            labelled.append((label, _together(some), to.activities(on=code)))
    if books.dateless.rows:
        labelled.append((gettext("no day named"), books.dateless, to.activities(on=NONE)))
    return Breakdown("days", gettext("By day"), gettext("Day on which it began"), drawn(labelled))


def _day_and_month(day: date) -> str:
    """ "25 ноября", "25 қараша" """
    return format_skeleton("MMMMd", day, locale=get_language() or "ru")


def _days(campaign: Campaign) -> list[date]:
    length = (campaign.last_day - campaign.first_day).days + 1
    return [campaign.first_day + timedelta(days=number) for number in range(length)]


def _together(sums: Iterable[Sum]) -> Sum:
    """Of sums that share no activity."""
    whole = Sum()
    for one in sums:
        whole = Sum(
            whole.rows + one.rows,
            whole.activities + one.activities,
            whole.attendances + one.attendances,
            whole.unknown + one.unknown,
        )
    return whole


def _largest_first(found: Mapping[str, Sum]) -> list[tuple[str, Sum]]:
    return sorted(found.items(), key=lambda pair: (not pair[0], -pair[1].activities.least, -pair[1].rows, pair[0]))
