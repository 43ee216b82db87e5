"""The figures of a consolidation: its register, cleaned by the guard as all that leaves the circle."""

from collections.abc import Iterator
from datetime import date

from svod.guard import published
from svod.packs import Pack
from svod.records import Activity, Register
from svod.records.bounds import ZERO
from svod.standards.figures import Figures, Held


def figures_of_register(register: Register, pack: Pack, made_at: str) -> Figures:
    """For the year of the register. Its organisations are not known: all is held by whom the pack says."""
    clean = published(register, pack)
    year = register.year or int(made_at[:4])
    totals = {(one.scope.measure, one.scope.region): one.value for one in clean.totals if one.scope.kind is None}
    regions = sorted({region for _measure, region in totals if region})
    return Figures(
        pack=pack,
        slug=f"{pack.code}-{year}",
        first=date(year, *pack.first_day),
        last=date(year + (pack.last_day < pack.first_day), *pack.last_day),
        made_at=made_at,
        holder=pack.run_by.get("ru") or pack.names["ru"],
        activities=totals.get(("activities", None), ZERO),
        attendances=totals.get(("participants", None), ZERO),
        regions={
            code: (totals.get(("activities", code), ZERO), totals.get(("participants", code), ZERO)) for code in regions
        },
        held=tuple(_held(clean)),
    )


def _held(register: Register) -> Iterator[Held]:
    for one in register.activities:
        yield _told(one.activity)


def _told(one: Activity) -> Held:
    return Held(
        first=one.date.first if one.date else None,
        last=one.date.last if one.date else None,
        kind=one.kind,
        title=one.title or "",
        region=one.region or "",
        place=one.place or "",
        audience=tuple(sorted(one.audience)),
        partners=tuple(sorted(one.partners)),
        people=one.participants,
        count=one.count,
        online=one.online,
    )
