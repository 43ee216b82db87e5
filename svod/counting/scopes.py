"""The scopes of one measure: each kind in each region, each region, each kind, the whole campaign."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from svod.counting.claims import Claim
from svod.counting.listing import ANYTHING, Lister, Listing, add
from svod.counting.reconcile import Standing, Sum, reconcile
from svod.counting.together import together
from svod.counting.told import Told
from svod.records import Bounds, Scope
from svod.records.bounds import ZERO

Cells = Mapping[tuple[str | None, str], Listing]  # by region and kind; of no known region under None
Standings = dict[Scope, Standing]


def cells(told: Iterable[Told], lister: Lister) -> Cells:
    """What is listed of each kind in each region."""
    grouped: dict[tuple[str | None, str], list[Told]] = defaultdict(list)
    for one in told:
        grouped[one.region, one.kind].append(one)
    return {place: lister(group) for place, group in grouped.items()}


def stand(measure: str, listed: Cells, claims: Sequence[Claim], unlisted: Bounds = ZERO) -> Standings:
    """Every scope of a measure in which something is listed or claimed, the campaign first.

    `unlisted` is what a scope may hold beside its cells: nothing of a measure whose things are listed one by one,
    anything of one that only totals give.
    """
    if not listed and not claims:
        return {}
    ledger = _Ledger(measure, listed, claims, unlisted)
    leaves = {scope: ledger.settle(scope) for scope in ledger.scopes() if scope.region and scope.kind}
    regions = {
        scope: ledger.settle(
            scope, _sum((leaf for place, leaf in leaves.items() if place.region == scope.region), unlisted)
        )
        for scope in ledger.regions()
    }
    kinds = {
        scope: ledger.settle(
            scope, _sum((leaf for place, leaf in leaves.items() if place.kind == scope.kind), ledger.homeless(scope))
        )
        for scope in ledger.kinds()
    }
    # Things claimed of a region may be of any kind, those claimed of a kind may lie in any region.
    more_in = {scope.region for scope, standing in regions.items() if standing.surplus}
    more_of = {scope.kind for scope, standing in kinds.items() if standing.surplus}
    leaves = {s: leaf.opened(s.region in more_in or s.kind in more_of) for s, leaf in leaves.items()}
    regions = {scope: standing.opened(bool(more_of)) for scope, standing in regions.items()}
    kinds = {scope: standing.opened(bool(more_in)) for scope, standing in kinds.items()}

    whole = Scope(measure)
    campaign = ledger.settle(
        whole,
        _sum(regions.values(), ANYTHING if more_of else ledger.homeless(whole)),
        _sum(kinds.values(), ANYTHING if more_in else unlisted),
    )
    below = {scope: standing.opened(campaign.surplus) for scope, standing in (regions | kinds | leaves).items()}
    return {whole: campaign} | below


class _Ledger:
    """What is listed and what is claimed of one measure, found by scope."""

    def __init__(self, measure: str, listed: Cells, claims: Iterable[Claim], unlisted: Bounds) -> None:
        self._measure = measure
        self._unlisted = unlisted
        self._listed: dict[Scope, list[Listing]] = defaultdict(list)
        self._homeless: dict[Scope, list[Bounds]] = defaultdict(list)
        self._cells = [Scope(measure, region, kind) for region, kind in listed]
        for (region, kind), listing in listed.items():
            for scope in {Scope(measure, r, k) for r in (region, None) for k in (kind, None)}:
                self._listed[scope].append(listing)
                if region is None:
                    self._homeless[scope].append(listing.value)
        self._claimed: dict[Scope, list[Claim]] = defaultdict(list)
        for claim in claims:
            self._claimed[claim.scope].append(claim)

    def scopes(self) -> Iterable[Scope]:
        """Those of which something is listed or claimed directly."""
        return dict.fromkeys((*self._cells, *self._claimed))

    def regions(self) -> Iterable[Scope]:
        return dict.fromkeys(Scope(self._measure, scope.region) for scope in self.scopes() if scope.region)

    def kinds(self) -> Iterable[Scope]:
        return dict.fromkeys(Scope(self._measure, None, scope.kind) for scope in self.scopes() if scope.kind)

    def settle(self, scope: Scope, *sums: Sum) -> Standing:
        found = add(self._listed.get(scope, ()))
        listing = Listing(found.value + self._unlisted, found.evidence, found.unknown)
        return reconcile(scope, listing, self._claimed.get(scope, ()), sums)

    def homeless(self, scope: Scope) -> Bounds:
        """What is listed there without a region. Claims on the regions may cover it, so it adds to the most only."""
        return Bounds(0, Bounds.total(self._homeless.get(scope, ())).most) + self._unlisted


def _sum(standings: Iterable[Standing], rest: Bounds) -> Sum:
    """What scopes that share nothing come to, and the rest beside them."""
    parts = list(standings)
    return Sum(
        together(part.total for part in parts) + rest,
        tuple(evidence for part in parts for evidence in part.total.evidence),
        tuple(evidence for part in parts for evidence in part.claimed),
    )
