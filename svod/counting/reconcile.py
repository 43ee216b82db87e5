"""One scope: what is listed in it, what is claimed of it, what its parts come to; one honest value."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from svod.counting.claims import Claim, strength
from svod.counting.listing import Listing
from svod.records import Bounds, Contradiction, Evidence, Scope, Total


@dataclass(frozen=True, slots=True)
class Standing:
    """A scope reconciled.

    `claimed` are the places of every claim on it or on its parts. `bounded` is whether a claim on the whole scope
    gives its most. `surplus` is whether its claims admit more than what lies below: things that nobody listed.
    """

    total: Total
    claimed: tuple[Evidence, ...]
    bounded: bool
    surplus: bool
    contradictions: tuple[Contradiction, ...]

    @property
    def value(self) -> Bounds:
        return self.total.value

    def opened(self, surplus: bool) -> "Standing":
        """Without a most where a surplus elsewhere may lie in this scope, unless a claim of its own bounds it."""
        if not surplus or self.bounded:
            return self
        return replace(self, total=replace(self.total, value=Bounds.at_least(self.value.least)))


@dataclass(frozen=True, slots=True)
class Sum:
    """What the parts of a scope come to together, where they share nothing; and the places that say so."""

    value: Bounds
    evidence: tuple[Evidence, ...]
    claimed: tuple[Evidence, ...] = ()


def reconcile(scope: Scope, listing: Listing, claims: Sequence[Claim], sums: Sequence[Sum]) -> Standing:
    """`sums` are the ways in which the scope is taken apart (by region, by kind); none for the smallest scope."""
    whole = [claim for claim in claims if claim.part is None]
    parts = [claim for claim in claims if claim.part is not None]
    below = [Sum(listing.value, listing.evidence), *sums, *_sums_of_parts(parts)]
    contradictions = tuple(_contradictions(scope, whole, below))
    least = max(value.least for value in (*(one.value for one in below), *(claim.value for claim in claims)))
    most = None if contradictions or (parts and not whole) else _most(whole, listing, sums)
    claimed = _distinct((claim.evidence for claim in claims), (one.claimed for one in sums))
    total = Total(
        scope=scope,
        value=_bounds(least, most),
        listed=listing.value,
        reported=max((claim.value for claim in claims), key=strength, default=None),
        evidence=_distinct([listing.evidence, claimed]),
        unknown=listing.unknown,
    )
    under = _bounds(max(one.value.least for one in below[: 1 + len(sums)]), _most([], listing, sums))
    return Standing(total, claimed, bool(whole) and most is not None, _admits_more(total.value, under), contradictions)


def disagreements(claims: Sequence[Claim]) -> Iterator[Contradiction]:
    """Claims of different submissions on the same part of one scope that cannot both be true: the two farthest."""
    of_part: dict[str | None, list[Claim]] = defaultdict(list)
    for claim in claims:
        of_part[claim.part].append(claim)
    for same in of_part.values():
        low, high = _lowest(same), max(same, key=lambda claim: claim.value.least)
        if low is not None and low.value.most is not None and high.value.least > low.value.most:
            yield Contradiction(low.scope, low.value, high.value, low.evidence, high.evidence, low.place)


def _contradictions(scope: Scope, whole: Sequence[Claim], below: Sequence[Sum]) -> Iterator[Contradiction]:
    """What cannot be true together: two claims on the whole; a claim, and more than that below it."""
    yield from disagreements(whole)
    lowest = _lowest(whole)
    if lowest is None or lowest.value.most is None:
        return
    exceeding = [one for one in below if one.value.least > lowest.value.most]
    if exceeding:
        one = exceeding[0]  # what is listed, if that is enough
        yield Contradiction(scope, one.value, lowest.value, one.evidence, lowest.evidence)


def _sums_of_parts(parts: Sequence[Claim]) -> Iterator[Sum]:
    """Each part; and places of one kind, say districts, are apart and add up: of each place the strongest."""
    yield from (Sum(claim.value, claim.evidence) for claim in parts)
    for unit in sorted({claim.unit for claim in parts if claim.unit}):
        strongest: dict[str | None, Claim] = {}
        for claim in parts:
            known = strongest.get(claim.part)
            if claim.unit == unit and (known is None or strength(claim.value) > strength(known.value)):
                strongest[claim.part] = claim
        found = strongest.values()
        yield Sum(Bounds.at_least(sum(claim.value.least for claim in found)), _distinct(c.evidence for c in found))


def _lowest(claims: Sequence[Claim]) -> Claim | None:
    closed = [claim for claim in claims if claim.value.most is not None]
    return min(closed, key=lambda claim: claim.value.most or 0, default=None)


def _most(whole: Sequence[Claim], listing: Listing, sums: Sequence[Sum]) -> int | None:
    """The least of what the claims admit; without any claim the most the parts come to, or else what is listed."""
    if whole:
        return min((claim.value.most for claim in whole if claim.value.most is not None), default=None)
    if sums:
        return min((one.value.most for one in sums if one.value.most is not None), default=None)
    return listing.value.most


def _distinct(*groups: Iterable[Iterable[Evidence]]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(chain.from_iterable(groups))))


def _admits_more(value: Bounds, under: Bounds) -> bool:
    if value.least > under.least:
        return True
    return under.most is not None and (value.most is None or value.most > under.most)


def _bounds(least: int, most: int | None) -> Bounds:
    """Open where more is certain than any part admits: then somebody claims what nobody listed."""
    return Bounds(least, None if most is not None and most < least else most)
