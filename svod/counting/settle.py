"""All measures: what is listed in their cells and what is claimed, settled scope by scope."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from svod.counting.claims import Claim
from svod.counting.listing import ANYTHING
from svod.counting.pieces import MEASURE as PIECES
from svod.counting.scopes import Cells, stand
from svod.packs.pack import Pack
from svod.records import Contradiction, Total


@dataclass(frozen=True, slots=True)
class Settled:
    """A measure. `surplus` is whether more is reported somewhere than is listed."""

    measure: str
    totals: tuple[Total, ...]
    contradictions: tuple[Contradiction, ...]
    surplus: bool


def settle(listed: Mapping[str, Cells], claims: Sequence[Claim], pack: Pack) -> Iterator[Settled]:
    """Each measure that is listed or claimed, its totals in the order they are printed."""
    printed = _printed_order(pack)
    for measure in dict.fromkeys((*listed, *sorted(claim.scope.measure for claim in claims))):
        own = [claim for claim in claims if claim.scope.measure == measure]
        if measure in listed and measure != PIECES:
            standings = stand(measure, listed[measure], own)
        else:
            standings = stand(measure, listed.get(measure, {}), own, unlisted=ANYTHING)
        yield Settled(
            measure,
            tuple(sorted((standing.total for standing in standings.values()), key=printed)),
            tuple(found for standing in standings.values() for found in standing.contradictions),
            any(standing.surplus for standing in standings.values()),
        )


def _printed_order(pack: Pack) -> Callable[[Total], tuple[bool, bool, int, int, str]]:
    regions = {unit.code: place for place, unit in enumerate(pack.geography.regions)}
    kinds = {term.code: place for place, term in enumerate(pack.kinds)}

    def key(total: Total) -> tuple[bool, bool, int, int, str]:
        region, kind = total.scope.region, total.scope.kind
        place = (regions.get(region or "", len(regions)), kinds.get(kind or "", len(kinds)))
        return (kind is not None, region is not None, *place, repr(total.scope))

    return key
