"""Honest totals: bounds over what is listed and what is reported, contradictions shown, coverage beside them.

The laws, each with its property test (docs/counting.md says them at length):

1. A value is never below what is listed, nor below any total reported for its scope.
2. A reported total is never added to what it covers: the larger of the two counts.
3. A scope is at least the sum of its parts: a region of its kinds, the campaign of its regions and of its kinds.
4. Totals that may cover the same (two submissions, one region) are never added: the larger counts.
5. Numbers that cannot both be true are a contradiction, always; then the larger least stands and the most is open.
6. What is reported beyond what is listed leaves the most of every scope open in which it may lie.
7. The order of submissions changes nothing, nor does a submission that came twice.
8. A submission more never lowers a least, as long as what was told apart stays apart.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from svod.counting.claims import Claim, state, text_of
from svod.counting.conflicts import parts_disagree, tellers_disagree
from svod.counting.coverage import cover
from svod.counting.listing import ANYTHING, Lister, Told, add, list_activities, list_participants, prepare
from svod.counting.scopes import cells, stand
from svod.packs.pack import Pack
from svod.records import Bounds, Contradiction, Coverage, DistinctActivity, Reading, Scope, Total

__all__ = ["Counting", "count"]

LISTED: Mapping[str, Lister] = {"activities": list_activities, "participants": list_participants}


@dataclass(frozen=True, slots=True)
class Counting:
    """`totals` by measure, each: the campaign, regions, kinds, kinds in regions (in the pack's order), audiences."""

    totals: tuple[Total, ...]
    contradictions: tuple[Contradiction, ...]
    coverage: Coverage


def count(distinct: Sequence[DistinctActivity], readings: Sequence[Reading], pack: Pack) -> Counting:
    """The totals of the held activities; planned ones are left aside.

    People who came to several activities are attendances and count each time. A total for an audience is over the
    activities meant for it, and all who came to them: audiences share activities and are never added to one another.
    """
    texts = {reading.document.id: text_of(reading.document) for reading in readings}
    held = sorted((one for one in distinct if not one.activity.planned), key=lambda one: (one.evidences, one.id))
    told = [prepare(one, texts) for one in held]
    claims = _speaking_alone(told, state(readings, texts, pack))
    printed = _printed_order(pack)
    totals: list[Total] = []
    contradictions = [*tellers_disagree(held), *parts_disagree(told, claims, LISTED)]
    for measure in dict.fromkeys((*LISTED, *sorted(claim.scope.measure for claim in claims))):
        own = [claim for claim in claims if claim.scope.measure == measure]
        if measure in LISTED:
            standings = stand(measure, cells(told, LISTED[measure]), own)
        else:
            standings = stand(measure, {}, own, unlisted=ANYTHING)
        totals += sorted((standing.total for standing in standings.values()), key=printed)
        contradictions += [found for standing in standings.values() for found in standing.contradictions]
        if measure in LISTED:
            surplus = any(standing.surplus for standing in standings.values())
            totals += _by_audience(measure, told, LISTED[measure], surplus)
    return Counting(tuple(totals), tuple(dict.fromkeys(contradictions)), cover(readings, pack))


def _by_audience(measure: str, told: Sequence[Told], lister: Lister, surplus: bool) -> Iterator[Total]:
    """Over the whole campaign. What is reported beyond what is listed may have been for any audience."""
    for audience in sorted({code for one in told for code in one.audience}):
        listing = add(cells([one for one in told if audience in one.audience], lister).values())
        value = Bounds.at_least(listing.value.least) if surplus else listing.value
        scope = Scope(measure, audience=audience)
        yield Total(scope, value, listing.value, evidence=listing.evidence, unknown=listing.unknown)


def _speaking_alone(told: Sequence[Told], claims: Sequence[Claim]) -> list[Claim]:
    """The claims; that of the only submission which speaks of a region speaks for all of it."""
    speakers: dict[str | None, set[str]] = defaultdict(set)  # under None of the campaign
    for region, texts in [(one.region, one.texts) for one in told] + [(c.scope.region, {c.text}) for c in claims]:
        speakers[region] |= texts
        speakers[None] |= texts
    return [
        replace(claim, part=None) if claim.unit is None and len(speakers[claim.scope.region]) == 1 else claim
        for claim in claims
    ]


def _printed_order(pack: Pack) -> Callable[[Total], tuple[bool, bool, int, int, str]]:
    regions = {unit.code: place for place, unit in enumerate(pack.geography.regions)}
    kinds = {term.code: place for place, term in enumerate(pack.kinds)}

    def key(total: Total) -> tuple[bool, bool, int, int, str]:
        region, kind = total.scope.region, total.scope.kind
        place = (regions.get(region or "", len(regions)), kinds.get(kind or "", len(kinds)))
        return (kind is not None, region is not None, *place, repr(total.scope))

    return key
