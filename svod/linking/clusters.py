"""From compared pairs to activities: the surest pair first, and never two that something tells apart."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from svod.linking.blocks import pairs
from svod.linking.compare import compare
from svod.linking.findings import Comparison
from svod.linking.rules import rules
from svod.linking.telling import Telling


@dataclass(slots=True)
class Cluster:
    """Positions of tellings that are one activity, the texts that tell it, and the comparisons that joined them."""

    tellings: list[int]
    texts: set[int]
    joined: list[Comparison] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Resolution:
    """`clusters` in the order of the tellings; `doubtful` the best pairs a person should look at."""

    tellings: Sequence[Telling]
    clusters: tuple[Cluster, ...]
    doubtful: tuple[tuple[int, int, Comparison], ...]


def resolve(tellings: Sequence[Telling]) -> Resolution:
    """Join what is certainly one activity; keep apart, for a person, what only may be."""
    clerical = rules().clerical
    found_of = ((i, j, compare(tellings[i], tellings[j])) for i, j in pairs(tellings))
    compared = [(i, j, found) for i, j, found in found_of if found is not None and found.score >= clerical]
    # Tellings stand in an order of their own, so equal scores are decided alike whatever came first.
    compared.sort(key=lambda pair: (-pair[2].score, pair[0], pair[1]))
    of = [Cluster([position], {telling.text}) for position, telling in enumerate(tellings)]
    for i, j, found in compared:
        if found.is_certain and _joinable(of[i], of[j], tellings):
            _join(of, i, j, found)
    clusters = {id(cluster): cluster for cluster in of}
    return Resolution(tellings, tuple(clusters.values()), _doubtful(compared, of))


def _joinable(one: Cluster, other: Cluster, tellings: Sequence[Telling]) -> bool:
    """Whether no submission tells two of them apart and no telling of one speaks against one of the other."""
    if one is other or not one.texts.isdisjoint(other.texts):
        return False
    found = (compare(tellings[i], tellings[j]) for i in one.tellings for j in other.tellings)
    return all(comparison is not None and comparison.score >= 0 and not comparison.is_barred for comparison in found)


def _join(of: list[Cluster], i: int, j: int, found: Comparison) -> None:
    kept, taken = of[i], of[j]
    kept.tellings.extend(taken.tellings)
    kept.texts |= taken.texts
    kept.joined += [*taken.joined, found]
    for position in taken.tellings:
        of[position] = kept


def _doubtful(
    compared: Sequence[tuple[int, int, Comparison]], of: Sequence[Cluster]
) -> tuple[tuple[int, int, Comparison], ...]:
    """One pair, the surest, of any two clusters that stayed apart though no submission tells them apart."""
    best: dict[frozenset[int], tuple[int, int, Comparison]] = {}
    for i, j, found in compared:
        if of[i].texts.isdisjoint(of[j].texts):
            best.setdefault(frozenset((id(of[i]), id(of[j]))), (i, j, found))
    return tuple(best.values())
