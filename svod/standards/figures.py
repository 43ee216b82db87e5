"""What other systems are told: the public file of a campaign, which the guard cleaned, and who held it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from svod.packs import Pack
from svod.records import Bounds

Totals = Mapping[str, tuple[Bounds, Bounds]]  # region -> activities, attendances


@dataclass(frozen=True, slots=True)
class Held:
    """An activity as the public may know it. `people` is None where no number was told."""

    first: date | None
    last: date | None
    kind: str
    title: str
    region: str
    place: str
    audience: tuple[str, ...]
    partners: tuple[str, ...]
    people: Bounds | None
    count: Bounds
    online: bool


@dataclass(frozen=True, slots=True)
class Figures:
    """`slug` names the campaign for ever; `made_at` is when the figures were made. `holder` holds the campaign,
    `holders` are the organisations of the regions by the region's code, as far as they are known. `planned` is how many
    activities the approved plans have, None where there are none."""

    pack: Pack
    slug: str
    first: date
    last: date
    made_at: str
    holder: str
    activities: Bounds
    attendances: Bounds
    regions: Totals
    held: tuple[Held, ...]
    holders: Mapping[str, str] = field(default_factory=dict)
    planned: int | None = None

    @property
    def country(self) -> str:
        return self.pack.geography.country.upper()

    def who(self, region: str) -> str:
        """The region's organisation, or whoever holds the campaign."""
        return self.holders.get(region) or self.holder


def figures_of(content: Mapping[str, Any], pack: Pack, slug: str, holder: str, **more: Any) -> Figures:
    """Those of a public file: see `svod.register.published.content`."""
    numbers = content["numbers"]
    return Figures(
        pack=pack,
        slug=slug,
        first=date.fromisoformat(content["first_day"]),
        last=date.fromisoformat(content["last_day"]),
        made_at=content["made_at"],
        holder=holder,
        activities=Bounds(*numbers["activities"]),
        attendances=Bounds(*numbers["attendances"]),
        regions={one["code"]: (Bounds(*one["activities"]), Bounds(*one["attendances"])) for one in content["regions"]},
        held=tuple(_held(one) for one in content["activities"]),
        **more,
    )


def _held(one: Mapping[str, Any]) -> Held:
    first, last = (date.fromisoformat(one[name]) if one[name] else None for name in ("day", "last_day"))
    return Held(
        first=first,
        last=last,
        kind=one["kind"],
        title=one["title"] or "",
        region=one["region"] or "",
        place=one["place"] or "",
        audience=_codes(one["audience"]),
        partners=_codes(one["partners"]),
        people=Bounds(*one["people"]) if one["people"] else None,
        count=Bounds(*one["count"]),
        online=one["online"],
    )


def _codes(found: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(found))
