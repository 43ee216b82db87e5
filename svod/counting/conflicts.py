"""Numbers that cannot both be true, beside those that reconciling a whole scope finds."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from svod.counting.claims import Claim
from svod.counting.listing import Lister
from svod.counting.reconcile import disagreements
from svod.counting.told import Told
from svod.records import Bounds, Contradiction, DistinctActivity, Evidence, Reading, Scope
from svod.records.activity import still_said

Statement = tuple[Bounds, Evidence]


def tellers_disagree(held: Iterable[DistinctActivity]) -> Iterator[Contradiction]:
    """Tellers of one activity who give numbers of participants that exclude each other: the two farthest apart."""
    for distinct in held:
        if len(distinct.members) < 2:
            continue
        said = [
            (member.participants, Evidence(member.evidence.document, *member.source("participants")))
            for member in still_said([one for one in distinct.members if not one.planned])
            if member.participants is not None
        ]
        if len(said) > 1:
            low, high = min(said, key=_most), max(said, key=_least)
            if not low[0].overlaps(high[0]):
                scope = Scope("participants", distinct.activity.region, distinct.activity.kind)
                one = distinct.activity
                yield Contradiction(scope, low[0], high[0], (low[1],), (high[1],), one.place, one.title)


def _most(statement: Statement) -> tuple[float, Evidence]:
    most = statement[0].most
    return (float("inf") if most is None else most, statement[1])


def _least(statement: Statement) -> tuple[int, Evidence]:
    return (statement[0].least, statement[1])


def parts_disagree(
    told: Sequence[Told], claims: Sequence[Claim], listers: Mapping[str, Lister]
) -> Iterator[Contradiction]:
    """Totals for a district or a town: different ones of different submissions, or less than their own one lists."""
    of_scope: dict[Scope, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.part is not None:
            of_scope[claim.scope].append(claim)
    for same in of_scope.values():
        yield from disagreements(same)
    told_by: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        for text in one.texts:
            told_by[text].append(one)
    for claim in claims:
        # What a submission lists may lie elsewhere than in the place that a total names itself.
        if claim.part is not None and claim.unit is None and claim.scope.measure in listers:
            yield from _exceeded(claim, told_by[claim.text], listers[claim.scope.measure])


def tables_disagree(
    told: Sequence[Told], readings: Sequence[Reading], texts: Mapping[str, str], listers: Mapping[str, Lister]
) -> Iterator[Contradiction]:
    """The last row of a table that says more than all that its submission lists, each with its number: a row was read
    wrongly or not at all, or added up wrongly by hand. What is still to come may be among what it sums up."""
    seen: set[tuple[str, Scope, Bounds]] = set()
    for reading in readings:
        text = texts[reading.document.id]
        sums = [total for total in reading.totals if total.sums_up_its_table and total.measure in listers]
        if not sums or any(activity.planned for activity in reading.activities):
            continue
        own = [one for one in told if text in one.texts]
        for total in sums:
            scope = Scope(total.measure, total.region, total.kind)
            covered = [one for one in own if scope.region in (None, one.region) and scope.kind in (None, one.kind)]
            listing = listers[total.measure](covered)
            is_less = covered and listing.value.most is not None and listing.value.most < total.value.least
            if is_less and (text, scope, total.value) not in seen:
                seen.add((text, scope, total.value))
                yield Contradiction(scope, listing.value, total.value, listing.evidence, (total.evidence,), total.place)


def _exceeded(claim: Claim, told: Sequence[Told], lister: Lister) -> Iterator[Contradiction]:
    scope = claim.scope
    covered = [one for one in told if scope.region in (None, one.region) and scope.kind in (None, one.kind)]
    # One submission knows its own apart: the sum over kinds is the sum over all of them.
    listing = lister(covered)
    if claim.value.most is not None and listing.value.least > claim.value.most:
        yield Contradiction(scope, listing.value, claim.value, listing.evidence, claim.evidence, claim.place)
